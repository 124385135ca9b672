package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person has in the library's folder, or points at, stays as it is. */
@Timeout(60)
final class OwnFilesTest {
    private final DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("data");
    }

    private DataLibrary library() {
        return new DataLibrary(folder());
    }

    private Path archiveAt(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, SmallArchive.BYTES);
    }

    private Path unpackedTo(Path inside) throws IOException {
        Files.createDirectories(inside);
        Files.write(inside.resolve("first.bin"), SmallArchive.FIRST);
        Files.write(inside.resolve("second.bin"), SmallArchive.SECOND);
        Files.write(inside.resolve("names.txt"), SmallArchive.NAMES);
        return inside;
    }

    private void install(Path from) throws Exception {
        library().install(archive, new Source.Existing(from), InstallWatcher.NONE);
    }

    @Test
    void aFolderOfOtherFilesIsNeitherReplacedNorRemoved() throws Exception {
        Path photo = folder().resolve("tiny/cat/photo.jpg");
        Files.createDirectories(photo.getParent());
        Files.writeString(photo, "dear");
        try (LyingServer server =
                new LyingServer((request, out) -> LyingServer.honest(request, out, SmallArchive.BYTES, "\"t\""))) {
            DataArchive served = SmallArchive.at(server.uri("/tiny.tar.gz"));
            assertThatThrownBy(() -> library().install(served, Source.official(served), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("holds other files");
            assertThat(server.requests()).as("nothing is fetched first").isEmpty();
        }
        assertThatThrownBy(() -> library().remove(archive))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("did not put there");
        assertThat(library().restore(archive)).isFalse();
        assertThat(library().look(archive)).isInstanceOf(Holding.Foreign.class);
        assertThat(photo).hasContent("dear");
    }

    @Test
    void filesThatComeWhileADownloadRunsAreNotReplaced() throws Exception {
        Path photo = folder().resolve("tiny/photo.jpg");
        Path mine = archiveAt(parent.resolve("mine.tgz"));
        assertThatThrownBy(() -> library().install(archive, new Source.Existing(mine), new InstallWatcher() {
                    @Override
                    public void at(InstallProgress progress) {
                        try {
                            Files.createDirectories(photo.getParent());
                            Files.writeString(photo, "dear");
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                }))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("holds other files");
        assertThat(photo).hasContent("dear");
    }

    @Test
    void anEmptyFolderGivesWay() throws Exception {
        Files.createDirectories(folder().resolve("tiny"));
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
        assertThat(library().remove(archive)).isFalse();
        install(archiveAt(parent.resolve("mine.tgz")));
        assertThat(library().look(archive)).isInstanceOf(Holding.Installed.class);
    }

    @Test
    void whatAPersonUnpackedThereIsOfUseAndNotRemoved() throws Exception {
        Path inside = unpackedTo(folder().resolve("tiny/tiny-binary"));
        assertThat(library().look(archive)).isEqualTo(new Holding.Installed(inside, 500_000));
        assertThatThrownBy(() -> library().remove(archive))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("did not put there");
        assertThat(inside.resolve("first.bin")).hasBinaryContent(SmallArchive.FIRST);
    }

    @Test
    void whatCameFromAFolderCanBeRemovedAlsoWhenItIsDamaged() throws Exception {
        install(unpackedTo(parent.resolve("mine")));
        Files.delete(folder().resolve("tiny/tiny-binary/first.bin"));
        assertThat(library().look(archive)).isInstanceOf(Holding.Damaged.class);
        assertThat(library().remove(archive)).isTrue();
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
    }

    @Test
    void theArchiveThatAPersonPointsAtStaysWhateverItsPathLooksLike() throws Exception {
        Path mine = archiveAt(folder().resolve(".tiny.tar.gz"));
        Path link = Files.createSymbolicLink(parent.resolve("link.tgz"), mine);
        for (Path way : List.of(mine, folder().resolve("../data/./.tiny.tar.gz"), link)) {
            install(way);
            assertThat(mine).as("%s", way).hasBinaryContent(SmallArchive.BYTES);
            assertThat(library().remove(archive)).isTrue();
            library().forget(archive);
        }
        Path part = Files.move(mine, folder().resolve(".tiny.tar.gz.part")); // left by a download that came to its end
        install(part);
        assertThat(part).hasBinaryContent(SmallArchive.BYTES);
    }

    @Test
    void anArchiveThatLiesWhereDataSetsAreKeptIsNotTakenForADownload() throws Exception {
        Path mine = archiveAt(folder().resolve("tiny.tar.gz"));
        assertThat(library().look(archive)).isEqualTo(new Holding.Absent());
        assertThat(library().discard(archive)).isFalse();
        try (LyingServer server =
                new LyingServer((request, out) -> LyingServer.honest(request, out, SmallArchive.BYTES, "\"t\""))) {
            DataArchive served = SmallArchive.at(server.uri("/tiny.tar.gz"));
            library().install(served, Source.official(served), InstallWatcher.NONE);
        }
        assertThat(mine).hasBinaryContent(SmallArchive.BYTES);
    }

    @Test
    void aWrongArchiveThatAPersonPointsAtStays() throws Exception {
        byte[] damaged = SmallArchive.BYTES.clone();
        damaged[1000] ^= 1;
        Path mine = archiveAt(folder().resolve(".tiny.tar.gz"));
        Files.write(mine, damaged);
        assertThatThrownBy(() -> install(mine))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("its content differs")
                .hasMessageContaining("Choose the file tiny.tar.gz");
        assertThat(mine).hasBinaryContent(damaged);
    }

    @Test
    void whatWasRemovedIsRestorableUntilItIsForgottenOrItsPlaceIsTaken() throws Exception {
        assertThat(library().removed(archive)).isEmpty();
        assertThat(library().forget(archive)).isFalse();
        assertThat(library().discard(archive)).isFalse();
        assertThat(folder()).as("asking makes no folder").doesNotExist();
        install(archiveAt(parent.resolve("mine.tgz")));
        assertThat(library().remove(archive)).isTrue();
        assertThat(library().removed(archive)).isPresent();
        Files.createDirectories(folder().resolve("tiny/cat"));
        assertThat(library().removed(archive)).isEmpty();
        assertThatThrownBy(() -> library().restore(archive))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("Move or rename it");
        Files.delete(folder().resolve("tiny/cat"));
        assertThat(library().removed(archive)).isPresent();
        assertThat(library().forget(archive)).isTrue();
        assertThat(library().removed(archive)).isEmpty();
    }

    @Test
    void whatWasRemovedBeforeDoesNotKeepADamagedPlaceFromBeingMended() throws Exception {
        Path mine = archiveAt(parent.resolve("mine.tgz"));
        install(mine);
        Path left = folder().resolve(".tiny.removed/left");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "by a killed program");
        Files.delete(folder().resolve("tiny/tiny-binary/first.bin"));
        install(mine);
        assertThat(library().look(archive)).isInstanceOf(Holding.Installed.class);
        assertThat(left.getParent()).doesNotExist();
    }
}
