package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way out where no variable names it, or where Java's command line does: downloads from a host that does not exist. */
@Timeout(60)
final class SystemProxyTest {
    private static final byte[] FILE = SmallArchive.random(7, 50_000);
    private static final String ADDRESS = "http://photos.example/file.tar.gz";
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofMillis(5), Duration.ofSeconds(2), 1000);

    @TempDir
    private Path folder;

    private static void download(Path folder, Map<String, String> environment) throws Exception {
        try (PartialFile part = PartialFile.of(folder.resolve("file.tar.gz"), Disk.REAL)) {
            WebClient web = new WebClient(SHORT, new Proxies(environment));
            new HttpDownload(URI.create(ADDRESS), FILE.length, part, web, SHORT, InstallWatcher.NONE).run();
            part.finish();
        }
    }

    private static LyingServer proxy() throws IOException {
        return new LyingServer((request, out) -> LyingServer.honest(request, out, FILE, "\"one\""));
    }

    private static List<String> asked(LyingServer proxy) {
        return proxy.requests().stream().map(LyingServer.Request::path).toList();
    }

    /** Has Java find a proxy as it finds that of the system's settings. */
    private void downloadWithSystem(LyingServer system, Map<String, String> environment) throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(
                new InetSocketAddress("localhost", system.uri("/").getPort())));
        try {
            download(folder, environment);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void theSystemsProxyIsAskedWhereNoVariableNamesOne() throws Exception {
        try (LyingServer system = proxy()) {
            downloadWithSystem(system, Map.of());
            assertThat(folder.resolve("file.tar.gz")).hasBinaryContent(FILE);
            assertThat(asked(system)).containsExactly(ADDRESS);
        }
    }

    @Test
    void aVariableCountsMoreThanTheSystem() throws Exception {
        try (LyingServer system = proxy();
                LyingServer named = proxy()) {
            downloadWithSystem(
                    system, Map.of("http_proxy", "localhost:" + named.uri("/").getPort()));
            assertThat(asked(named)).containsExactly(ADDRESS);
            assertThat(asked(system)).isEmpty();
        }
    }

    @Test
    void javasCommandLineCountsMoreThanAVariable() throws Exception {
        try (LyingServer told = proxy();
                LyingServer named = proxy();
                ChildJvm child = ChildJvm.of(
                                OtherProgram.class,
                                folder,
                                "localhost:" + named.uri("/").getPort())
                        .options(
                                "-Dhttp.proxyHost=localhost",
                                "-Dhttp.proxyPort=" + told.uri("/").getPort())
                        .start(folder.resolve("errors.txt"))) {
            assertThat(child.end()).as(child.errors()).isZero();
            assertThat(folder.resolve("file.tar.gz")).hasBinaryContent(FILE);
            assertThat(asked(told)).containsExactly(ADDRESS);
            assertThat(asked(named)).isEmpty();
        }
    }

    /** Takes a folder to download into and the proxy of the variable. */
    static final class OtherProgram {
        private OtherProgram() {}

        public static void main(String[] arguments) throws Exception {
            download(Path.of(arguments[0]), Map.of("http_proxy", arguments[1]));
        }
    }
}
