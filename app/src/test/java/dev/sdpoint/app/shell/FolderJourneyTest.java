package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.model.ModelFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens a folder of pictures in the real window, looks at what was left out and at the gallery. */
class FolderJourneyTest {
    @TempDir
    private Path temporary;

    private final FxRobot robot = new FxRobot();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final AppServices services = onFx(() -> new AppServices(
            tasks,
            new ForgetfulPreferences(),
            new BundledContent(),
            new RunArchive(UserFolders.home().resolve("runs-" + UUID.randomUUID()))));
    private final Stage stage = FxToolkit.registerPrimaryStage();
    private final MainWindow window = onFx(() -> new MainWindow(services, stage));

    FolderJourneyTest() throws Exception {
        Fonts.load();
    }

    @BeforeEach
    void show() throws Exception {
        onFx(() -> {
            services.themes().choiceProperty().set(Theme.LIGHT);
            window.show(() -> {});
            return stage;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.setMaximized(false);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            return stage;
        });
        tasks.close();
    }

    @Test
    void opensAFolderTellsWhatWasLeftOutAndShowsItsPictures() throws Exception {
        Path folder = PictureFolder.of(temporary.resolve("shapes"), 40);
        Files.write(folder.resolve("disc/broken.jpg"), new byte[0]);
        Files.writeString(folder.resolve("disc/notes.txt"), "not a picture");
        DataSet data = DataSets.open(folder, FolderOptions.DEFAULT);
        Path file = temporary.resolve("shapes.sdp");
        ModelFiles.write(file, SyntheticModel.of(data));
        onFx(() -> {
            services.openModel(file);
            return stage;
        });
        until(() ->
                services.workspace().modelProperty().get().map(OpenModel::name).equals(Optional.of("shapes")));
        onFx(() -> {
            services.openData(folder);
            return stage;
        });
        until(() -> services.workspace().outcomesProperty().get().isPresent());
        Message message = services.opening().messageProperty().get().orElseThrow();
        assertThat(message.sentence()).contains("3 classes, read at 32 × 32 pixels. 2 files were left out.");

        onFx(() -> {
            services.workspace().currentPlaceProperty().set(PlaceId.GALLERY);
            return stage;
        });
        until(() -> colours() > 1000);
        picture(stage.getScene(), "folder-gallery");

        onFx(() -> {
            message.actions().get(0).run().run();
            return stage;
        });
        until(() -> robot.lookup("#skipped-files").tryQuery().isPresent());
        TableView<?> table = robot.lookup("#skipped-files").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(2);
        picture(table.getScene(), "folder-skipped-light");
        onFx(() -> {
            services.themes().choiceProperty().set(Theme.DARK);
            return stage;
        });
        picture(table.getScene(), "folder-skipped-dark");
        onFx(() -> {
            Window.getWindows().stream()
                    .filter(one -> one == table.getScene().getWindow())
                    .toList()
                    .forEach(Window::hide);
            return stage;
        });
    }

    /** Colourful pixels of the window: the thumbnails have saturated shapes, what stands for them is grey. */
    private long colours() {
        Image image = stage.getScene().snapshot(null);
        PixelReader pixels = image.getPixelReader();
        long found = 0;
        for (int y = 150; y < image.getHeight() - 40; y++) {
            for (int x = 250; x < image.getWidth() - 400; x++) {
                found += pixels.getColor(x, y).getSaturation() > 0.5 ? 1 : 0;
            }
        }
        return found;
    }

    private static void picture(Scene scene, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        Image image = onFx(() -> scene.snapshot(null));
        File file = new File("target/screens/" + name + ".png");
        assertThat(file.getParentFile().isDirectory() || file.getParentFile().mkdirs())
                .isTrue();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
