package dev.sdpoint.app.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.PulseWatch;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.css.CssParser;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with the real places, led by keyboard and mouse. */
class WindowJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private AppServices services = onFx(() -> new AppServices(
            tasks,
            new ForgetfulPreferences(),
            new BundledContent(),
            new RunArchive(UserFolders.home().resolve("runs-" + UUID.randomUUID()))));
    private Stage stage = FxToolkit.registerPrimaryStage();
    private MainWindow window = onFx(() -> new MainWindow(services, stage));

    WindowJourneyTest() throws Exception {
        Fonts.load();
    }

    @BeforeEach
    void show() throws Exception {
        onFx(() -> {
            services.themes().choiceProperty().set(Theme.LIGHT);
            CssParser.errorsProperty().clear();
            stage.setX(0);
            stage.setY(0);
            window.show(() -> {});
            return stage;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            // all tests share the primary stage: it must not keep this window's least size
            stage.setMaximized(false);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            return stage;
        });
        tasks.close();
    }

    @Test
    void everyPlaceIsReachedByKeyboardWithoutBlockingTheThread() throws Exception {
        openBundled();
        PulseWatch watch = new PulseWatch();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        assertPlace(PlaceId.GALLERY);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertPlace(PlaceId.TRAIN);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertPlace(PlaceId.BUDGET);
        double least = Double.MAX_VALUE;
        // What another program on the machine disturbs is not the same visit three times.
        for (int visit = 0; visit < 3; visit++) {
            onFx(() -> {
                services.workspace().currentPlaceProperty().set(PlaceId.BUDGET);
                return watch;
            });
            assertPlace(PlaceId.BUDGET);
            onFx(() -> {
                watch.start();
                services.workspace().currentPlaceProperty().set(PlaceId.GALLERY);
                return watch;
            });
            until(() -> watch.pulses() > 20);
            least = Math.min(least, onFx(watch::mostWorkMillis));
        }
        assertThat(least).isLessThan(50);
    }

    /** The card of an empty queue is not there to have the focus. */
    @Test
    void theUndoKeyWorksWhereverTheFocusIs() throws Exception {
        openBundled();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertPlace(PlaceId.TRAIN);
        until(() -> !robot.lookup("#train-enqueue").queryButton().isDisabled());
        onFx(() -> {
            robot.lookup("#train-enqueue").queryButton().fire();
            ListView<?> queue = robot.lookup("#queue-list").queryListView();
            queue.getSelectionModel().select(0);
            queue.requestFocus();
            return queue;
        });
        robot.type(KeyCode.DELETE);
        ListView<?> queue = onFx(() -> robot.lookup("#queue-list").queryListView());
        until(() -> queue.getItems().isEmpty());
        until(() ->
                robot.lookup("#train-notice").queryAs(Label.class).getText().contains("was taken out of the queue"));
        onFx(() -> {
            robot.lookup("#help").query().requestFocus();
            return stage;
        });
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> queue.getItems().size() == 1);
        onFx(() -> {
            queue.getSelectionModel().select(0);
            queue.requestFocus();
            return stage;
        });
        robot.type(KeyCode.DELETE); // later tests find no queue
        until(() -> queue.getItems().isEmpty());
    }

    @Test
    void helpOpensByItsKeyAndItsButton() throws Exception {
        Set<Label> words = robot.from(robot.lookup("#help").queryButton().getGraphic())
                .lookup(Label.class::isInstance)
                .queryAllAs(Label.class);
        assertThat(words).extracting(Label::getText).containsExactlyInAnyOrder("Help", "Shift+F1");
        assertThat(words).allSatisfy(word -> assertThat(word.getWidth()).isGreaterThanOrEqualTo(word.prefWidth(-1)));
        robot.press(KeyCode.SHIFT, KeyCode.F1).release(KeyCode.F1, KeyCode.SHIFT);
        until(() -> robot.lookup("#help-diagnostics").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#help-diagnostics").tryQuery().isEmpty());
        robot.clickOn("#help");
        robot.clickOn("Keyboard shortcuts");
        until(() -> robot.lookup("Go to Budget").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("Go to Budget").tryQuery().isEmpty());
    }

    @Test
    void theUserGuideOpensAtThePlaceFindsAWordAndClosesAsOneWindow() throws Exception {
        assertThat(window.guide().stage()).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        assertPlace(PlaceId.GALLERY);
        robot.type(KeyCode.F1);
        until(() -> window.guide().drawn());
        Stage guide = onFx(() -> window.guide().stage().orElseThrow());
        until(() -> contents(guide).startsWith("Gallery"));
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.targetWindow(guide).write("non-monotone");
        until(() -> robot.from(guide.getScene().getRoot())
                .lookup("#guide-count")
                .queryAs(Label.class)
                .getText()
                .matches("\\d+ of \\d+"));
        onFx(() -> {
            stage.toFront(); // the guide may lie over the button
            stage.requestFocus();
            services.workspace().currentPlaceProperty().set(PlaceId.BUDGET);
            return stage;
        });
        robot.clickOn("#help");
        robot.clickOn("#help-guide");
        until(() -> contents(guide).startsWith("Budget"));
        assertThat(onFx(() -> window.guide().stage())).as("the same window").contains(guide);
        onFx(() -> {
            guide.setWidth(900);
            return guide;
        });
        robot.type(KeyCode.ESCAPE); // what is found
        robot.type(KeyCode.ESCAPE); // the window
        until(() -> window.guide().stage().isEmpty());
        assertThat(services.preferences().getDouble("guide.width", 0)).isEqualTo(900);
    }

    private static String contents(Stage guide) {
        ListView<?> list = (ListView<?>) guide.getScene().lookup("#guide-contents");
        return list.getSelectionModel().getSelectedItem() == null
                ? ""
                : list.getSelectionModel().getSelectedItem().toString().replaceFirst(".*text=", "");
    }

    @Test
    void theSidebarIsLedByArrowsAndSpace() throws Exception {
        openBundled();
        onFx(() -> {
            robot.lookup("#nav-budget").queryAs(ToggleButton.class).requestFocus();
            return stage;
        });
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.SPACE);
        assertPlace(PlaceId.GALLERY);
        assertThat(robot.lookup("#nav-gallery").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#nav-gallery").queryAs(ToggleButton.class).isSelected())
                .as("a place that is on screen stays selected")
                .isTrue();
    }

    @Test
    void aFirstStartIsFullOfRealContentInBothThemesAndTheSmallestSize() throws Exception {
        openBundled();
        until(() -> !text("#status-device").isEmpty());
        assertThat(text("#status-model")).startsWith("wrn-16-2-cifar10 · sdpoint");
        assertThat(text("#status-data")).contains("2,000 validation images");
        assertThat(text("#status-instance")).endsWith(" % of full");
        assertThat(services.opening().messageProperty().get()).isEmpty();
        for (boolean small : new boolean[] {false, true}) {
            onFx(() -> {
                stage.setWidth(small ? 1024 : 1440);
                stage.setHeight(small ? 700 : 900);
                return stage;
            });
            choose("#theme-dark");
            until(() -> Themes.darkProperty().get());
            picture("shell-dark-" + (small ? "small" : "large"));
            choose("#theme-light");
            until(() -> !Themes.darkProperty().get());
            picture("shell-light-" + (small ? "small" : "large"));
        }
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @Test
    void aFileThatIsNoModelIsTold() throws Exception {
        onFx(() -> {
            services.openModel(Path.of("target", "nowhere.sdp"));
            return stage;
        });
        until(() -> services.opening().messageProperty().get().isPresent());
        until(() -> robot.lookup(".notification-bar .label").tryQuery().isPresent());
        String sentence =
                services.opening().messageProperty().get().orElseThrow().sentence();
        assertThat(sentence).contains("nowhere.sdp").endsWith(".").doesNotContain("Exception");
        picture("shell-problem");
    }

    @Test
    void whatNobodyCaughtBecomesASentence() throws Exception {
        robot.interact(() -> requireNonNull(stage.getScene().getAccelerators().get(Sidebar.shortcut(PlaceId.BUDGET)))
                .run());
        tasks.onFxThread(() -> {
            throw new NullPointerException("inside");
        });
        until(() -> services.opening().messageProperty().get().isPresent());

        Message message = services.opening().messageProperty().get().orElseThrow();
        assertThat(message.sentence())
                .isEqualTo("Something went wrong inside the program (NullPointerException). The log says more.");
        assertThat(message.actions()).extracting(Message.Action::label).containsExactly("Show log");
    }

    @Test
    void nothingInTheSidebarIsWithoutAName() {
        for (Node node : robot.lookup(".nav-item").queryAll()) {
            assertThat(node.getAccessibleText()).isNotBlank();
            assertThat(node.isFocusTraversable()).isTrue();
        }
        assertThat(robot.lookup(".nav-item").queryAll())
                .hasSize(PlaceId.values().length + 3); // and opening a model or data, and help
    }

    private void assertPlace(PlaceId place) throws TimeoutException {
        until(() -> services.workspace().currentPlaceProperty().get() == place);
        until(() -> {
            StackPane screen = robot.lookup("#screen").queryAs(StackPane.class);
            return screen.getAccessibleText().equals(place.title())
                    && screen.getChildren().size() == 1
                    && screen.getChildren().get(0).getLayoutBounds().getWidth() > 800;
        });
    }

    private void openBundled() throws Exception {
        onFx(() -> {
            services.openBundled();
            return stage;
        });
        until(() -> services.workspace().outcomesProperty().get().isPresent());
    }

    /** Presses a button by keyboard, which does not depend on a layout that may still be under way. */
    private void choose(String selector) throws Exception {
        onFx(() -> {
            robot.lookup(selector).queryAs(ToggleButton.class).requestFocus();
            return stage;
        });
        robot.type(KeyCode.SPACE);
    }

    private String text(String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        Image image = onFx(() -> stage.getScene().snapshot(null));
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
