package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

class NavigatorTest {
    private final Workspace workspace = new Workspace();
    private final List<String> events = new ArrayList<>();

    @Test
    void buildsAPlaceOnItsFirstVisitAndTellsItOfComingAndGoing() {
        Navigator navigator = new Navigator(workspace, List.of(factory(PlaceId.BUDGET), factory(PlaceId.GALLERY)));
        navigator.follow(new Seen());
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        workspace.currentPlaceProperty().set(PlaceId.BUDGET);
        navigator.close();

        assertThat(events)
                .containsExactly(
                        "make BUDGET",
                        "screen BUDGET",
                        "shown BUDGET",
                        "hidden BUDGET",
                        "make GALLERY",
                        "screen GALLERY",
                        "shown GALLERY",
                        "hidden GALLERY",
                        "screen BUDGET",
                        "shown BUDGET",
                        "hidden BUDGET",
                        "close BUDGET",
                        "close GALLERY");
    }

    @Test
    void aPlaceComesWhenTheScreenIsReadyForItAndItIsStillWanted() {
        Navigator navigator = new Navigator(
                workspace, List.of(factory(PlaceId.BUDGET), factory(PlaceId.GALLERY), factory(PlaceId.TRAIN)));
        Seen seen = new Seen();
        navigator.follow(seen);
        events.clear();
        seen.unready.addAll(List.of(PlaceId.GALLERY, PlaceId.TRAIN));
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        assertThat(events).containsExactly("hidden BUDGET");
        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
        navigator.arrive(PlaceId.GALLERY);
        assertThat(events).as("nobody waits for Gallery any more").containsExactly("hidden BUDGET");
        navigator.arrive(PlaceId.TRAIN);
        navigator.arrive(PlaceId.TRAIN);
        assertThat(events).containsExactly("hidden BUDGET", "make TRAIN", "screen TRAIN", "shown TRAIN");
    }

    @Test
    void whoTurnsBackBeforeAPlaceHasComeIsWhereTheyWere() {
        Navigator navigator = new Navigator(workspace, List.of(factory(PlaceId.BUDGET), factory(PlaceId.GALLERY)));
        Seen seen = new Seen();
        navigator.follow(seen);
        events.clear();
        seen.unready.add(PlaceId.GALLERY);
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        workspace.currentPlaceProperty().set(PlaceId.BUDGET);
        navigator.arrive(PlaceId.GALLERY);

        assertThat(events).containsExactly("hidden BUDGET", "screen BUDGET", "shown BUDGET");
    }

    @Test
    void goesToTheFirstPlaceWhenTheWantedOneIsNotThere() {
        Navigator navigator = new Navigator(workspace, List.of(factory(PlaceId.TRAIN)));
        navigator.follow(new Seen());

        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
        assertThat(events).containsExactly("make TRAIN", "screen TRAIN", "shown TRAIN");
    }

    @Test
    void undoIsForThePlaceOnScreen() {
        Navigator navigator = new Navigator(workspace, List.of(factory(PlaceId.BUDGET), factory(PlaceId.GALLERY)));
        navigator.undo();
        navigator.follow(new Seen());
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        events.clear();
        navigator.undo();

        assertThat(events).containsExactly("undo GALLERY");
    }

    @Test
    void closesTheOthersWhenOneFails() {
        Navigator navigator =
                new Navigator(workspace, List.of(factory(PlaceId.TRAIN), failing(), factory(PlaceId.GALLERY)));
        navigator.follow(new Seen());
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        navigator.close();

        assertThat(events).contains("close GALLERY");
    }

    private final class Seen implements Navigator.Screen {
        private final Set<PlaceId> unready = new HashSet<>();

        @Override
        public boolean isReadyFor(PlaceId id) {
            return !unready.contains(id);
        }

        @Override
        public void show(Place place) {
            events.add("screen " + place.id());
        }
    }

    private PlaceFactory failing() {
        return new PlaceFactory(PlaceId.BUDGET, Material2OutlinedMZ.TUNE, () -> new Noted(PlaceId.BUDGET) {
            @Override
            public void close() {
                throw new IllegalStateException("cannot close");
            }
        });
    }

    private PlaceFactory factory(PlaceId id) {
        return new PlaceFactory(id, Material2OutlinedMZ.TUNE, () -> {
            events.add("make " + id);
            return new Noted(id);
        });
    }

    private class Noted implements Place {
        private final PlaceId id;

        Noted(PlaceId id) {
            this.id = id;
        }

        @Override
        public PlaceId id() {
            return id;
        }

        @Override
        public Parent view() {
            return new Pane();
        }

        @Override
        public void shown() {
            events.add("shown " + id);
        }

        @Override
        public void hidden() {
            events.add("hidden " + id);
        }

        @Override
        public void undo() {
            events.add("undo " + id);
        }

        @Override
        public void close() {
            events.add("close " + id);
        }
    }
}
