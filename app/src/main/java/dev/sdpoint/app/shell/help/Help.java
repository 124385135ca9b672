package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PrivatePaths;
import dev.sdpoint.app.workspace.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Help for a person in trouble or in doubt: what the Help menu does. JavaFX thread only. */
public final class Help implements HelpMenu.Actions {
    private static final Texts TEXTS = Texts.of(Help.class);

    /** Opens the user guide at the section about what is on screen. */
    public static final KeyCombination GUIDE = new KeyCodeCombination(KeyCode.F1);

    /** Opens the menu. */
    public static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN);

    private static final Logger LOG = LoggerFactory.getLogger(Help.class);
    private static final int SHOWN_LINES = 1_000;

    private final TaskRunner tasks;
    private final Path log;
    private final DiagnosticsReader diagnostics;
    private final List<Shortcut> shortcuts;
    private final Words words;
    private final Window window;
    /** Made at its first use: few people need it at a start. */
    private @Nullable HelpMenu menu;

    /** Where sentences go. */
    public interface Words {
        /** Tells that something is done. */
        void notice(String sentence);

        /** Tells that something failed, and what to do. */
        void problem(String sentence);
    }

    /** What the window itself does. */
    public interface Window {
        /** Opens the user guide. */
        void openGuide();

        /** Gives the hints of first visits anew. */
        void giveHints();
    }

    /**
     * @param log the log file
     * @param device says what computes; not called on the JavaFX thread
     * @param shortcuts the keys that the window knows
     */
    public Help(
            TaskRunner tasks, Path log, Callable<String> device, List<Shortcut> shortcuts, Words words, Window window) {
        this.tasks = tasks;
        this.log = log;
        diagnostics = new DiagnosticsReader(log, device);
        this.shortcuts = List.copyOf(shortcuts);
        this.words = words;
        this.window = window;
    }

    /** Opens the menu beside its button. */
    public void open(Node button) {
        if (menu == null) {
            menu = new HelpMenu(this);
        }
        menu.show(button);
    }

    @Override
    public void openGuide() {
        window.openGuide();
    }

    @Override
    public void showShortcuts() {
        HelpDialogs.shortcuts(shortcuts);
    }

    @Override
    public void giveHints() {
        window.giveHints();
    }

    /** Shows the last lines of the log in a window of their own. */
    @Override
    public void showLog() {
        PrivatePaths paths = PrivatePaths.ofThisPerson();
        // Older versions wrote paths as they are, and what is shown can be copied.
        read(
                () -> LogTail.lines(log, SHOWN_LINES).stream().map(paths::veil).toList(),
                lines -> HelpDialogs.log(paths.veil(log.toString()), lines, this::copy, this::copyDiagnostics));
    }

    /** Puts into the clipboard what somebody who helps needs to know. */
    @Override
    public void copyDiagnostics() {
        String screens = DiagnosticsReader.screens();
        read(() -> diagnostics.read(screens).text(PrivatePaths.ofThisPerson()), text -> {
            copy(text);
            words.notice(TEXTS.get("diagnostics.copied"));
        });
    }

    @Override
    public void showAbout() {
        String screens = DiagnosticsReader.screens();
        read(
                () -> new About(diagnostics.read(screens), Library.all(), Legal.notices(), Legal.licence()),
                HelpDialogs::about);
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private <T> void read(Callable<T> work, Consumer<T> shown) {
        tasks.run(work, shown, problem -> {
            LOG.error("What the Help menu shows cannot be read.", problem);
            words.problem(Sentence.of(problem));
        });
    }
}
