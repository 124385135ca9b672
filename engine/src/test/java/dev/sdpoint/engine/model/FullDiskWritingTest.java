package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.LimitedDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Full at whichever byte, the disk keeps the old file, and the next try with room succeeds. */
final class FullDiskWritingTest {
    private static final int TRIES = 20;
    private static final String KIND = "test";

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @FaultTest
    void theOldModelStaysWhereverTheDiskIsFull(FaultSeed seed) throws Exception {
        Random random = seed.random();
        LimitedDisk disk = LimitedDisk.of(folder);
        Path file = disk.on(folder).resolve("model.sdp");
        byte[] old = new byte[1 + random.nextInt(100_000)];
        random.nextBytes(old);
        SealedZip.write(file, KIND, 1, Map.of("old", old));
        long length = disk.written();
        for (int i = 0; i < TRIES; i++) {
            disk.fullAfter(random.nextInt((int) length));
            assertThatThrownBy(() -> SealedZip.write(file, KIND, 1, Map.of("new", old)))
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("Could not write " + file + " (the disk is full)")
                    .hasMessageMatching("[^\\n]+[.] [A-Z][^\\n]+[.]");
            assertThat(SealedZip.read(file, KIND, 1)).containsOnlyKeys("old");
            assertThat(names()).containsExactly("model.sdp");
        }
        disk.free();
        SealedZip.write(file, KIND, 1, Map.of("new", old));
        assertThat(SealedZip.read(file, KIND, 1)).containsOnlyKeys("new");
    }

    @FaultTest
    void filesThatBelongTogetherStayTogether(FaultSeed seed) throws Exception {
        Random random = seed.random();
        LimitedDisk disk = LimitedDisk.of(folder);
        Path first = disk.on(folder).resolve("a");
        Path second = disk.on(folder).resolve("b");
        pair(first, second, "old ".repeat(2000));
        for (int i = 0; i < TRIES; i++) {
            disk.fullAfter(random.nextInt(20_000));
            assertThatThrownBy(() -> pair(first, second, "new! ".repeat(2000)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            assertThat(Files.readString(first)).isEqualTo("old ".repeat(2000));
            assertThat(Files.readString(second)).isEqualTo("old ".repeat(2000));
            assertThat(names()).containsExactly("a", "b");
        }
        disk.free();
        pair(first, second, "new");
        assertThat(Files.readString(first) + Files.readString(second)).isEqualTo("newnew");
        assertThat(names()).containsExactly("a", "b");
    }

    private static void pair(Path first, Path second, String text) throws IOException {
        try (WholeFiles files = new WholeFiles()) {
            files.add(first, text);
            files.add(second, text);
            files.finish();
        }
    }

    /** Somebody writes into the file in place, as no well-behaved program does, while it is read. */
    @FaultTest
    void aFileThatIsChangedUnderOurFeetIsReadAsOneOfBothOrRefused(FaultSeed seed) throws Exception {
        Path file = folder.resolve("model.sdp");
        byte[] fill = new byte[300_000];
        seed.random().nextBytes(fill);
        SealedZip.write(file, KIND, 1, Map.of("fill", fill, "which", "one".getBytes(StandardCharsets.UTF_8)));
        byte[] one = Files.readAllBytes(file);
        seed.random().nextBytes(fill);
        fill[7]++;
        SealedZip.write(file, KIND, 1, Map.of("fill", fill, "which", "two".getBytes(StandardCharsets.UTF_8)));
        byte[] two = Files.readAllBytes(file);
        Thread changing = new Thread(() -> {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                try {
                    Files.write(file, i % 2 == 0 ? one : two);
                } catch (IOException e) {
                    return; // interrupted
                }
            }
        });
        changing.start();
        try {
            for (int i = 0; i < 100; i++) {
                try {
                    Map<String, byte[]> read = SealedZip.read(file, KIND, 1);
                    boolean first = new String(read.getOrDefault("which", fill), StandardCharsets.UTF_8).equals("one");
                    assertThat(read.getOrDefault("fill", new byte[0])[7] == fill[7])
                            .isEqualTo(!first);
                } catch (ModelFileException e) {
                    assertThat(e.getMessage())
                            .doesNotContain("\n")
                            .doesNotContain("Exception")
                            .endsWith(".");
                }
            }
        } finally {
            changing.interrupt();
            changing.join();
        }
    }
}
