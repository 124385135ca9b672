package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import dev.sdpoint.engine.download.LyingServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server can do to a download. */
@Timeout(60)
final class HttpDownloadTest {
    private static final byte[] FILE = SmallArchive.random(7, 400_000);
    private static final String TAG = "\"one\"";
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(5), Duration.ofMillis(400), 3, Duration.ofMillis(5), Duration.ofSeconds(2), 1000);

    @TempDir
    private Path folder;

    private Path target() {
        return folder.resolve("file.tar.gz");
    }

    private void download(URI address, InstallWatcher watcher) throws Exception {
        try (PartialFile part = PartialFile.of(target(), Disk.REAL)) {
            new HttpDownload(address, FILE.length, part, SHORT, watcher).run();
            part.finish();
        }
    }

    private List<LyingServer.Request> comesWhole(Script script) throws Exception {
        try (LyingServer server = new LyingServer(script)) {
            download(server.uri("/file.tar.gz"), InstallWatcher.NONE);
            assertThat(target()).hasBinaryContent(FILE);
            assertThat(folder).as("nothing else is left").isDirectoryNotContaining("glob:**.part*");
            return server.requests();
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> isRefused(Script script) throws IOException {
        try (LyingServer server = new LyingServer(script)) {
            var refused = assertThatThrownBy(() -> download(server.uri("/file.tar.gz"), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class);
            assertThat(target()).doesNotExist();
            return refused;
        }
    }

    private byte[] part() throws IOException {
        return Files.readAllBytes(PartialFile.part(target()));
    }

    @Test
    void fetchesAFileAtOnce() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) -> LyingServer.honest(request, out, FILE, TAG));
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).partial()).isFalse();
        assertThat(requests.get(0).headers()).containsEntry("accept-encoding", "identity");
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) ->
                LyingServer.send(request, out, FILE, TAG, request.number() < 4 ? 100_000 : Integer.MAX_VALUE));
        assertThat(requests).hasSize(4);
        assertThat(requests.get(1).headers()).containsEntry("if-range", TAG);
        assertThat(requests.get(3).offset()).isBetween(200_001, 300_000);
    }

    @Test
    void goesOnAfterAStall() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 150_000 : Integer.MAX_VALUE);
            if (request.number() == 1) {
                Thread.sleep(5_000);
            }
        });
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).offset()).isEqualTo(150_000);
    }

    @Test
    void givesUpAServerThatNeverAnswers() throws Exception {
        isRefused((request, out) -> Thread.sleep(5_000)).hasMessageContaining("sends nothing, 3 times in a row");
    }

    @Test
    void setsNoTimeToTheWholeOfARequest() {
        assertThat(WebClient.request(URI.create("https://a.org/x"), Map.of()).timeout())
                .as("from Java 26 on it counts for the body too, however well that comes")
                .isEmpty();
    }

    @Test
    void givesUpAfterTriesThatBringNothingAndKeepsWhatCame() throws Exception {
        isRefused((request, out) -> LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 120_000 : 10))
                .hasMessageContaining("3 times in a row")
                .hasMessageContaining("are kept");
        assertThat(part().length).isBetween(120_000, 120_030);
        comesWhole((request, out) -> LyingServer.honest(request, out, FILE, TAG));
    }

    @Test
    void startsAgainWhereTheServerIgnoresParts() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            LyingServer.head(out, 200, "Content-Length: " + FILE.length);
            out.write(FILE, 0, request.number() == 1 ? 90_000 : FILE.length);
        });
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).partial()).isTrue();
    }

    @Test
    void startsAgainWhenTheFileHasChanged() throws Exception {
        byte[] old = SmallArchive.random(8, FILE.length);
        comesWhole((request, out) -> {
            if (request.number() == 1) {
                LyingServer.send(request, out, old, "\"old\"", 90_000);
            } else {
                LyingServer.honest(request, out, FILE, "\"new\"");
            }
        });
    }

    @Test
    void startsAgainWhenAnotherVersionIsSentAsAPart() throws Exception {
        byte[] old = SmallArchive.random(8, FILE.length);
        comesWhole((request, out) -> {
            if (request.number() == 1) {
                LyingServer.send(request, out, old, "\"old\"", 90_000);
            } else if (request.partial()) {
                LyingServer.head(
                        out,
                        206,
                        "ETag: \"new\"",
                        "Content-Range: bytes " + request.offset() + "-" + (FILE.length - 1) + "/" + FILE.length);
                out.write(FILE, request.offset(), FILE.length - request.offset());
            } else {
                LyingServer.honest(request, out, FILE, "\"new\"");
            }
        });
    }

    @Test
    void startsAgainWhenAnotherPartIsSent() throws Exception {
        comesWhole((request, out) -> {
            if (request.partial()) {
                LyingServer.head(out, 206, "Content-Range: bytes 0-" + (FILE.length - 1) + "/" + FILE.length);
                out.write(FILE);
            } else {
                LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 90_000 : FILE.length);
            }
        });
    }

    @Test
    void startsAgainWhenTheRestIsNotThere() throws Exception {
        comesWhole((request, out) -> {
            if (request.partial()) {
                LyingServer.head(out, 416, "Content-Length: 0");
            } else {
                LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 90_000 : FILE.length);
            }
        });
    }

    @Test
    void asksAMirrorForTheRestWithoutTheOtherServersCondition() throws Exception {
        isRefused((request, out) -> LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 120_000 : 0));
        List<LyingServer.Request> requests =
                comesWhole((request, out) -> LyingServer.honest(request, out, FILE, "\"mirror\""));
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).offset()).isEqualTo(120_000);
        assertThat(requests.get(0).headers()).doesNotContainKey("if-range");
    }

    @Test
    void takesAFileWithoutALength() throws Exception {
        comesWhole((request, out) -> {
            LyingServer.head(out, 200);
            out.write(FILE);
        });
    }

    @Test
    void goesOnWhenAFileWithoutALengthEndsEarly() throws Exception {
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            if (request.number() == 1) {
                LyingServer.head(out, 200);
                out.write(FILE, 0, 50_000);
            } else {
                LyingServer.honest(request, out, FILE, TAG);
            }
        });
        assertThat(requests.get(1).offset()).isEqualTo(50_000);
    }

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

    @Test
    void saysThatAServerCannotBeReached() throws Exception {
        URI gone;
        try (LyingServer server = new LyingServer((request, out) -> {})) {
            gone = server.uri("/file.tar.gz");
        }
        assertThatThrownBy(() -> download(gone, InstallWatcher.NONE))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("cannot be reached, 3 times in a row");
    }

    @Test
    void endsSoonWhenThatIsWantedAndKeepsWhatCame() throws Exception {
        try (LyingServer server = new LyingServer((request, out) -> {
            LyingServer.send(request, out, FILE, TAG, 70_000);
            Thread.sleep(20_000);
        })) {
            long[] since = {0};
            InstallWatcher impatient = new InstallWatcher() {
                @Override
                public boolean cancelled() {
                    try {
                        boolean enough = Files.exists(PartialFile.part(target())) && part().length == 70_000;
                        since[0] = enough && since[0] == 0 ? System.nanoTime() : since[0];
                        return enough;
                    } catch (IOException e) {
                        return false;
                    }
                }
            };
            assertThatThrownBy(() -> download(server.uri("/file.tar.gz"), impatient))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - since[0])).isLessThan(Duration.ofMillis(390));
        }
        assertThat(part()).hasSize(70_000);
        List<LyingServer.Request> requests = comesWhole((request, out) -> LyingServer.honest(request, out, FILE, TAG));
        assertThat(requests.get(0).offset()).isEqualTo(70_000);
    }

    @Test
    void tellsRateAndTimeLeft() {
        RateMeter meter = new RateMeter(0);
        for (int tenth = 1; tenth <= 100; tenth++) {
            meter.add(5_000, tenth * 100_000_000L);
        }
        assertThat(meter.perSecond()).isBetween(49_999.0, 50_001.0);
        assertThat(meter.left(3_000_000).orElseThrow()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        for (int tenth = 101; tenth <= 180; tenth++) {
            meter.add(0, tenth * 100_000_000L);
        }
        assertThat(meter.perSecond()).as("forgets a pace that is over").isLessThan(30_000);
        assertThat(new InstallProgress(
                                Stage.DOWNLOADING,
                                43_200_000,
                                170_052_171,
                                68_400,
                                java.util.Optional.of(Duration.ofMinutes(31)),
                                "")
                        .text())
                .isEqualTo("Downloading 43.2 MB of 170 MB · 68 kB/s · about 31 min left");
    }
}
