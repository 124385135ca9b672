package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PrivateFolders;
import dev.sdpoint.app.workspace.UserFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Sends every log line to one file in the person's folder, those of JavaFX and the JDK too, and none to the terminal. */
final class Logs {
    private static final String FILE = "sdpoint.logfile";

    private Logs() {}

    /** Must run before the first logger is made. */
    static void start() {
        if (System.getProperty(FILE) == null) {
            Path folder = UserFolders.logs();
            System.setProperty(FILE, folder.resolve("sdpoint.log").toString());
            try {
                PrivateFolders.make(folder);
            } catch (IOException e) {
                // There is no log to say it in; the program runs without one.
            }
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new ToFile());
    }

    /** Whether the program logs to its file, rather than as a test configures it. */
    static boolean isStarted() {
        return System.getProperty(FILE) != null;
    }

    /** The log file. */
    static Path file() {
        return Path.of(System.getProperty(FILE, "sdpoint.log"));
    }

    private static final class ToFile extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() < Level.INFO.intValue()) {
                return;
            }
            String name =
                    line.getLoggerName() == null || line.getLoggerName().isEmpty() ? "java" : line.getLoggerName();
            String message = formatter.formatMessage(line);
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                LoggerFactory.getLogger(name).warn(message, line.getThrown());
            } else {
                LoggerFactory.getLogger(name).info(message, line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
