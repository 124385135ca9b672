package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCacheTest {
    /** Four numbers of four bytes before 10 × 10 pixels of three. */
    private static final int ENTRY = 16 + 300;

    @TempDir
    private Path folder;

    private final Ticking clock = new Ticking();

    private static RgbImage picture(int value) {
        byte[] pixels = new byte[300];
        Arrays.fill(pixels, (byte) value);
        return new RgbImage(10, 10, pixels);
    }

    private PictureCache cache(long limit) {
        return new PictureCache(folder, limit, clock);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void givesBackWhatWasKept() {
        cache(1000).put("a", picture(7));
        assertThat(cache(1000).get("a")).contains(picture(7));
        assertThat(cache(1000).get("b")).isEmpty();
    }

    @Test
    void dropsWhatWasNotAskedForLongest() throws Exception {
        PictureCache cache = cache(4L * ENTRY);
        for (int i = 0; i < 4; i++) {
            cache.put("picture " + i, picture(i));
            clock.pass();
        }
        assertThat(cache.bytes()).isEqualTo(4L * ENTRY);
        assertThat(cache.get("picture 0")).isPresent(); // now the newest
        clock.pass();
        cache.put("picture 4", picture(4));
        // All but one of the older ones fit beside the new one: 3 of 4 are kept.
        assertThat(cache.bytes()).isEqualTo(4L * ENTRY);
        assertThat(cache.get("picture 1")).isEmpty();
        assertThat(cache.get("picture 0")).contains(picture(0));
        assertThat(cache.get("picture 4")).contains(picture(4));
    }

    @Test
    void neverGrowsBeyondItsLimit() throws Exception {
        PictureCache cache = cache(20L * ENTRY + 5);
        for (int i = 0; i < 100; i++) {
            cache.put("picture " + i, picture(i));
            clock.pass();
            assertThat(cache.bytes()).isLessThanOrEqualTo(20L * ENTRY + 5);
        }
        assertThat(cache.get("picture 99")).isPresent();
    }

    @Test
    void countsWhatAnEarlierProgramLeft() throws Exception {
        for (int i = 0; i < 10; i++) {
            cache(1 << 20).put("picture " + i, picture(i));
            clock.pass();
        }
        PictureCache smaller = cache(3L * ENTRY);
        smaller.put("new", picture(1));
        assertThat(smaller.bytes()).isLessThanOrEqualTo(3L * ENTRY);
        assertThat(smaller.get("new")).isPresent();
    }

    @Test
    void doesNotKeepAPictureLargerThanItself() throws Exception {
        cache(ENTRY - 1).put("a", picture(1));
        assertThat(entries()).isEmpty();
    }

    @Test
    void takesADamagedEntryForNoneAndReplacesIt() throws Exception {
        PictureCache cache = cache(1000);
        cache.put("a", picture(7));
        Path entry = entries().get(0);
        byte[] sound = Files.readAllBytes(entry);
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x40;
            Files.write(entry, damaged);
            assertThat(cache.get("a")).as("byte %d", at).isEmpty();
        }
        for (int length : new int[] {0, 5, 15, 16, 200}) {
            Files.write(entry, Arrays.copyOf(sound, length));
            assertThat(cache.get("a")).as("%d bytes", length).isEmpty();
        }
        cache.put("a", picture(7));
        assertThat(cache.get("a")).contains(picture(7));
    }

    @Test
    void isCleanedOnRequest() throws Exception {
        PictureCache cache = cache(10_000);
        cache.put("a", picture(1));
        cache.put("b", picture(2));
        assertThat(cache.clear()).isEqualTo(2L * ENTRY);
        assertThat(entries()).isEmpty();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void removesDraftsOfAKilledProgram() throws Exception {
        PictureCache cache = cache(1000);
        cache.put("a", picture(1));
        Path draft = entries().get(0).resolveSibling("1" + WholeBytes.DRAFT);
        Files.write(draft, new byte[9]);
        Files.setLastModifiedTime(draft, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        cache.clear();
        assertThat(draft).doesNotExist();
    }

    @Test
    void isSafeForManyThreads() throws Exception {
        PictureCache cache = cache(30L * ENTRY);
        IntStream.range(0, 400).parallel().forEach(i -> {
            String key = "picture " + i % 50;
            cache.put(key, picture(i % 50));
            cache.get(key).ifPresent(found -> assertThat(found).isEqualTo(picture(i % 50)));
            try {
                assertThat(cache.bytes()).isLessThanOrEqualTo(60L * ENTRY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A clock that goes on when told, two minutes at a time. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2024-05-01T12:00:00Z");

        void pass() {
            now = now.plus(Duration.ofMinutes(2));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
