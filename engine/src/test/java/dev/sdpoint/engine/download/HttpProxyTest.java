package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a host that does not exist, through a proxy that does, or does not. */
@Timeout(60)
final class HttpProxyTest {
    private static final byte[] FILE = SmallArchive.random(7, 50_000);
    private static final String PLAIN = "http://photos.example/file.tar.gz";
    private static final String SECURE = "https://photos.example/file.tar.gz";
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(30), Duration.ofSeconds(30), 3, Duration.ofMillis(5), Duration.ofSeconds(2), 1000);

    @TempDir
    private Path folder;

    private void download(String address, String proxy) throws Exception {
        download(address, proxy, InetAddress::getByName);
    }

    private void download(String address, String proxy, Proxies.Lookup lookup) throws Exception {
        Proxies proxies = new Proxies(Map.of("http_proxy", proxy, "https_proxy", proxy), lookup);
        try (PartialFile part = PartialFile.of(folder.resolve("file.tar.gz"), Disk.REAL)) {
            WebClient web = new WebClient(PATIENCE, proxies);
            new HttpDownload(URI.create(address), FILE.length, part, web, PATIENCE, InstallWatcher.NONE).run();
            part.finish();
        }
    }

    private static String place(LyingServer proxy) {
        return "localhost:" + proxy.uri("/").getPort();
    }

    private static LyingServer locked() throws IOException {
        String right = "Basic " + Base64.getEncoder().encodeToString("me:open".getBytes(StandardCharsets.US_ASCII));
        return new LyingServer((request, out) -> {
            if (right.equals(request.headers().get("proxy-authorization"))) {
                LyingServer.honest(request, out, FILE, "\"one\"");
            } else {
                LyingServer.head(out, 407, "Proxy-Authenticate: Basic realm=\"lab\"", "Content-Length: 0");
            }
        });
    }

    @Test
    void asksTheProxyForTheWholeAddress() throws Exception {
        try (LyingServer proxy = new LyingServer((request, out) -> LyingServer.honest(request, out, FILE, "\"one\""))) {
            download(PLAIN, place(proxy));
            assertThat(folder.resolve("file.tar.gz")).hasBinaryContent(FILE);
            assertThat(proxy.requests()).extracting(LyingServer.Request::path).isEqualTo(List.of(PLAIN));
        }
    }

    @Test
    void tellsTheProxyItsNameAndPassword() throws Exception {
        try (LyingServer proxy = locked()) {
            download(PLAIN, "http://me:open@" + place(proxy));
            assertThat(folder.resolve("file.tar.gz")).hasBinaryContent(FILE);
        }
    }

    @Test
    void findsAProxyThatIsCalledAsContainersAre() throws Exception {
        try (LyingServer proxy = locked()) {
            String named = "http://me:open@my_proxy:" + proxy.uri("/").getPort();
            download(PLAIN, named, host -> {
                assertThat(host).isEqualTo("my_proxy");
                return InetAddress.getLoopbackAddress();
            });
            assertThat(folder.resolve("file.tar.gz")).hasBinaryContent(FILE);
        }
        assertThatThrownBy(() -> download(PLAIN, "my_proxy:3128", host -> {
                    throw new UnknownHostException(host);
                }))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith(
                        "The proxy my_proxy:3128, which the variable http_proxy names, cannot be reached");
    }

    @Test
    void saysThatTheProxyWantsAnotherPassword() throws Exception {
        try (LyingServer proxy = locked()) {
            for (String login : List.of("", "me:wrong@")) {
                for (String address : List.of(PLAIN, SECURE)) {
                    assertThatThrownBy(() -> download(address, "http://" + login + place(proxy)))
                            .as("%s %s", login, address)
                            .isInstanceOf(DownloadException.class)
                            .hasMessageStartingWith("The proxy of this network wants a name and a password");
                }
            }
        }
    }

    @Test
    void goesThroughTheProxyToSecureHostsAndSaysThatItDoesNotConnect() throws Exception {
        try (LyingServer proxy = new LyingServer((request, out) -> LyingServer.head(out, 403, "Content-Length: 0"))) {
            assertThatThrownBy(() -> download(SECURE, place(proxy)))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageStartingWith(
                            "The proxy of this network does not connect to photos.example (HTTP 403), 3 times");
            assertThat(proxy.requests().get(0).path()).isEqualTo("photos.example:443");
        }
    }

    @Test
    void saysWhichVariableNamesAProxyThatIsNotThere() throws Exception {
        try (DeafPort nobody = new DeafPort()) {
            String gone = "localhost:" + nobody.number();
            assertThatThrownBy(() -> download(PLAIN, gone))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageStartingWith(
                            "The proxy " + gone + ", which the variable http_proxy names, cannot be reached");
        }
    }
}
