package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesFoldersTest {
    @TempDir
    Path home;

    private static long entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    @Test
    void foldersThatWereMadeForNothingGoAgain() throws IOException {
        try (WholeFiles files = new WholeFiles()) {
            files.add(home.resolve("a/b/one.txt"), "1");
            files.add(home.resolve("a/c/two.txt"), "2");
            assertThat(home.resolve("a/c")).isDirectory();
        }
        assertThat(entries(home)).isZero();
    }

    @Test
    void foldersThatWereThereOrHoldSomethingStay() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        try (WholeFiles files = new WholeFiles()) {
            files.add(empty.resolve("one.txt"), "1");
            files.add(home.resolve("a/b/two.txt"), "2");
            Files.writeString(home.resolve("a/somebody's.txt"), "3");
        }
        assertThat(empty).isEmptyDirectory();
        assertThat(entries(home.resolve("a"))).isEqualTo(1);
    }

    @Test
    void foldersOfFinishedFilesStay() throws IOException {
        try (WholeFiles files = new WholeFiles()) {
            files.add(home.resolve("a/b/one.txt"), "1");
            files.finish();
        }
        assertThat(home.resolve("a/b/one.txt")).hasContent("1");
    }
}
