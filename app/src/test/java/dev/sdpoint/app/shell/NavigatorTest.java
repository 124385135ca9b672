package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
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
        navigator.follow(place -> events.add("screen " + place.id()));
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        workspace.currentPlaceProperty().set(PlaceId.BUDGET);
        navigator.close();

        assertThat(events)
                .containsExactly(
                        "make BUDGET",
                        "screen BUDGET",
                        "shown BUDGET",
                        "make GALLERY",
                        "hidden BUDGET",
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
    void goesToTheFirstPlaceWhenTheWantedOneIsNotThere() {
        Navigator navigator = new Navigator(workspace, List.of(factory(PlaceId.TRAIN)));
        navigator.follow(place -> {});

        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
        assertThat(events).containsExactly("make TRAIN", "shown TRAIN");
    }

    @Test
    void closesTheOthersWhenOneFails() {
        Navigator navigator =
                new Navigator(workspace, List.of(factory(PlaceId.TRAIN), failing(), factory(PlaceId.GALLERY)));
        navigator.follow(place -> {});
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        navigator.close();

        assertThat(events).contains("close GALLERY");
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
        public void close() {
            events.add("close " + id);
        }
    }
}
