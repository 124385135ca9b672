package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.text.MarkedTexts;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window in a language in which every text is marked: what is not marked, a translator could not reach. */
class TranslatedWindowTest {
    /** Words that are the same in every language: units, names of networks, of classes, of files and of keys. */
    private static final List<String> NAMES = List.of(
            "(?i:SDPoint)( Explorer)?",
            "(CIFAR|wrn|densenet|resnet).*",
            "(\\d+: )?((airplane|automobile|bird|cat|deer|dog|frog|horse|ship|truck)(, )?)+",
            "(Ctrl|Alt|Shift)\\+.*|F1|Esc|top-[15]",
            "[-–−\\d.,:/\\h]*(GFLOPs|MFLOPs|FLOPs|ms|px|MB|GB|GiB|kB)?",
            "p\\([a-z]+\\)|[a-z0-9.-]+\\.sdp",
            "AMD.*|Intel.*|.*AVX.*");

    /** What the engine, files and commands share with the window in English (docs/decisions/0018). */
    private static final List<String> SHARED = List.of(
            ".*(after block \\d|full resolution|×0\\.).*",
            "CPU with .*|No NVIDIA driver .*",
            "(engine|augmentation) .*",
            "(Best|Full|Mean) error.*|Best instance|Error ≤.*|Evaluated|Images|Method|Network|Run");

    private static final Pattern ENGLISH =
            Pattern.compile(Stream.concat(NAMES.stream(), SHARED.stream()).collect(Collectors.joining("|")));

    /** Models that other tests have put into the library are called what their maker likes. */
    private static final String OWN_NAMES = "models-list";

    private final FxTaskRunner tasks = new FxTaskRunner();
    private Stage stage = FxToolkit.registerPrimaryStage();
    private AppServices services = marked();
    private MainWindow window = onFx(() -> new MainWindow(services, stage));

    TranslatedWindowTest() throws Exception {
        Fonts.load();
    }

    private AppServices marked() throws Exception {
        MarkedTexts.mark(true);
        return onFx(() -> new AppServices(
                tasks,
                new ForgetfulPreferences(),
                new BundledContent(),
                new RunArchive(UserFolders.home().resolve("runs-" + UUID.randomUUID()))));
    }

    @BeforeEach
    void show() throws Exception {
        onFx(() -> {
            services.themes().choiceProperty().set(Theme.LIGHT);
            stage.setWidth(1440);
            stage.setHeight(900);
            window.show(services::openBundled);
            return stage;
        });
    }

    @AfterEach
    void close() throws Exception {
        MarkedTexts.mark(false);
        onFx(() -> {
            window.close();
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            return stage;
        });
        tasks.close();
    }

    @Test
    void everyWordOfEveryPlaceComesFromABundle() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> services.workspace().outcomesProperty().get().isPresent() && window.prepared()));
        TreeSet<String> unmarked = new TreeSet<>();
        for (PlaceId place : PlaceId.values()) {
            onFx(() -> {
                services.workspace().currentPlaceProperty().set(place);
                return place;
            });
            WaitForAsyncUtils.waitForFxEvents(5);
            TimeUnit.MILLISECONDS.sleep(500);
            List<String> said = onFx(() -> said(stage.getScene().getRoot()));
            assertThat(said).as("%s", place).anyMatch(text -> text.startsWith(MarkedTexts.MARK));
            said.stream()
                    .filter(text -> !text.contains(MarkedTexts.MARK))
                    .filter(text -> text.matches("(?s).*\\p{L}{3}.*"))
                    .filter(text -> !ENGLISH.matcher(text).matches())
                    .forEach(text -> unmarked.add(place + ": " + text));
        }
        assertThat(unmarked).isEmpty();
    }

    /** Texts, prompts, tool tips, entries of menus and what screen readers are told, of all that is visible. */
    private static List<String> said(Node node) {
        List<String> said = new ArrayList<>();
        if (!node.isVisible() || OWN_NAMES.equals(node.getId())) {
            return said;
        }
        if (node.getAccessibleText() != null) {
            said.add(node.getAccessibleText());
        }
        if (node instanceof Labeled labeled) {
            Stream.of(labeled.getText()).filter(text -> text != null).forEach(said::add);
            tip(labeled.getTooltip(), said);
        }
        if (node instanceof TextInputControl input) {
            Stream.of(input.getPromptText()).filter(text -> text != null).forEach(said::add);
            tip(input.getTooltip(), said);
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream()
                    .map(MenuItem::getText)
                    .filter(text -> text != null)
                    .forEach(said::add);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> said.addAll(said(child)));
        }
        return said;
    }

    private static void tip(Tooltip tip, List<String> said) {
        if (tip != null && tip.getText() != null) {
            said.add(tip.getText());
        }
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
