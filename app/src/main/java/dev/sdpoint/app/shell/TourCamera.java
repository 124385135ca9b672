package dev.sdpoint.app.shell;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes the tour's pictures. */
final class TourCamera {
    private TourCamera() {}

    /**
     * A window with what stands in front of it: notes and menus are windows of their own. (A screen in memory lets no robot look at it.)
     * JavaFX thread.
     */
    static BufferedImage take(Stage stage) {
        BufferedImage picture = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
        Graphics2D on = picture.createGraphics();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow && window.isShowing() && window.getScene() != null) {
                BufferedImage popUp = SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null);
                int x = (int) Math.round(
                        window.getX() - stage.getX() - stage.getScene().getX());
                int y = (int) Math.round(
                        window.getY() - stage.getY() - stage.getScene().getY());
                on.drawImage(popUp, x, y, null);
            }
        }
        on.dispose();
        return picture;
    }

    /** Writes a picture and tells so. */
    static void write(BufferedImage picture, Path file, Consumer<String> log) throws TourException {
        try {
            ImageIO.write(picture, "png", file.toFile());
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
