package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.ManyImages;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a window remembers of training between sessions, the waiting runs and the machine's pace, when it is killed and when there are two. */
@Timeout(600)
final class KilledMemoriesTest {
    private static final int KILLS = 2;
    private static final int MOST_MILLIS = 100;
    private static final int MEASURED = 15;

    @TempDir
    Path folder;

    /** A window in which one run after the other is let wait, and the pace is measured again and again. */
    static final class Window {
        private Window() {}

        public static void main(String[] args) throws Exception {
            RunFiles files = new RunFiles(Path.of(args[0]));
            QueueFile queue = files.queue();
            List<QueuedRun> waiting = queue.read();
            long first = waiting.isEmpty() ? 0 : waiting.get(0).recipe().seed();
            long pace = files.pace().read().paces().stream()
                    .mapToLong(measured -> (long) measured.imagesPerSecond())
                    .findFirst()
                    .orElse(0);
            System.out.println(first + " " + waiting.size() + " " + pace);
            DataSet data = ManyImages.of(20, 32);
            for (long i = Long.parseLong(args[1]) + 1; ; i++) {
                queue.write(queue.next(), List.of(run(i, data), run(i, data)));
                files.pace().remember(new MeasuredPace("kind", "wrn-10-1", i, 1));
                System.out.println(i);
            }
        }

        private static QueuedRun run(long seed, DataSet data) {
            return QueuedRun.of(
                    Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 1, seed), data, Optional.empty());
        }
    }

    /** Measures the pace of kinds of its own. */
    static final class Measuring {
        private Measuring() {}

        public static void main(String[] args) throws Exception {
            PaceFile file = new RunFiles(Path.of(args[0])).pace();
            System.out.println("ready");
            System.in.read();
            for (int i = 0; i < MEASURED; i++) {
                file.remember(new MeasuredPace(args[1] + i, "wrn-10-1", 1 + i, 1));
            }
            System.out.println("remembered");
        }
    }

    private static List<Long> numbers(String line) {
        return Pattern.compile(" ").splitAsStream(line).map(Long::valueOf).toList();
    }

    @FaultTest
    void whatWasConfirmedIsFoundAgain(FaultSeed seed) throws Exception {
        Random random = seed.random();
        long confirmed = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ChildJvm child = ChildJvm.of(Window.class, folder, confirmed).start(folder.resolve("errors"))) {
                List<Long> found = numbers(child.next().orElseThrow());
                if (confirmed > 0) {
                    assertThat(found.get(0)).isBetween(confirmed, confirmed + 1);
                    assertThat(found.get(1)).isEqualTo(2);
                    assertThat(found.get(2)).isBetween(confirmed, confirmed + 1);
                }
                assertThat(child.next()).as(child.errors()).isPresent();
                Thread.sleep(random.nextInt(MOST_MILLIS));
                child.kill();
                int unused = child.end();
                List<String> told = child.told();
                confirmed = Long.parseLong(told.get(told.size() - 1));
            }
        }
    }

    @FaultTest
    void twoWindowsRememberBothTheirMeasurements() throws Exception {
        try (ChildJvm one = ChildJvm.of(Measuring.class, folder, "one").start(folder.resolve("errors"));
                ChildJvm other = ChildJvm.of(Measuring.class, folder, "other").start(folder.resolve("errors"))) {
            assertThat(one.await("ready")).as(one.errors()).isTrue();
            assertThat(other.await("ready")).as(other.errors()).isTrue();
            one.say("go");
            other.say("go");
            assertThat(one.await("remembered")).as(one.errors()).isTrue();
            assertThat(other.await("remembered")).as(other.errors()).isTrue();
        }
        assertThat(new RunFiles(folder).pace().read().paces())
                .hasSize(2 * MEASURED)
                .extracting(MeasuredPace::kind)
                .doesNotHaveDuplicates();
    }
}
