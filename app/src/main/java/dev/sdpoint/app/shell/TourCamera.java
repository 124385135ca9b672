package dev.sdpoint.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes the tour's pictures. */
final class TourCamera {
    private TourCamera() {}

    /** What stands on the screen where a window is: notes and menus are windows of their own, in front of it. JavaFX thread. */
    static Image take(Stage stage) {
        return new Robot()
                .getScreenCapture(null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }

    /** Writes a picture and tells so. */
    static void write(Image picture, Path file, Consumer<String> log) throws TourException {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        } catch (IOException e) {
            throw new TourException(file + " cannot be written. Choose another folder with --out.", e);
        }
        log.accept("wrote " + file);
    }

    /** Whether a note about a run stands in the corner of the window. JavaFX thread. */
    static boolean seesANote() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .anyMatch(window -> window.getScene().getRoot().lookup(".run-note") != null);
    }
}
