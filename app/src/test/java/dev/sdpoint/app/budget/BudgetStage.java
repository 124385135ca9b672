package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Puts the place on a stage as the shell does, and takes pictures of it. */
final class BudgetStage {
    private BudgetStage() {}

    /** A place whose network is a small stand-in, and on which no time was measured yet. */
    static BudgetPlace place(Workspace workspace, TaskRunner tasks, Path folder) {
        return new BudgetPlace(
                workspace,
                tasks,
                FakeNetwork.loader(),
                PretendTimes.here(folder.resolve("times.tsv"), "a processor", Map.of()));
    }

    /** Opens a model and data with the model's recorded outcomes. */
    static void open(Workspace workspace, SdpModel model, DataSet data) {
        workspace.dataProperty().set(Optional.of(data));
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic.sdp", model)));
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
    }

    /** Shows a place in a scene of some size. */
    static void show(Stage stage, Parent view, double width, double height, boolean dark) {
        Fonts.load();
        StackPane root = new StackPane(view);
        Scene scene = new Scene(root, width, height);
        Themes.dress(scene, dark);
        stage.hide();
        stage.setScene(scene);
        stage.sizeToScene(); // other tests gave the shared stage a size of its own
        stage.show();
    }

    /** Writes the scene to {@code target/screens}. */
    static void picture(Stage stage, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var image =
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> stage.getScene().snapshot(null));
        try {
            Path file = Path.of("target", "screens", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
