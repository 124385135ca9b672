package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server can do to a download that goes on where it broke off. */
@Timeout(60)
final class HttpDownloadTest extends Downloads {
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
        patience = patience(Duration.ofSeconds(2), 3);
        List<LyingServer.Request> requests = comesWhole((request, out) -> {
            LyingServer.send(request, out, FILE, TAG, request.number() == 1 ? 150_000 : Integer.MAX_VALUE);
            if (request.number() == 1) {
                Thread.sleep(30_000);
            }
        });
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).offset()).isEqualTo(150_000);
    }

    @Test
    void givesUpAServerThatNeverAnswers() throws Exception {
        patience = patience(Duration.ofMillis(400), 3);
        isRefused((request, out) -> Thread.sleep(30_000)).hasMessageContaining("sends nothing, 3 times in a row");
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
    void saysThatAServerCannotBeReached() throws Exception {
        try (DeafPort nobody = new DeafPort()) {
            assertThatThrownBy(() -> download(
                            URI.create("http://localhost:" + nobody.number() + "/file.tar.gz"), InstallWatcher.NONE))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("cannot be reached, 3 times in a row");
        }
    }

    /** Within a tenth of a second; the shortest of several times counts, for a busy machine makes single ones longer. */
    @Test
    void endsSoonWhenThatIsWantedAndKeepsWhatCame() throws Exception {
        int come = 0;
        long shortest = Long.MAX_VALUE;
        try (LyingServer server = new LyingServer((request, out) -> {
            LyingServer.send(request, out, FILE, TAG, 70_000);
            Thread.sleep(30_000);
        })) {
            while (come < 5 * 70_000 && shortest > Duration.ofMillis(390).toNanos()) {
                come += 70_000;
                shortest = Math.min(shortest, nanosToTheEnd(server, come));
                assertThat(part()).hasSize(come);
            }
        }
        assertThat(Duration.ofNanos(shortest)).isLessThan(Duration.ofMillis(390));
        List<LyingServer.Request> requests = comesWhole((request, out) -> LyingServer.honest(request, out, FILE, TAG));
        assertThat(requests.get(0).offset()).isEqualTo(come);
    }

    /** How long a download goes on that is cancelled once so many bytes have come. */
    private long nanosToTheEnd(LyingServer server, int bytes) {
        long[] since = {0};
        InstallWatcher impatient = new InstallWatcher() {
            @Override
            public boolean cancelled() {
                try {
                    boolean enough = Files.exists(PartialFile.part(target())) && part().length == bytes;
                    if (enough && since[0] == 0) {
                        since[0] = System.nanoTime();
                        return false; // the wish comes just after the program has looked
                    }
                    return enough;
                } catch (IOException e) {
                    return false;
                }
            }
        };
        assertThatThrownBy(() -> download(server.uri("/file.tar.gz"), impatient))
                .isInstanceOf(InterruptedException.class);
        return System.nanoTime() - since[0];
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
