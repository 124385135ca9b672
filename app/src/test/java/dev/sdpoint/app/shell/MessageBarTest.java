package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MessageBarTest {
    private static final String LONG =
            "tour-pictures: 20 images for training and 3,000 for validation, 10 classes, read at 32 × 32 pixels. "
                    + "wrn-16-2-cifar10 has no answers on tour-pictures yet. They are being computed; the Gallery fills while that goes on, "
                    + "and can be looked at meanwhile.";

    private final Opening opening = new Opening();

    @Start
    void start(Stage stage) {
        Fonts.load();
        Pane place = new Pane();
        Scene scene = new Scene(new StackPane(new MessageBar(place, opening).view()), 700, 500);
        Themes.dress(scene, false);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aLongMessageIsShownToItsEndWithItsButton(FxRobot robot) throws Exception {
        robot.interact(() -> opening.messageProperty()
                .set(Optional.of(Message.notice(LONG, new Message.Action("Other size…", () -> {})))));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> shown(robot).equals(LONG));
        Label sentence = robot.lookup(".notification-bar > .pane > .label").query();
        assertThat(sentence.getHeight()).as("three lines").isGreaterThan(45);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> robot.lookup(".notification-bar")
                                .query()
                                .getBoundsInParent()
                                .getHeight()
                        >= sentence.getHeight());
        assertThat(robot.lookup(".notification-bar .button").queryAll())
                .extracting(button -> ((ButtonBase) button).getText())
                .contains("Other size…");
    }

    /** What can be read: it ends in an ellipsis where there is no room. */
    private static String shown(FxRobot robot) {
        return robot.lookup(".notification-bar > .pane > .label > .text")
                .queryAs(Text.class)
                .getText();
    }
}
