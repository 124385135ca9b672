package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
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
        RollingFileAppender<ILoggingEvent> appender = LogFile.appender(context, file.toString());
        Logger logger = context.getLogger("dev.sdpoint.test");
        logger.addAppender(appender);
        return logger;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
