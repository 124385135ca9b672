package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Checksums;
import dev.sdpoint.engine.download.InstallProgress.Stage;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A data set comes, is checked, goes and comes back. */
@Timeout(60)
final class DataLibraryTest {
    /** Waits long for a byte: a busy machine is no server that sends nothing. */
    private static final Patience PATIENCE = Downloads.patience(Duration.ofSeconds(30), 2);

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("data");
    }

    private DataLibrary library() {
        return library(Disk.REAL);
    }

    private DataLibrary library(Disk disk) {
        return new DataLibrary(folder(), PATIENCE, disk);
    }

    private static LyingServer honest() throws IOException {
        return new LyingServer((request, out) -> LyingServer.honest(request, out, SmallArchive.BYTES, "\"t\""));
    }

    private void assertInstalled(DataArchive archive) throws DownloadException {
        Path inside = folder().resolve("tiny/tiny-binary");
        assertThat(library().look(archive)).isEqualTo(new Holding.Installed(inside, 500_000));
        assertThat(inside.resolve("first.bin")).hasBinaryContent(SmallArchive.FIRST);
        assertThat(inside.resolve("names.txt")).hasBinaryContent(SmallArchive.NAMES);
        assertThat(names()).containsExactlyInAnyOrder("tiny", ".tiny.lock");
    }

    private Set<String> names() {
        try (Stream<Path> paths = Files.list(folder())) {
            return paths.map(path -> path.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void installsFromAServerAndSaysWhereItCameFrom() throws Exception {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        try (LyingServer server = honest()) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
            assertThat(folder()).as("looking makes no folder").doesNotExist();
            library().install(archive, Source.official(archive), new InstallWatcher() {
                @Override
                public void at(InstallProgress progress) {
                    stages.add(progress.stage());
                }
            });
            assertInstalled(archive);
            assertThat(stages).contains(Stage.CONNECTING, Stage.DOWNLOADING, Stage.CHECKING, Stage.UNPACKING);
            assertThat(folder().resolve("tiny/source.properties"))
                    .content()
                    .contains(Checksums.sha256(SmallArchive.BYTES), "tiny.tar.gz", "Nobody (2024)");
            library().check(archive, InstallWatcher.NONE);
            library().install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests())
                    .as("what is here is not fetched again")
                    .hasSize(1);
        }
    }

    @Test
    void takesTheArchiveThatAPersonHas() throws Exception {
        Path file = Files.write(parent.resolve("mine.tgz"), SmallArchive.BYTES);
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        library().install(archive, new Source.Existing(file), InstallWatcher.NONE);
        assertInstalled(archive);
        assertThat(file).as("stays").hasBinaryContent(SmallArchive.BYTES);
    }

    @Test
    void takesTheFolderThatAPersonHas() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        library().install(archive, new Source.Existing(unpacked()), InstallWatcher.NONE);
        assertInstalled(archive);
    }

    private Path unpacked() throws IOException {
        Path mine = Files.createDirectories(parent.resolve("mine/tiny-binary"));
        Files.write(mine.resolve("first.bin"), SmallArchive.FIRST);
        Files.write(mine.resolve("second.bin"), SmallArchive.SECOND);
        Files.write(mine.resolve("names.txt"), SmallArchive.NAMES);
        return parent.resolve("mine");
    }

    private void assertRefused(Path existing, String... words) throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        var refused = assertThatThrownBy(
                        () -> library().install(archive, new Source.Existing(existing), InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class);
        for (String word : words) {
            refused.hasMessageContaining(word);
        }
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
    }

    @Test
    void refusesWhatIsNotThePublishedDataSet() throws Exception {
        assertRefused(parent.resolve("none.tar.gz"), "There is no file");
        assertRefused(Files.write(parent.resolve("cifar-10-python.tar.gz"), new byte[10]), "Python or Matlab version");
        byte[] damaged = SmallArchive.BYTES.clone();
        damaged[5000] ^= 1;
        assertRefused(
                Files.write(parent.resolve("a.tgz"), damaged), "its content differs", "Choose the file tiny.tar.gz");
        Path mine = unpacked();
        Files.delete(mine.resolve("tiny-binary/names.txt"));
        assertRefused(mine, "names.txt is missing");
        unpacked();
        damaged = SmallArchive.SECOND.clone();
        damaged[7] ^= 1;
        Files.write(mine.resolve("tiny-binary/second.bin"), damaged);
        assertRefused(mine, "the content of second.bin is not the published one");
    }

    @Test
    void throwsWrongBytesAway() throws Exception {
        byte[] wrong = SmallArchive.BYTES.clone();
        wrong[5000] ^= 1;
        try (LyingServer server = new LyingServer((request, out) -> LyingServer.honest(request, out, wrong, "\"t\""))) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            assertThatThrownBy(() -> library().install(archive, Source.official(archive), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("is not tiny.tar.gz as published")
                    .hasMessageContaining("It was removed");
            assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
        }
    }

    @Test
    void checksEveryFileAlsoWhenTheArchiveIsRight() throws Exception {
        byte[] other = SmallArchive.pack(tar -> {
            SmallArchive.file(tar, "tiny-binary/first.bin", SmallArchive.random(9, SmallArchive.FIRST.length));
            SmallArchive.file(tar, "tiny-binary/second.bin", SmallArchive.SECOND);
            SmallArchive.file(tar, "tiny-binary/names.txt", SmallArchive.NAMES);
        });
        DataArchive archive = SmallArchive.nowhere(other);
        Path file = Files.write(parent.resolve("other.tgz"), other);
        assertThatThrownBy(() -> library().install(archive, new Source.Existing(file), InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("content of first.bin");
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
        assertThat(names()).containsExactly(".tiny.lock");
    }

    @Test
    void cancelledDownloadsAreTakenUp() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (LyingServer server = new LyingServer((request, out) -> {
            LyingServer.send(
                    request, out, SmallArchive.BYTES, "\"t\"", request.number() == 1 ? 200_000 : Integer.MAX_VALUE);
            sent.countDown();
            if (request.number() == 1) {
                Thread.sleep(30_000);
            }
        })) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            Path part = folder().resolve(".tiny.tar.gz.part");
            assertThatThrownBy(() -> library().install(archive, Source.official(archive), new InstallWatcher() {
                        @Override
                        public boolean cancelled() {
                            return part.toFile().length() == 200_000;
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
            assertThat(library().look(archive)).isEqualTo(new Holding.Begun(200_000, SmallArchive.BYTES.length));
            library().install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests().get(1).offset()).isEqualTo(200_000);
            assertInstalled(archive);
        }
    }

    @Test
    void leavesNothingOfADownloadWhenAFileIsTakenInstead() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        Files.createDirectories(folder());
        Files.write(folder().resolve(".tiny.tar.gz.part"), new byte[1000]);
        Path file = Files.write(parent.resolve("mine.tgz"), SmallArchive.BYTES);
        library().install(archive, new Source.Existing(file), InstallWatcher.NONE);
        assertInstalled(archive);
    }

    @Test
    void discardsWhatWasBegun() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        Files.createDirectories(folder());
        Files.write(folder().resolve(".tiny.tar.gz.part"), new byte[1000]);
        assertThat(library().look(archive)).isEqualTo(new Holding.Begun(1000, SmallArchive.BYTES.length));
        library().discard(archive);
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
    }

    @Test
    void removesAndRestores() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        library().install(archive, new Source.Existing(unpacked()), InstallWatcher.NONE);
        assertThat(library().remove(archive)).isTrue();
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
        assertThat(library().remove(archive)).isFalse();
        assertThat(library().restore(archive)).isTrue();
        assertInstalled(archive);
        library().remove(archive);
        library().forget(archive);
        assertThat(library().restore(archive)).isFalse();
        assertThat(names()).containsExactly(".tiny.lock");
    }

    @Test
    void findsDamageAndMendsIt() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        library().install(archive, new Source.Existing(unpacked()), InstallWatcher.NONE);
        Path file = folder().resolve("tiny/tiny-binary/second.bin");
        byte[] damaged = SmallArchive.SECOND.clone();
        damaged[7] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(() -> library().check(archive, InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("the content of second.bin is not the published one. Remove it and install");
        Files.write(file, new byte[3]);
        assertThat(library().look(archive)).isInstanceOf(Holding.Damaged.class);
        library().install(archive, new Source.Existing(unpacked()), InstallWatcher.NONE);
        assertInstalled(archive);
    }

    @Test
    void refusesBeforehandWhereThereIsNoRoom() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        DataLibrary full = library(new Disk() {
            @Override
            public long usable(Path place) {
                return 5_000_000;
            }
        });
        assertThatThrownBy(() -> full.install(archive, Source.official(archive), InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("not enough room")
                .hasMessageContaining("5.0 MB are free");
    }

    @FaultTest
    void keepsWhatCameWhenTheDiskFillsUpAndGoesOn() throws Exception {
        try (LyingServer server = honest()) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            DataLibrary filling = library(new TarUnpackerTest.FullDisk(250_000));
            assertThatThrownBy(() -> filling.install(archive, Source.official(archive), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("The disk is full")
                    .hasMessageContaining("What has come is kept");
            assertThat(library().look(archive)).isInstanceOf(Holding.Begun.class);
            library().install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests().get(1).offset()).isBetween(1, 250_000);
            assertInstalled(archive);
        }
    }

    @FaultTest
    void keepsTheArchiveWhenTheDiskFillsUpWhileUnpacking() throws Exception {
        try (LyingServer server = honest()) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            DataLibrary filling = library(new TarUnpackerTest.FullDisk(SmallArchive.BYTES.length + 100_000));
            assertThatThrownBy(() -> filling.install(archive, Source.official(archive), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("The disk is full");
            assertThat(names()).containsExactlyInAnyOrder(".tiny.tar.gz", ".tiny.lock");
            library().install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests()).hasSize(1);
            assertInstalled(archive);
        }
    }

    @Test
    void saysThatAFolderMayNotBeWritten() throws Exception {
        Files.createDirectories(folder());
        Assumptions.assumeTrue(folder().toFile().setWritable(false) && !Files.isWritable(folder()), "root may all");
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        try {
            assertThatThrownBy(() -> library().install(archive, Source.official(archive), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("may not be written");
        } finally {
            assertThat(folder().toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void saysThatItsPlaceIsAFile() throws Exception {
        Files.write(folder(), new byte[0]);
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        assertThatThrownBy(() -> library().install(archive, Source.official(archive), InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void saysWhyTheDiskRefuses() {
        assertThat(Refusals.disk(Path.of("x"), new java.nio.file.AccessDeniedException("x"), ""))
                .hasMessageContaining("may not be written");
        assertThat(Refusals.disk(Path.of("x"), new IOException("Read-only file system"), "Kept."))
                .hasMessageEndingWith("choose another one. Kept.");
    }

    @Test
    void aDiskThatFailsInTheMidstOfAFolderIsTroubleWithTheDisk() {
        DirectoryStream<Path> failing = new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                throw new DirectoryIteratorException(new IOException("Input/output error"));
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> LibraryFiles.remove(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("Input/output error");
    }

    @FaultTest
    void isWorkedOnOnceAtATime() throws Exception {
        DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);
        Files.createDirectories(folder());
        try (InstallLock lock = InstallLock.take(folder().resolve(".tiny.lock"), archive)) {
            assertThatThrownBy(() -> library().remove(archive))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("is being worked on already");
        }
        assertThat(library().remove(archive)).isFalse();
    }

    @Test
    void understandsMirrors() throws Exception {
        DataArchive cifar = DataArchives.CIFAR_10;
        assertThat(Source.mirror(cifar, "  ")).isEqualTo(Source.official(cifar));
        assertThat(((Source.Address) Source.mirror(cifar, "https://mirror.org/data/")).uri())
                .hasToString("https://mirror.org/data/cifar-10-binary.tar.gz");
        assertThat(((Source.Address) Source.mirror(cifar, " http://mirror.org/c10.tgz ")).uri())
                .hasToString("http://mirror.org/c10.tgz");
        for (String wrong :
                new String[] {"mirror.org", "ftp://mirror.org/a", "https://", "https://a b/", "file:///a"}) {
            assertThatThrownBy(() -> Source.mirror(cifar, wrong))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("is no address to download from");
        }
    }

    @Test
    void knowsThePublishedArchives() {
        assertThat(DataArchives.CIFAR_10.unpackedBytes()).isEqualTo(184_380_000);
        assertThat(DataArchives.CIFAR_10.fileName()).isEqualTo("cifar-10-binary.tar.gz");
        assertThat(DataArchives.CIFAR_100.unpackedBytes()).isEqualTo(184_440_000);
        assertThat(DataArchives.byId("cifar100")).contains(DataArchives.CIFAR_100);
        assertThat(DataArchives.byId("imagenet")).isEmpty();
    }
}
