package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server can answer instead of the file that is wanted. */
@Timeout(60)
final class HttpAnswersTest extends Downloads {
    @Test
    void refusesAFileOfAnotherLength() throws Exception {
        isRefused((request, out) -> {
                    LyingServer.head(out, 200, "Content-Length: 12345");
                    out.write(FILE, 0, 12345);
                })
                .hasMessageContaining("has 12,345 bytes, the published one 400,000");
    }

    @Test
    void refusesMoreBytesThanTheFileHas() throws Exception {
        isRefused((request, out) -> {
                    LyingServer.head(out, 200);
                    out.write(FILE);
                    out.write(FILE);
                })
                .hasMessageContaining("sends more than the 400,000 bytes");
        assertThat(part()).isEmpty();
    }

    @Test
    void refusesAWebPage() throws Exception {
        isRefused((request, out) -> {
                    LyingServer.head(out, 200, "Content-Type: text/html; charset=utf-8");
                    out.write("<html>Sign in</html>".getBytes(StandardCharsets.US_ASCII));
                })
                .hasMessageContaining("A web page came")
                .hasMessageContaining("sign in");
    }

    @Test
    void unpacksWhatTheServerHasPackedOnceMore() throws Exception {
        byte[] packed = gzip(FILE);
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            LyingServer.head(out, 200, "Content-Encoding: gzip", "Content-Length: " + packed.length);
            out.write(packed, 0, request.number() == 1 ? packed.length / 2 : packed.length);
        });
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).partial())
                .as("a part of the packed file is of no use")
                .isFalse();
    }

    @Test
    void leavesAloneWhatIsOnlyCalledPacked() throws Exception {
        comesWhole((request, out) -> {
            LyingServer.head(out, 200, "Content-Encoding: x-gzip", "Content-Length: " + FILE.length);
            out.write(FILE);
        });
    }

    @Test
    void goesOnWithWhatIsOnlyCalledPacked() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            int from = request.offset();
            LyingServer.head(
                    out,
                    from > 0 ? 206 : 200,
                    "ETag: " + TAG,
                    "Content-Encoding: x-gzip",
                    "Content-Length: " + (FILE.length - from),
                    "Content-Range: bytes " + from + "-" + (FILE.length - 1) + "/" + FILE.length);
            out.write(FILE, from, request.number() < 4 ? 90_000 : FILE.length - from);
        });
        assertThat(requests).extracting(LyingServer.Request::offset).containsExactly(0, 90_000, 180_000, 270_000);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void saysWhatEachStatusMeans() throws Exception {
        isRefused((request, out) -> LyingServer.head(out, 404)).hasMessageContaining("no such file");
        isRefused((request, out) -> LyingServer.head(out, 403)).hasMessageContaining("does not give the file out");
        isRefused((request, out) -> LyingServer.head(out, 407)).hasMessageContaining("proxy");
        isRefused((request, out) -> LyingServer.head(out, 418)).hasMessageContaining("HTTP 418");
        isRefused((request, out) -> LyingServer.head(out, 500))
                .hasMessageContaining("out of order (HTTP 500), 3 times in a row");
    }

    @Test
    void comesBackWhenABusyServerWantsItTo() throws Exception {
        List<String> notes = new ArrayList<>();
        long start = System.nanoTime();
        try (LyingServer server = new LyingServer((request, out) -> {
            if (request.number() == 1) {
                LyingServer.head(out, 503, "Retry-After: 1");
            } else {
                LyingServer.honest(request, out, FILE, TAG);
            }
        })) {
            download(server.uri("/file.tar.gz"), new InstallWatcher() {
                @Override
                public void at(InstallProgress progress) {
                    if (progress.stage() == Stage.WAITING) {
                        notes.add(progress.text());
                    }
                }
            });
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
        assertThat(notes.get(0)).isEqualTo("Localhost is busy or out of order (HTTP 503); trying again in 1 s");
    }

    @Test
    void saysWhenABusyServerWantsItToComeBackMuchLater() throws Exception {
        isRefused((request, out) -> LyingServer.head(out, 503, "Retry-After: 1800"))
                .hasMessageContaining("asks to come back in 30 min");
    }

    @Test
    void followsRedirectsAlsoToAnotherHost() throws Exception {
        try (LyingServer other = new LyingServer((request, out) ->
                LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 99_000 : FILE.length))) {
            List<LyingServer.Request> requests = comesWhole((request, out) -> {
                if (request.path().equals("/file.tar.gz")) {
                    LyingServer.head(out, 301, "Location: /moved/file", "Content-Length: 0");
                } else {
                    LyingServer.head(
                            out,
                            302,
                            "Location: " + other.uri("/there").toString().replace("localhost", "127.0.0.1"),
                            "Content-Length: 0");
                }
            });
            assertThat(requests).extracting(LyingServer.Request::path).startsWith("/file.tar.gz", "/moved/file");
            assertThat(other.requests()).hasSize(2);
            assertThat(other.requests().get(1).offset()).isEqualTo(99_000);
        }
    }

    @Test
    void refusesRedirectsThatLeadNowhere() throws Exception {
        isRefused((request, out) -> LyingServer.head(out, 302, "Location: /file.tar.gz"))
                .hasMessageContaining("in a circle");
        isRefused((request, out) -> LyingServer.head(out, 302, "Location: /" + request.number()))
                .hasMessageContaining("more than 10 times");
        isRefused((request, out) -> LyingServer.head(out, 302, "Location: file:///etc/passwd"))
                .hasMessageContaining("where nothing can be fetched from");
        isRefused((request, out) -> LyingServer.head(out, 302)).hasMessageContaining("where nothing can be fetched");
    }

    @Test
    void refusesToLeaveASecureConnection() {
        assertThatThrownBy(() -> WebClient.next(URI.create("https://a.org/x"), "http://a.org/x"))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("insecure");
    }
}
