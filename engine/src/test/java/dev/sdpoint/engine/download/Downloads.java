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
    static final Patience SHORT = new Patience(
            Duration.ofSeconds(5), Duration.ofMillis(400), 3, Duration.ofMillis(5), Duration.ofSeconds(2), 1000);

    @TempDir
    Path folder;

    final Path target() {
        return folder.resolve("file.tar.gz");
    }

    final void download(URI address, InstallWatcher watcher) throws Exception {
        try (PartialFile part = PartialFile.of(target(), Disk.REAL)) {
            new HttpDownload(address, FILE.length, part, SHORT, watcher).run();
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
