package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class BackstageTest {
    private static final int LABELS = 20;

    private final Workspace workspace = new Workspace();
    private final List<String> events = new ArrayList<>();
    private final Navigator navigator =
            new Navigator(workspace, List.of(factory(PlaceId.BUDGET), factory(PlaceId.GALLERY)));
    private final StackPane screen = new StackPane();
    private final Backstage backstage = new Backstage(navigator, screen, navigator::arrive);
    private Scene scene = new Scene(new StackPane(), 800, 600);

    @BeforeEach
    void show() throws Exception {
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            scene = new Scene(new StackPane(backstage.wings(), screen), 800, 600);
            scene.getRoot().layout();
            navigator.follow(new Navigator.Screen() {
                @Override
                public boolean isReadyFor(PlaceId id) {
                    if (id == PlaceId.BUDGET || backstage.isReady(id)) {
                        return true;
                    }
                    screen.getChildren().clear();
                    backstage.hurry(id);
                    return false;
                }

                @Override
                public void show(Place place) {
                    backstage.release(place);
                    screen.getChildren().setAll(place.view());
                    events.add("show " + place.id());
                }
            });
            return scene;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            backstage.close();
            return scene;
        });
    }

    @Test
    void buildsAndStylesAPlaceBeforeItsFirstVisitAndKeepsItOffTheScreen() throws Exception {
        onFx(() -> {
            backstage.open(scene);
            return scene;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(backstage::done));

        assertThat(events).containsExactly("make BUDGET", "show BUDGET", "make GALLERY", "piece GALLERY");
        VBox view = (VBox) navigator.build(PlaceId.GALLERY).view();
        assertThat(view.getScene()).isNull();
        assertThat(view.getHeight()).isEqualTo(600);
        assertThat(view.getChildren()).hasSize(LABELS).allSatisfy(node -> {
            Label label = (Label) node;
            assertThat(label.getSkin()).isNotNull();
            assertThat(label.getHeight()).isPositive();
        });
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.BUDGET);
    }

    @Test
    void aPlaceThatSomebodyWaitsForComesWholeAndWithoutPauses() throws Exception {
        AtomicInteger labelsBefore = new AtomicInteger();
        onFx(() -> {
            VBox view = (VBox) navigator.build(PlaceId.GALLERY).view();
            return view.getChildren().set(LABELS / 2, new Slow(() -> {
                labelsBefore.set(labels(view));
                workspace.currentPlaceProperty().set(PlaceId.GALLERY);
                assertThat(screen.getChildren()).as("not half a place").isEmpty();
                events.add("visit");
            }));
        });
        onFx(() -> {
            backstage.open(scene);
            return scene;
        });
        // somebody who never stops using the mouse
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> events.contains("visit")));
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    Event.fireEvent(scene.getRoot(), moved());
                    return events.contains("show GALLERY");
                }));

        assertThat(labelsBefore.get()).isEqualTo(LABELS / 2 + 1);
        VBox view = (VBox) navigator.build(PlaceId.GALLERY).view();
        assertThat(screen.getChildren()).containsExactly(view);
        assertThat(labels(view)).isEqualTo(LABELS);
    }

    @Test
    void aPlaceThatCannotBeBuiltAheadFailsOnlyWhenItIsVisited() throws Exception {
        onFx(() -> {
            VBox view = (VBox) navigator.build(PlaceId.GALLERY).view();
            view.getChildren().add(new Label("breaks") {
                @Override
                protected void layoutChildren() {
                    if (screen.getChildren().isEmpty()
                            || getScene() == null
                            || getParent().getParent() != screen) {
                        throw new IllegalStateException("not on screen");
                    }
                }
            });
            backstage.open(scene);
            workspace.currentPlaceProperty().set(PlaceId.GALLERY);
            return view;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> events.contains("show GALLERY")));
        assertThat(onFx(backstage::done)).isTrue();
    }

    private static MouseEvent moved() {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                1,
                1,
                1,
                1,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static int labels(VBox view) {
        return (int) view.getChildren().stream().filter(Label.class::isInstance).count();
    }

    /** Takes so long to be styled that no slice follows in the same pulse; something happens before the next pulse. */
    private static final class Slow extends Label {
        Slow(Runnable afterwards) {
            super("slow");
            AtomicBoolean first = new AtomicBoolean(true);
            skinProperty().addListener((property, before, now) -> {
                if (first.getAndSet(false)) {
                    LockSupport.parkNanos(20_000_000);
                    Platform.runLater(afterwards);
                }
            });
        }
    }

    private PlaceFactory factory(PlaceId id) {
        return new PlaceFactory(id, Material2OutlinedMZ.TUNE, () -> {
            events.add("make " + id);
            return new LongList(id);
        });
    }

    private final class LongList implements Place {
        private final PlaceId id;
        private final VBox view = new VBox();
        private final Piece<Label> first;

        LongList(PlaceId id) {
            this.id = id;
            first = new Piece<>(() -> {
                events.add("piece " + id);
                return new Label("first");
            });
            IntStream.range(0, LABELS).forEach(i -> view.getChildren().add(new Label("row " + i)));
        }

        @Override
        public PlaceId id() {
            return id;
        }

        @Override
        public List<Piece<?>> pieces() {
            return List.of(first);
        }

        @Override
        public Parent view() {
            return view;
        }
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
