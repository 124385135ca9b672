package dev.sdpoint.app.gallery;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The gallery on a stage, with a model that nobody trained and a network without arithmetic on the thread of its own. */
final class GalleryStage {
    static final DataSet DATA = SyntheticModel.data();
    static final SdpModel MODEL = SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32));
    static final SdpModel OTHER = SyntheticModel.of(DATA, new WideResNet(10, 1, 10, 32));

    final Workspace workspace = new Workspace();
    final GalleryPlace place = place(workspace, new FxTaskRunner());
    private final Region view;

    /** A gallery without recorded runs; the sample that it can be compared with is another model that nobody trained. */
    static GalleryPlace place(Workspace workspace, TaskRunner tasks) {
        RunArchive none = new RunArchive(Path.of("target", "no-runs"));
        return new GalleryPlace(
                workspace,
                tasks,
                FakeNetwork.loader(),
                FakeNetwork.loader(),
                none,
                () -> new OpenModel(SampleModels.name(), OTHER));
    }

    /** Shows it. JavaFX thread. */
    GalleryStage(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        for (String weight : new String[] {"Regular", "SemiBold", "Bold"}) {
            Font.loadFont(getClass().getResourceAsStream("/dev/sdpoint/assets/fonts/Inter-" + weight + ".otf"), 14);
        }
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        view = (Region) place.view();
        view.setStyle("-fx-font-family: Inter; -fx-font-size: 14px; -fx-background-color: -color-bg-default;");
        view.setMinSize(1240, 940);
        view.setMaxSize(1240, 940);
        primary.hide();
        primary.setScene(new Scene(new Group(view), 1500, 990));
        primary.sizeToScene();
        primary.show();
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.outcomesProperty().set(MODEL.outcomes().forImages(DATA.validation()));
        place.shown();
    }

    /** Waits until something is so. */
    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether a node can be seen. JavaFX thread. */
    boolean shows(String selector) {
        Node node = view.lookup(selector);
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    /** A point in the list, from its upper left corner. */
    void click(FxRobot robot, double x, double y) {
        Region list = robot.lookup("#gallery-list").queryAs(Region.class);
        robot.clickOn(robot.point(list).atOffset(x - list.getWidth() / 2, y - list.getHeight() / 2));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Writes light and dark pictures below target/screens. */
    void capture(FxRobot robot, String name) throws IOException {
        Files.createDirectories(Path.of("target", "screens"));
        for (boolean dark : new boolean[] {true, false}) {
            robot.interact(() -> Application.setUserAgentStylesheet(
                    (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet()));
            WaitForAsyncUtils.waitForFxEvents();
            WritableImage[] image = new WritableImage[1];
            robot.interact(() -> image[0] = view.snapshot(null, null));
            Path file = Path.of("target", "screens", name + (dark ? "-dark.png" : "-light.png"));
            ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
        }
    }
}
