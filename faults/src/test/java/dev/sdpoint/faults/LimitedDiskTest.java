package dev.sdpoint.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that is full at a chosen byte is full there, and nowhere else. */
final class LimitedDiskTest {
    @TempDir
    Path folder;

    @Test
    void isFullAtTheChosenByte() throws IOException {
        LimitedDisk disk = LimitedDisk.of(folder);
        Path file = disk.on(folder).resolve("a");
        disk.fullAfter(5);
        assertThatThrownBy(() -> Files.write(file, new byte[8]))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(Files.size(folder.resolve("a"))).isEqualTo(5);
        assertThatThrownBy(() -> Files.write(file, new byte[1])).hasMessage("No space left on device");
        disk.free();
        Files.write(file, new byte[8]);
        assertThat(Files.size(folder.resolve("a"))).isEqualTo(8);
        assertThat(disk.written()).isEqualTo(13);
    }

    @Test
    void isWriteProtectedForEverybody() throws IOException {
        LimitedDisk disk = LimitedDisk.of(folder);
        Path file = disk.on(folder).resolve("a");
        Files.writeString(file, "kept");
        disk.protect(true);
        assertThatThrownBy(() -> Files.writeString(file, "lost")).hasMessageContaining("Read-only file system");
        assertThatThrownBy(() -> Files.delete(file)).hasMessageContaining("Read-only file system");
        assertThat(Files.isWritable(file)).isFalse();
        assertThat(Files.readString(file)).isEqualTo("kept");
        disk.protect(false);
        Files.move(file, file.resolveSibling("b"), StandardCopyOption.ATOMIC_MOVE);
        try (var found = Files.newDirectoryStream(disk.on(folder), "*b")) {
            assertThat(found).containsExactly(file.resolveSibling("b"));
        }
    }
}
