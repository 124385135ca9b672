package dev.sdpoint.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that were opened last. */
final class RecentModelsTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheNewestFirstAndEachOnce() throws IOException {
        RecentModels recent = new RecentModels(folder.resolve("home/recent.txt"));
        assertThat(recent.list()).isEmpty();
        Path a = folder.resolve("a.sdp");
        Path b = folder.resolve("a folder, ä/b.sdp");
        recent.add(a);
        recent.add(b);
        recent.add(folder.resolve("x/../a.sdp"));
        assertThat(new RecentModels(folder.resolve("home/recent.txt")).list()).containsExactly(a, b);
        recent.remove(a);
        assertThat(recent.list()).containsExactly(b);
    }

    @Test
    void forgetsTheOldest() throws IOException {
        RecentModels recent = new RecentModels(folder.resolve("recent.txt"));
        for (int i = 0; i < 12; i++) {
            recent.add(folder.resolve(i + ".sdp"));
        }
        assertThat(recent.list())
                .containsExactlyElementsOf(IntStream.iterate(11, i -> i >= 4, i -> i - 1)
                        .mapToObj(i -> folder.resolve(i + ".sdp"))
                        .toList());
    }

    @Test
    void ignoresWhatIsNoPath() throws IOException {
        Path file = folder.resolve("recent.txt");
        Files.write(
                file,
                ("relative.sdp\n\n\u0000\n" + folder.resolve("a.sdp") + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(new RecentModels(file).list()).containsExactly(folder.resolve("a.sdp"));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(new RecentModels(file).list()).isEmpty();
        Files.write(file, new byte[1 << 20]);
        assertThat(new RecentModels(file).list()).isEmpty();
    }
}
