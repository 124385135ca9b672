package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.ManyImages;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the gallery makes for 100,000 images depends on what is on screen. */
@ExtendWith(ApplicationExtension.class)
class ManyImagesTest {
    private static final int IMAGES = 100_000;
    private static final double HEIGHT = 800;

    private final Workspace workspace = new Workspace();

    @Start
    void start(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        DataSet data = ManyImages.of(IMAGES, 4);
        SdpModel model = SyntheticModel.of(data, new WideResNet(16, 1, 10, 32));
        Parent view = GalleryStage.place(workspace, new DirectTaskRunner()).view();
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", model)));
        workspace.dataProperty().set(Optional.of(data));
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
        primary.hide();
        primary.setScene(new Scene(view, 1200, HEIGHT));
        primary.sizeToScene();
        primary.show();
    }

    @Test
    void rowsAreMadeForTheScreenAndUsedAgain(FxRobot robot) {
        ImageList images = robot.lookup(".image-list").queryAs(ImageList.class);
        ListView<?> list = robot.lookup("#gallery-list").queryAs(ListView.class);
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        int onScreen = (int) Math.ceil(HEIGHT / ThumbSize.ROW);
        assertThat(list.getItems()).hasSizeGreaterThan(10_000);

        robot.interact(() -> scroll(images, flow));
        press(robot, "#gallery-size-S");
        robot.interact(() -> scroll(images, flow));
        press(robot, "#gallery-size-L");
        robot.interact(() -> scroll(images, flow));
        for (int i = 0; i < 20; i++) {
            String found = "class " + i % 10;
            robot.interact(() ->
                    robot.lookup("#gallery-search").queryAs(TextField.class).setText(found));
            robot.interact(() -> layOut(images));
        }

        assertThat(images.cellsMade()).isBetween(onScreen / 2, 3 * onScreen);
        assertThat(nodes(list)).isLessThan(20 * onScreen);
    }

    private static void scroll(ImageList images, VirtualFlow<?> flow) {
        for (int step = 0; step < 200; step++) {
            flow.setPosition(step / 200.0);
            layOut(images);
        }
        for (int step = 0; step < 200; step++) {
            flow.scrollPixels(-90);
            layOut(images);
        }
    }

    private static void layOut(ImageList images) {
        images.applyCss();
        images.layout();
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static int nodes(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .mapToInt(ManyImagesTest::nodes)
                                .sum()
                        : 0);
    }
}
