package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HintsTest {
    private static final Outcomes OUTCOMES =
            new Outcomes(List.of(Instance.FULL), 1, new short[] {0}, new float[] {1}, new short[] {0});

    private final Workspace workspace = new Workspace();
    private final Preferences preferences = new ForgetfulPreferences();

    @BeforeEach
    void wantHints() {
        preferences.putBoolean(Hints.WANTED, true);
    }

    private Hints hints() {
        Hints hints = new Hints(workspace, preferences);
        hints.begin();
        return hints;
    }

    private Hints afterTheFirstAnswers() {
        Hints hints = hints();
        workspace.outcomesProperty().set(Optional.of(OUTCOMES));
        return hints;
    }

    private static void assertShown(Hints hints, Hint hint) {
        assertThat(hints.currentProperty().get()).contains(hint);
    }

    @Test
    void waitForTheFirstAnswers() {
        Hints hints = hints();
        assertThat(hints.currentProperty().get()).isEmpty();
        workspace.outcomesProperty().set(Optional.of(OUTCOMES));
        assertShown(hints, Hint.BUDGET);
    }

    @ParameterizedTest
    @EnumSource(PlaceId.class)
    void everyPlaceHasOneThatStaysAwayOnceItIsClosed(PlaceId place) {
        Hints hints = afterTheFirstAnswers();
        workspace.currentPlaceProperty().set(place);
        assertShown(hints, Hint.of(place));
        hints.close();
        assertThat(hints.currentProperty().get()).isEmpty();
        workspace.currentPlaceProperty().set(place == PlaceId.TRAIN ? PlaceId.GALLERY : PlaceId.TRAIN);
        assertThat(hints.currentProperty().get()).isPresent();
        workspace.currentPlaceProperty().set(place);
        assertThat(hints.currentProperty().get()).isEmpty();

        assertThat(afterTheFirstAnswers().currentProperty().get())
                .as("after a restart")
                .isEmpty();
    }

    @Test
    void goAwayWhenThePersonDoesWhatTheySuggest() {
        Hints hints = afterTheFirstAnswers();
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
        Hints hints = afterTheFirstAnswers();
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
