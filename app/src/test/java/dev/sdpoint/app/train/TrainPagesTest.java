package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The switch between the run at hand and all runs. */
@ExtendWith(ApplicationExtension.class)
final class TrainPagesTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final List<String> told = new ArrayList<>();
    private TrainPages pages;
    private Scene scene;

    /** What the shell hands in. */
    private final class Other implements Panel {
        private final StackPane root = new StackPane(new Button("a run"));

        @Override
        public Parent view() {
            root.setId("other");
            return root;
        }

        @Override
        public void shown() {
            told.add("shown");
        }

        @Override
        public void hidden() {
            told.add("hidden");
        }

        @Override
        public void close() {
            told.add("closed");
        }
    }

    @Start
    void start(Stage stage) {
        TrainPlace run = new TrainPlace(
                workspace,
                new DirectTaskRunner(),
                Direct.background(),
                new FakeSession(Long.MAX_VALUE),
                new RunFiles(folder),
                Direct.profiler(),
                RecordedCurves.NONE);
        pages = new TrainPages(run, new Other(), workspace);
        scene = Screens.show(stage, pages.view(), false, 824, 671);
        pages.shown();
    }

    private boolean seen(String id) {
        var node = scene.lookup(id);
        if (node == null) {
            return false;
        }
        for (javafx.scene.Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void turnsFromThePageOfTheRunToTheListAndBack(FxRobot robot) {
        assertThat(seen("#train-start")).isTrue();
        robot.interact(() -> Screens.capture(scene, "train-pages-run"));
        robot.clickOn("#train-page-all");
        assertThat(seen("#other")).isTrue();
        assertThat(seen("#train-start")).isFalse();
        assertThat(told).containsExactly("shown");
        robot.interact(() -> Screens.capture(scene, "train-pages-all"));
        robot.clickOn("#train-page-all");
        assertThat(seen("#other")).as("one page is always there").isTrue();
        robot.interact(() -> scene.lookup("#train-page-all").requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(seen("#train-start")).isTrue();
        assertThat(told).containsExactly("shown", "hidden");
        robot.clickOn("#train-page-all");
        robot.interact(pages::hidden);
        robot.interact(pages::shown);
        assertThat(told).containsExactly("shown", "hidden", "shown", "hidden", "shown");
        robot.interact(() -> workspace
                .wantedRecipeProperty()
                .set(Optional.of(Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 2, 7))));
        assertThat(seen("#train-start")).as("the form takes the recipe").isTrue();
        assertThat(workspace.wantedRecipeProperty().get()).isEmpty();
        robot.interact(() -> workspace.wantedRunFilesProperty().set(List.of(folder.resolve("dropped.sdprun"))));
        assertThat(seen("#other")).as("the list takes files of runs").isTrue();
        robot.interact(pages::close);
        assertThat(told).endsWith("closed");
    }
}
