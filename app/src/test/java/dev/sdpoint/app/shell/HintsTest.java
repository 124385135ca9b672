package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HintsTest {
    private final Workspace workspace = new Workspace();
    private final BooleanProperty opened = new SimpleBooleanProperty();
    private final Preferences preferences = new ForgetfulPreferences();

    @BeforeEach
    void wantHints() {
        preferences.putBoolean(Hints.WANTED, true);
    }

    private Hints hints() {
        Hints hints = new Hints(workspace, preferences, opened);
        hints.begin();
        return hints;
    }

    private Hints afterTheFirstOpening() {
        Hints hints = hints();
        opened.set(true);
        return hints;
    }

    private static void assertShown(Hints hints, Hint hint) {
        assertThat(hints.currentProperty().get()).contains(hint);
    }

    @Test
    void waitForTheFirstOpening() {
        Hints hints = hints();
        assertThat(hints.currentProperty().get()).isEmpty();
        opened.set(true);
        assertShown(hints, Hint.BUDGET);
    }

    @ParameterizedTest
    @EnumSource(PlaceId.class)
    void everyPlaceHasOneThatStaysAwayOnceItIsClosed(PlaceId place) {
        Hints hints = afterTheFirstOpening();
        workspace.currentPlaceProperty().set(place);
        assertShown(hints, Hint.of(place));
        hints.close();
        assertThat(hints.currentProperty().get()).isEmpty();
        workspace.currentPlaceProperty().set(place == PlaceId.TRAIN ? PlaceId.GALLERY : PlaceId.TRAIN);
        assertThat(hints.currentProperty().get()).isPresent();
        workspace.currentPlaceProperty().set(place);
        assertThat(hints.currentProperty().get()).isEmpty();

        assertThat(afterTheFirstOpening().currentProperty().get())
                .as("after a restart")
                .isEmpty();
    }

    @Test
    void goAwayWhenThePersonDoesWhatTheySuggest() {
        Hints hints = afterTheFirstOpening();
        workspace.selectedInstanceProperty().set(Instance.of(1, 0.5));
        assertThat(hints.currentProperty().get()).isEmpty();

        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        assertShown(hints, Hint.GALLERY);
        workspace.selectedInstanceProperty().set(Instance.of(2, 0.5));
        assertShown(hints, Hint.GALLERY);
        workspace.selectedImageProperty().set(Optional.of(3));
        assertThat(hints.currentProperty().get()).isEmpty();

        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
        workspace.runProperty().set(Optional.of(new RunNews("wrn-10-1", RunNews.Phase.FAILED, 0, "It failed.")));
        assertShown(hints, Hint.TRAIN);
        workspace.runProperty().set(Optional.of(new RunNews("wrn-10-1", RunNews.Phase.TRAINING, 10, "")));
        assertThat(hints.currentProperty().get()).isEmpty();
    }

    @Test
    void canBeRefusedAndWantedAgain() {
        Hints hints = afterTheFirstOpening();
        hints.close();
        workspace.currentPlaceProperty().set(PlaceId.LIBRARY);
        hints.closeAll();
        assertThat(hints.currentProperty().get()).isEmpty();
        workspace.currentPlaceProperty().set(PlaceId.ANALYSIS);
        assertThat(hints.currentProperty().get()).isEmpty();

        hints.again();
        assertShown(hints, Hint.ANALYSIS);
        workspace.currentPlaceProperty().set(PlaceId.BUDGET);
        assertShown(hints, Hint.BUDGET);
    }
}
