package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.cli.Version;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.training.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the program, the machine and the log. Not on the JavaFX thread, but for {@link #screens}. */
final class DiagnosticsReader {
    private static final Texts TEXTS = Texts.of(DiagnosticsReader.class);
    static final int LOG_LINES = 60;

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsReader.class);

    private final Path log;
    private final Callable<String> device;

    /**
     * @param log the log file
     * @param device says what computes; loads libraries for that
     */
    DiagnosticsReader(Path log, Callable<String> device) {
        this.log = log;
        this.device = device;
    }

    /** @param screens as {@link #screens} tells them */
    Diagnostics read(String screens) {
        Machine machine = ThisMachine.with(new Device("any", 1, 1));
        Runtime java = Runtime.getRuntime();
        return new Diagnostics(
                TEXTS.get("program", Version.number()),
                TEXTS.get(
                        "java",
                        property("java.runtime.version"),
                        property("java.vendor"),
                        property("javafx.runtime.version")),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                TEXTS.get("processor", machine.processor(), java.availableProcessors()),
                machine.memoryBytes(),
                java.totalMemory() - java.freeMemory(),
                java.maxMemory(),
                device(),
                screens,
                folder(UserFolders.home()),
                log());
    }

    /** Sizes and scales of all screens. JavaFX thread. */
    static String screens() {
        List<String> words = new ArrayList<>();
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D bounds = screen.getBounds();
            words.add(TEXTS.get(
                    "screen",
                    Math.round(bounds.getWidth()),
                    Math.round(bounds.getHeight()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * screen.getOutputScaleX())));
        }
        return String.join(", ", words);
    }

    private String device() {
        try {
            return device.call();
        } catch (Exception | LinkageError e) {
            LOG.error("The device that computes cannot be named.", e);
            return TEXTS.get("device.none");
        }
    }

    private List<String> log() {
        try {
            return LogTail.lines(log, LOG_LINES);
        } catch (IOException e) {
            return List.of(TEXTS.get("diagnostics.log.problem", Sentence.of(e)));
        }
    }

    private static String folder(Path home) {
        Path there = home.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        // Its file store would have to be found in the list of mounts, which has none in a container.
        return TEXTS.get("folder", home, Sizes.of(there.toFile().getUsableSpace()));
    }

    private static String property(String name) {
        return System.getProperty(name, TEXTS.get("unknown"));
    }
}
