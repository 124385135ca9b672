package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was removed or discarded comes back as it was, for so long and no longer. */
@Timeout(60)
final class AsideTest {
    private static final String PART = ".tiny.tar.gz.part";
    private static final String SIDE = ".tiny.tar.gz.part.properties";

    private final DataArchive archive = SmallArchive.nowhere(SmallArchive.BYTES);

    @TempDir
    private Path parent;

    private Path folder;
    private DataLibrary library;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(parent.resolve("data"));
        library = new DataLibrary(folder);
    }

    private void install() throws Exception {
        Path file = Files.write(parent.resolve("mine.tgz"), SmallArchive.BYTES);
        Path unused = library.install(archive, new Source.Existing(file), InstallWatcher.NONE);
    }

    private void begin(int bytes) throws IOException {
        Files.write(folder.resolve(PART), new byte[bytes]);
        Files.writeString(folder.resolve(SIDE), "etag=" + bytes);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aDiscardedDownloadComesBackWithItsVersion() throws Exception {
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        assertThat(library.look(archive)).isEqualTo(new Holding.Absent());
        Removed removed = library.removed(archive).orElseThrow();
        assertThat(removed.what()).isEqualTo(Removed.What.DOWNLOAD);
        assertThat(removed.bytes()).isEqualTo(1000);
        assertThat(library.restore(archive)).isTrue();
        assertThat(library.look(archive)).isEqualTo(new Holding.Begun(1000, SmallArchive.BYTES.length));
        assertThat(folder.resolve(SIDE)).hasContent("etag=1000");
        assertThat(library.removed(archive)).isEmpty();
        assertThat(library.restore(archive)).isFalse();
    }

    @Test
    void ofTwoBeginningsTheLongerStays() throws Exception {
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        begin(10);
        assertThat(library.restore(archive)).isTrue();
        assertThat(folder.resolve(PART)).hasSize(1000);
        assertThat(folder.resolve(SIDE)).hasContent("etag=1000");
        assertThat(library.discard(archive)).isTrue();
        begin(2000);
        assertThat(library.restore(archive)).isTrue();
        assertThat(folder.resolve(PART)).hasSize(2000);
        assertThat(names()).containsExactly(PART, SIDE);
    }

    @Test
    void thirtyDaysAreGivenFromTheRemovalWhateverTheAgeOfTheFiles() throws Exception {
        install();
        Instant longAgo = Instant.now().minus(Duration.ofDays(400));
        Files.setLastModifiedTime(folder.resolve("tiny"), FileTime.from(longAgo));
        assertThat(library.remove(archive)).isTrue();
        Removed removed = library.removed(archive).orElseThrow();
        assertThat(removed.what()).isEqualTo(Removed.What.DATA);
        assertThat(removed.bytes()).isEqualTo(500_000);
        assertThat(Duration.between(Instant.now(), removed.until()))
                .isBetween(DataLibrary.KEPT.minusMinutes(2), DataLibrary.KEPT);
    }

    @Test
    void whatIsPastItsTimeGivesItsRoomBack() throws Exception {
        FileTime past = FileTime.from(Instant.now().minus(DataLibrary.KEPT).minus(Duration.ofMinutes(1)));
        install();
        assertThat(library.remove(archive)).isTrue();
        Files.setLastModifiedTime(folder.resolve(".tiny.removed"), past);
        assertThat(library.removed(archive)).isEmpty();
        assertThat(names()).isEmpty();
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        Files.setLastModifiedTime(folder.resolve(PART + ".removed"), past);
        assertThat(library.removed(archive)).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void aNewInstallationTakesItsPlace() throws Exception {
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        install();
        assertThat(library.removed(archive)).isEmpty();
        assertThat(names()).containsExactly("tiny");
    }

    @Test
    void aWholeSetIsKeptRatherThanTheBeginningOfItsDownloadAndADamagedOneIsNot() throws Exception {
        install();
        assertThat(library.remove(archive)).isTrue();
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        assertThat(names()).containsExactly(".tiny.removed");
        assertThat(library.restore(archive)).isTrue();
        Files.delete(folder.resolve("tiny/tiny-binary/first.bin"));
        assertThat(library.remove(archive)).isTrue();
        begin(1000);
        assertThat(library.discard(archive)).isTrue();
        assertThat(library.removed(archive).orElseThrow().what()).isEqualTo(Removed.What.DOWNLOAD);
        assertThat(names()).containsExactly(SIDE + ".removed", PART + ".removed");
    }

    @Test
    void whileTheSetIsWorkedOnNothingIsLost() throws Exception {
        install();
        assertThat(library.remove(archive)).isTrue();
        try (InstallLock lock = InstallLock.take(folder.resolve(".tiny.lock"), archive)) {
            assertThatThrownBy(() -> library.restore(archive)).isInstanceOf(DownloadException.class);
        }
        assertThat(library.restore(archive)).isTrue();
        assertThat(library.look(archive)).isInstanceOf(Holding.Installed.class);
    }
}
