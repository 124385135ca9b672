package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an archive can try. */
@Timeout(60)
final class TarUnpackerTest {
    @TempDir
    private Path parent;

    private void unpack(byte[] packed, InstallWatcher watcher, Disk disk) throws Exception {
        Path folder = Files.createDirectories(parent.resolve("inside"));
        new TarUnpacker(SmallArchive.nowhere(SmallArchive.BYTES), watcher, disk)
                .unpack(new ByteArrayInputStream(packed), folder);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> isRefused(SmallArchive.Content content) {
        byte[] packed = SmallArchive.pack(content);
        return assertThatThrownBy(() -> unpack(packed, InstallWatcher.NONE, Disk.REAL))
                .isInstanceOf(DownloadException.class);
    }

    @Test
    void unpacksTheRightFiles() throws Exception {
        unpack(SmallArchive.BYTES, InstallWatcher.NONE, Disk.REAL);
        assertThat(parent.resolve("inside/first.bin")).hasBinaryContent(SmallArchive.FIRST);
        assertThat(parent.resolve("inside/second.bin")).hasBinaryContent(SmallArchive.SECOND);
        assertThat(parent.resolve("inside/names.txt")).hasBinaryContent(SmallArchive.NAMES);
    }

    @Test
    void staysInsideItsFolder() {
        for (String name : new String[] {
            "../escaped",
            "/tmp/sdpoint-escaped",
            "tiny-binary/../../escaped",
            "tiny-binary/deeper/first.bin",
            "tiny-binary/..",
            "tiny-binary\\..\\escaped",
            "tiny-binary/.hidden",
            "other/first.bin",
            "C:\\escaped"
        }) {
            isRefused(tar -> SmallArchive.file(tar, name, new byte[] {1})).hasMessageContaining("no plain file");
        }
        assertThat(parent.resolve("escaped")).doesNotExist();
        assertThat(parent.resolve("inside")).isEmptyDirectory();
        assertThat(Path.of("/tmp/sdpoint-escaped")).doesNotExist();
    }

    @Test
    void makesNoLinksAndNoDevices() {
        for (byte kind : new byte[] {
            TarConstants.LF_SYMLINK,
            TarConstants.LF_LINK,
            TarConstants.LF_CHR,
            TarConstants.LF_BLK,
            TarConstants.LF_FIFO,
            TarConstants.LF_DIR
        }) {
            isRefused(tar -> {
                        TarArchiveEntry entry = new TarArchiveEntry(SmallArchive.FOLDER + "/first.bin", kind);
                        entry.setLinkName("/etc/passwd");
                        tar.putArchiveEntry(entry);
                        tar.closeArchiveEntry();
                    })
                    .hasMessageContaining("no plain file");
        }
        assertThat(parent.resolve("inside")).isEmptyDirectory();
    }

    @Test
    void refusesOtherLengths() {
        byte[] longer = Arrays.copyOf(SmallArchive.FIRST, SmallArchive.FIRST.length + 1);
        isRefused(tar -> SmallArchive.file(tar, SmallArchive.FOLDER + "/first.bin", longer))
                .hasMessageContaining("300,001 bytes instead of 300,000");
        byte[] shorter = Arrays.copyOf(SmallArchive.FIRST, 10);
        isRefused(tar -> SmallArchive.file(tar, SmallArchive.FOLDER + "/first.bin", shorter))
                .hasMessageContaining("10 bytes instead of 300,000");
        isRefused(tar -> SmallArchive.file(tar, SmallArchive.FOLDER + "/names.txt", new byte[65_537]))
                .hasMessageContaining("at most 65,536");
    }

    @Test
    void refusesASecondFileOfOneName() {
        isRefused(tar -> {
                    SmallArchive.all(tar);
                    SmallArchive.file(tar, SmallArchive.FOLDER + "/names.txt", SmallArchive.NAMES);
                })
                .hasMessageContaining("names.txt twice");
    }

    @Test
    void refusesManyFiles() {
        isRefused(tar -> {
                    for (int i = 0; i < 100; i++) {
                        SmallArchive.file(tar, SmallArchive.FOLDER + "/f" + i, new byte[0]);
                    }
                })
                .hasMessageContaining("more than 64 files");
    }

    @Test
    void endsWhatUnpacksToMuchMore() {
        isRefused(tar -> SmallArchive.file(tar, SmallArchive.FOLDER + "/zeros", new byte[20_000_000]))
                .isInstanceOf(DownloadException.class);
        // a header that goes before a file and has no published length
        byte[] header = ("20000000 comment=" + "a".repeat(20_000_000 - 18) + "\n").getBytes(StandardCharsets.US_ASCII);
        isRefused(tar -> {
                    TarArchiveEntry entry =
                            new TarArchiveEntry("tiny-binary/header", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
                    entry.setSize(header.length);
                    tar.putArchiveEntry(entry);
                    tar.write(header);
                    tar.closeArchiveEntry();
                })
                .hasMessageContaining("unpacks to more than the published files");
    }

    @Test
    void saysThatAnArchiveIsCutShortOrNone() {
        byte[] half = Arrays.copyOf(SmallArchive.BYTES, SmallArchive.BYTES.length / 2);
        assertThatThrownBy(() -> unpack(half, InstallWatcher.NONE, Disk.REAL))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("tiny.tar.gz is damaged");
        assertThatThrownBy(() -> unpack(new byte[1000], InstallWatcher.NONE, Disk.REAL))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void endsWhenThatIsWanted() {
        InstallWatcher impatient = new InstallWatcher() {
            @Override
            public boolean cancelled() {
                return Files.exists(parent.resolve("inside/first.bin"));
            }
        };
        assertThatThrownBy(() -> unpack(SmallArchive.BYTES, impatient, Disk.REAL))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThatThrownBy(() -> unpack(SmallArchive.BYTES, InstallWatcher.NONE, new FullDisk(350_000)))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("second.bin");
    }

    /** A disk that takes some bytes and no more. */
    static final class FullDisk implements Disk {
        private long left;

        FullDisk(long left) {
            this.left = left;
        }

        @Override
        public OutputStream append(Path file) throws IOException {
            return bounded(Disk.REAL.append(file));
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            return bounded(Disk.REAL.create(file));
        }

        private OutputStream bounded(OutputStream out) {
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    left -= length;
                    if (left < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, offset, length);
                }
            };
        }
    }
}
