package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.library.models.ModelActions;
import dev.sdpoint.app.library.models.ModelShelves;
import dev.sdpoint.app.library.models.ModelsPanel;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.download.DataArchives;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.Removed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every state of a card, at every size and theme: nothing is cut off, and pictures are kept to be looked at. */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class LibraryScreensTest {
    /** Sizes of the place inside windows of 1440×900, 1024×700 and 1920×1200. */
    private static final int[][] SIZES = {{1240, 871}, {824, 671}, {1720, 1171}};

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new Group()));
    }

    @Test
    void fitsEverySizeInEveryState(FxRobot robot) {
        DataSet data = SyntheticModel.data();
        Workspace workspace = new Workspace();
        workspace.dataProperty().set(Optional.of(data));
        workspace.modelProperty().set(Optional.of(new OpenModel("wrn-16-2-sdpoint", SyntheticModel.of(data))));
        robot.interact(() -> {
            Fonts.load();
            LibraryModel model = new LibraryModel(DataArchives.all());
            UndoStack undos = new UndoStack();
            LibraryInteractor interactor = new LibraryInteractor(
                    model,
                    workspace,
                    new DirectTaskRunner(),
                    LongJobs.inBackground(),
                    new DataLibrary(folder),
                    new LibraryActions() {
                        @Override
                        public void openBundled() {}

                        @Override
                        public void openData(Path chosen) {}
                    },
                    undos);
            LibraryFileChoice files = LibraryFileChoice.dialogs(() -> null);
            ModelsPanel models = new ModelsPanel(
                    workspace,
                    new DirectTaskRunner(),
                    ModelShelves.in(folder.resolve("models"), folder.resolve("recent.txt")),
                    new ModelActions() {
                        @Override
                        public void openSample() {}

                        @Override
                        public void openModel(Path file) {}
                    },
                    undos);
            OwnFolderPanel own = new OwnFolderPanel(
                    new DirectTaskRunner(), new FakePictures(1_234_000_000), files, interactor::openFolder);
            Parent root = new LibraryViewBuilder(model, interactor, files, own, new Piece<>(models::view)).build();
            own.shown();
            CardModel ten = model.cards().get(0);
            CardModel hundred = model.cards().get(1);
            interactor.refresh();
            look(root, "absent");
            hundred.mirrorShownProperty().set(true);
            hundred.mirrorProperty().set("mirror.example.org");
            hundred.problemProperty()
                    .set(
                            "'mirror.example.org' is no address to download from. It must begin with https:// or "
                                    + "http:// and name cifar-100-binary.tar.gz or, with a slash at the end, the folder it lies in.");
            ten.stateProperty()
                    .set(new CardState.Working(new InstallProgress(
                            InstallProgress.Stage.DOWNLOADING,
                            43_200_000,
                            170_052_171,
                            68_400,
                            Optional.of(Duration.ofMinutes(31)),
                            "")));
            look(root, "downloading");
            ten.stateProperty()
                    .set(new CardState.Installed(
                            Path.of("/home/somebody/.local/share/sdpoint/data/cifar10/cifar-10-batches-bin"),
                            184_380_000));
            hundred.mirrorShownProperty().set(false);
            hundred.problemProperty().set("");
            hundred.stateProperty().set(new CardState.Begun(120_400_000, 168_513_733));
            model.noticeProperty().set(Optional.of("CIFAR-10 is whole: every file is the published one."));
            look(root, "installed");
            Instant day = Instant.parse("2027-09-30T12:00:00Z");
            ten.stateProperty().set(new CardState.Absent());
            ten.openProperty().set(true);
            ten.removedProperty().set(Optional.of(new Removed(Removed.What.DATA, 184_380_000, day)));
            hundred.stateProperty().set(new CardState.Absent());
            hundred.removedProperty().set(Optional.of(new Removed(Removed.What.DOWNLOAD, 120_400_000, day)));
            look(root, "removed");
            ten.removedProperty().set(Optional.empty());
            hundred.removedProperty().set(Optional.empty());
            hundred.stateProperty()
                    .set(new CardState.Damaged(
                            "CIFAR-100 is not whole any more: test.bin is missing. Remove it and install it again."));
            look(root, "damaged");
            hundred.stateProperty()
                    .set(new CardState.Foreign(
                            "/home/somebody/.local/share/sdpoint/data/cifar100 holds other files, which this program did not put "
                                    + "there and leaves alone. Move or rename it to install CIFAR-100 here."));
            look(root, "foreign");
        });
    }

    private static void look(Parent root, String state) {
        for (int[] size : SIZES) {
            for (boolean dark : new boolean[] {false, true}) {
                if (root.getScene() != null) {
                    root.getScene().setRoot(new Group());
                }
                Scene scene = new Scene(root, size[0], size[1]);
                Themes.dress(scene, dark);
                capture(scene, "library-" + state + "-" + size[0] + (dark ? "-dark" : "-light"));
                for (Node node : root.lookupAll(".button, .hyperlink, .menu-button, .label, .text-field")) {
                    if (visible(node)) {
                        assertWhole(node, size[0], state);
                    }
                }
            }
        }
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void assertWhole(Node node, int width, String state) {
        var bounds = node.localToScene(node.getBoundsInLocal());
        assertThat(bounds.getMaxX())
                .as("%s in %s at %d", name(node), state, width)
                .isLessThanOrEqualTo(width);
        if (node instanceof Labeled labeled) {
            String words = labeled.getText() == null ? "" : labeled.getText();
            String drawn = labeled.lookup(".text") instanceof javafx.scene.text.Text text ? text.getText() : "";
            assertThat(drawn.replaceAll("\\s", ""))
                    .as("%s in %s at %d", name(node), state, width)
                    .isEqualTo(words.replaceAll("\\s", ""));
        }
        if (node instanceof ButtonBase || node instanceof TextInputControl) {
            boolean named = node.getAccessibleText() != null
                    || (node instanceof ButtonBase button
                            && !String.valueOf(button.getText()).isEmpty());
            assertThat(named).as("%s has a name", name(node)).isTrue();
        }
    }

    private static String name(Node node) {
        return node.getId() + (node instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "");
    }

    private static void capture(Scene scene, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
