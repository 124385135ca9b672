package dev.sdpoint.app.shell;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
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
        BufferedImage picture = picture(stage.getScene(), stage.getRenderScaleX());
        Graphics2D on = picture.createGraphics();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow && window.isShowing() && window.getScene() != null) {
                double scale = stage.getRenderScaleX();
                double x = window.getX() - stage.getX() - stage.getScene().getX();
                double y = window.getY() - stage.getY() - stage.getScene().getY();
                on.drawImage(
                        picture(window.getScene(), scale),
                        (int) Math.round(scale * x),
                        (int) Math.round(scale * y),
                        null);
            }
        }
        on.dispose();
        return picture;
    }

    /** @param scale pixels a point */
    private static BufferedImage picture(Scene scene, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Objects.requireNonNullElse(scene.getFill(), Color.TRANSPARENT)); // none is taken for white
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, scale * scene.getWidth(), scale * scene.getHeight()));
        return SwingFXUtils.fromFXImage(scene.getRoot().snapshot(parameters, null), null);
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
