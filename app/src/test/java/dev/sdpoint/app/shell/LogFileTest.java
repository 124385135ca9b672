package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private final LoggerContext context = new LoggerContext();

    LogFileTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isBoundedHoweverFastAFailureRepeatsItself(@TempDir Path folder) throws IOException {
        Logger logger = logger(folder.resolve("sdpoint.log"));
        String line = "the same failure again, ".repeat(400);
        for (int i = 0; i < 3_000; i++) {
            logger.error(line); // 29 MB in all
        }
        List<Path> files = files(folder);
        assertThat(files).hasSize(1 + LogFile.OLDER);
        long whole = 0;
        for (Path file : files) {
            whole += Files.size(file);
        }
        assertThat(whole).isLessThan((1 + LogFile.OLDER) * (LogFile.MOST_BYTES + 100_000));
    }

    /** A window that has nothing to say for long, beside a command that fails again and again, and the other way round. */
    @Test
    void severalProgramsShareIt(@TempDir Path folder) throws IOException {
        LoggerContext other = new LoggerContext();
        other.setMDCAdapter(new LogbackMDCAdapter());
        Path file = folder.resolve("sdpoint.log");
        Logger window = logger(file);
        Logger command = logger(other, file);
        String line = "the same failure again, ".repeat(400);
        window.info("The window is open.");
        for (int i = 0; i < 900; i++) {
            command.error(line); // 9 MB
        }
        window.error("The window failed.");
        assertThat(Files.readString(file)).contains("The window failed.");
        for (int i = 0; i < 900; i++) {
            window.error(line);
        }
        command.error("The command failed.");
        assertThat(Files.readString(file)).contains("The command failed.");
        assertThat(files(folder)).hasSize(1 + LogFile.OLDER);
        other.stop();
    }

    @Test
    void olderOnesLieBesideItWhateverTheFolderIsCalled(@TempDir Path folder) throws IOException {
        Path percent = Files.createDirectory(folder.resolve("100%b x"));
        Logger logger = logger(percent.resolve("sdpoint.log"));
        for (int i = 0; i < 60; i++) {
            logger.error("x".repeat(100_000)); // 6 MB
        }
        assertThat(files(folder)).containsExactly(percent);
        assertThat(files(percent))
                .map(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("sdpoint.log", "sdpoint.log.1", "sdpoint.log.2");
    }

    /** A task that is cancelled says so in a thread that has been interrupted. */
    @Test
    void anInterruptedThreadIsHeard(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sdpoint.log");
        Logger logger = logger(file);
        Thread.currentThread().interrupt();
        try {
            logger.error("cancelled");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Files.readString(file)).contains("cancelled");
    }

    @Test
    void oneEventIsCutWhereItIsEndless(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sdpoint.log");
        logger(file).error("x".repeat(1_000_000));
        assertThat(Files.size(file)).isLessThan(210_000);
        assertThat(Files.readString(file)).endsWith("(cut)" + System.lineSeparator());
    }

    @Test
    void tellsNobodyWhereThePersonLives(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sdpoint.log");
        String home = System.getProperty("user.home", "");
        assertThat(home).as("a home to be hidden").hasSizeGreaterThan(1);
        logger(file)
                .error(
                        "The model {} cannot be read.",
                        home + "/models/mine.sdp",
                        new IOException(home + "/models/mine.sdp: no such file"));
        assertThat(Files.readString(file))
                .contains("The model ~/models/mine.sdp cannot be read.")
                .contains("IOException: ~/models/mine.sdp: no such file")
                .contains("at " + LogFileTest.class.getName())
                .doesNotContain(home + "/");
    }

    private Logger logger(Path file) {
        return logger(context, file);
    }

    private static Logger logger(LoggerContext context, Path file) {
        Logger logger = context.getLogger("dev.sdpoint.test");
        logger.addAppender(LogFile.appender(context, file));
        return logger;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
