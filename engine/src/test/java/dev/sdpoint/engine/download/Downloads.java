package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.download.LyingServer.Script;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of one file from servers that tests make as they like. */
abstract class Downloads {
    static final byte[] FILE = SmallArchive.random(7, 400_000);
    static final String TAG = "\"one\"";

    /** Waits long for a byte, so that a busy machine is not taken for a server that sends nothing; a test of such a server waits less. */
    Patience patience = patience(Duration.ofSeconds(30), 3);

    @TempDir
    Path folder;

    /** With short pauses between tries. */
    static Patience patience(Duration stall, int tries) {
        return new Patience(Duration.ofSeconds(30), stall, tries, Duration.ofMillis(5), Duration.ofSeconds(2), 1000);
    }

    final Path target() {
        return folder.resolve("file.tar.gz");
    }

    final void download(URI address, InstallWatcher watcher) throws Exception {
        try (PartialFile part = PartialFile.of(target(), Disk.REAL)) {
            new HttpDownload(address, FILE.length, part, patience, watcher).run();
            part.finish();
        }
    }

    final List<LyingServer.Request> comesWhole(Script script) throws Exception {
        try (LyingServer server = new LyingServer(script)) {
            download(server.uri("/file.tar.gz"), InstallWatcher.NONE);
            assertThat(target()).hasBinaryContent(FILE);
            assertThat(folder).as("nothing else is left").isDirectoryNotContaining("glob:**.part*");
            return server.requests();
        }
    }

    final AbstractThrowableAssert<?, ? extends Throwable> isRefused(Script script) throws IOException {
        try (LyingServer server = new LyingServer(script)) {
            var refused = assertThatThrownBy(() -> download(server.uri("/file.tar.gz"), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class);
            assertThat(target()).doesNotExist();
            return refused;
        }
    }

    final byte[] part() throws IOException {
        return Files.readAllBytes(PartialFile.part(target()));
    }
}
