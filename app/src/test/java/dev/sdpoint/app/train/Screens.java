package dev.sdpoint.app.train;

import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Shows nodes as the program would, and keeps pictures of them in target/screens. JavaFX thread only. */
final class Screens {
    private Screens() {}

    static Scene show(Stage stage, Parent root, boolean dark, int width, int height) {
        Fonts.load();
        Scene scene = stage.getScene();
        if (scene == null) {
            scene = new Scene(root, width, height);
            stage.setScene(scene);
        } else if (scene.getRoot() != root) {
            if (root.getScene() != null) {
                root.getScene().setRoot(new javafx.scene.Group());
            }
            scene.setRoot(root);
        }
        Themes.dress(scene, dark);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        return scene;
    }

    /** For sizes that the test's screen does not have: a scene without a window. */
    static Scene aside(Stage stage, Parent root, boolean dark, int width, int height) {
        stage.getScene().setRoot(new javafx.scene.Group());
        Scene scene = new Scene(root, width, height);
        Themes.dress(scene, dark);
        scene.snapshot(null);
        return scene;
    }

    /** As on a screen of 200 per cent. */
    static void captureDense(Scene scene, String name) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(new Scale(2, 2));
        save(scene.getRoot().snapshot(twice, null), name);
    }

    static void capture(Scene scene, String name) {
        save(scene.snapshot(null), name);
    }

    private static void save(WritableImage picture, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(picture, null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
