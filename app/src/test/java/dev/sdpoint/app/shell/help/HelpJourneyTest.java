package dev.sdpoint.app.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
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

/** The Help menu, as a person in trouble uses it. */
class HelpJourneyTest {
    private static final String HOME = System.getProperty("user.home", "");

    private final FxRobot robot = new FxRobot();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final Stage stage = FxToolkit.registerPrimaryStage();
    private final List<String> said = new ArrayList<>();
    private final Button button = new Button("Help");

    @TempDir
    private Path folder;

    private Path log = Path.of("");

    HelpJourneyTest() throws Exception {
        Fonts.load();
    }

    @BeforeEach
    void show() throws Exception {
        log = Files.write(
                folder.resolve("sdpoint.log"),
                List.of(
                        "2026-01-02 03:04:05.678 ERROR [main] dev.sdpoint: The model x could not be opened.",
                        "java.io.IOException: " + HOME + "/models/x.sdp is cut off"));
        onFx(() -> {
            Help help = new Help(
                    tasks,
                    log,
                    () -> "CPU of a test",
                    List.of(new Shortcut("Ctrl+1", "Go to Train"), new Shortcut("F1", "Help")),
                    new Help.Words() {
                        @Override
                        public void notice(String sentence) {
                            said.add(sentence);
                        }

                        @Override
                        public void problem(String sentence) {
                            said.add("PROBLEM " + sentence);
                        }
                    },
                    new Help.Window() {
                        @Override
                        public void openGuide() {
                            said.add("guide");
                        }

                        @Override
                        public void giveHints() {
                            said.add("hints");
                        }
                    });
            button.setOnAction(event -> help.open(button));
            stage.setScene(new Scene(new StackPane(button), 1200, 800));
            stage.setX(0);
            stage.setY(0);
            Themes.dress(stage.getScene(), false);
            stage.show();
            return stage;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> window != stage)
                    .forEach(Window::hide);
            stage.hide();
            return stage;
        });
        tasks.close();
    }

    @Test
    void opensTheUserGuide() throws Exception {
        choose("User guide");
        assertThat(said).containsExactly("guide");
    }

    @Test
    void givesTheHintsAnew() throws Exception {
        choose("Hints of first visits");
        assertThat(said).containsExactly("hints");
    }

    @Test
    void diagnosticsComeIntoTheClipboardWithoutThePersonsHome() throws Exception {
        choose("Copy diagnostics");
        until(() -> !said.isEmpty());
        assertThat(said).singleElement().asString().startsWith("Diagnostics are in the clipboard");
        String text = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(text)
                .startsWith("Program      SDPoint Explorer ")
                .contains("Computes on  CPU of a test")
                .contains("Screens      2000 × 1300 at 100 %")
                .contains("IOException: ~/models/x.sdp is cut off")
                .doesNotContain(HOME + "/");
    }

    @Test
    void theLogIsShownAndCanBeCopied() throws Exception {
        choose("Show log");
        DialogPane pane = dialog("log-dialog");
        TextArea area = (TextArea) pane.lookup("#log-text");
        assertThat(area.getText())
                .contains("The model x could not be opened.")
                .endsWith("IOException: ~/models/x.sdp is cut off");
        picture(pane, "help-log");
        robot.clickOn("Copy diagnostics");
        until(() -> !said.isEmpty());
        assertThat(find("log-dialog")).as("it stays open").isPresent();
        robot.clickOn("Copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(area.getText());
    }

    @Test
    void aLogThatIsNotThereIsSaidSo() throws Exception {
        Files.delete(log);
        choose("Show log");
        TextArea area = (TextArea) dialog("log-dialog").lookup("#log-text");
        assertThat(area.getText()).isEqualTo("Nothing has been logged yet: nothing failed.");
    }

    @Test
    void aboutTellsVersionLibrariesAndLicences() throws Exception {
        choose("About SDPoint Explorer");
        DialogPane pane = dialog("about-dialog");
        TableView<?> table = (TableView<?>) pane.lookup("#about-libraries");
        assertThat(table.getItems()).hasSizeGreaterThan(60).hasOnlyElementsOfType(Library.class);
        picture(pane, "help-about");
        TabPane tabs = (TabPane) pane.lookup("#about-tabs");
        onFx(() -> {
            tabs.getSelectionModel().select(1);
            Themes.dress(pane.getScene(), true);
            return tabs;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((TextArea) pane.lookup("#about-notices")).getText()).contains("what others made");
        picture(pane, "help-about-dark");
        robot.type(KeyCode.ESCAPE);
        until(() -> find("about-dialog").isEmpty());
    }

    @Test
    void keysAreListed() throws Exception {
        choose("Keyboard shortcuts");
        DialogPane pane = dialog("help-keys-dialog");
        assertThat(robot.from(pane).lookup("Go to Train").tryQuery()).isPresent();
        picture(pane, "help-keys");
    }

    private void choose(String item) {
        robot.clickOn(button);
        robot.clickOn(item);
    }

    private DialogPane dialog(String id) throws Exception {
        until(() -> find(id).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return find(id).orElseThrow();
    }

    private static Optional<DialogPane> find(String id) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .filter(pane -> id.equals(pane.getId()))
                .findFirst();
    }

    /** For people to look at: target/help/*.png. */
    private static void picture(Node node, String name) throws Exception {
        Path file = Path.of("target", "help", name + ".png");
        Files.createDirectories(file.toAbsolutePath().getParent());
        var image = onFx(() -> SwingFXUtils.fromFXImage(node.getScene().snapshot(null), null));
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer of PNGs");
        }
    }

    private static void until(Supplier<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::get));
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
