package dev.sdpoint.app.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @Test
    void readsTheLastLines(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("log"), List.of("one", "two", "drei Äpfel"));
        assertThat(LogTail.lines(file, 2)).containsExactly("two", "drei Äpfel");
        assertThat(LogTail.lines(file, 9)).containsExactly("one", "two", "drei Äpfel");
    }

    @Test
    void readsNothingOfAFileThatIsNotThereOrEmpty(@TempDir Path folder) throws IOException {
        assertThat(LogTail.lines(folder.resolve("none"), 5)).isEmpty();
        assertThat(LogTail.lines(Files.createFile(folder.resolve("empty")), 5)).isEmpty();
    }

    @Test
    void leavesOutALineWhoseBeginningItDidNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("long"),
                IntStream.range(0, 60_000).mapToObj(i -> "ä line " + i).toList());
        List<String> lines = LogTail.lines(file, Integer.MAX_VALUE);
        assertThat(lines)
                .hasSizeBetween(10_000, 30_000)
                .allSatisfy(line -> assertThat(line).startsWith("ä line "));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("ä line 59999");
    }
}
