package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.CheckpointWritten;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The system gives no more memory from an iteration on, and all that was free is taken: the libraries that compute get none in the midst of a
 * batch. The run goes on in halves or ends with a sentence; at worst Java itself ends. Whichever it is, the checkpoint is whole, and the run goes on
 * from it.
 */
@Timeout(600)
final class OutOfNativeMemoryTest {
    private static final int RLIMIT_AS = 9;
    private static final int PAGE = 4096;
    private static final int ITERATIONS = 8;

    @TempDir
    Path folder;

    /** A real run that takes all memory after an iteration. */
    static final class Starved {
        private Starved() {}

        public static void main(String[] args) throws Exception {
            DataSet data = ChildRun.images(Path.of(args[0]));
            long when = Long.parseLong(args[2]);
            long left = Long.parseLong(args[3]);
            try {
                TrainingResult unused = new Trainer(new Dl4jCompute(), Duration.ofMillis(1))
                        .run(
                                recipe(),
                                data,
                                new RunControl(),
                                event -> hear(event, when, left),
                                Optional.of(Path.of(args[1])));
                System.out.println("done");
            } catch (TrainingException e) {
                System.out.println("sentence " + e.getMessage());
            }
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }

        private static void hear(TrainingEvent event, long when, long left) {
            if (event instanceof IterationDone done && done.iteration() == when) {
                System.out.println("starved after " + when);
                takeAll(left);
            }
            if (event instanceof TrainingEvent.Warned warned) {
                System.out.println("warned " + warned.message());
            }
            if (event instanceof CheckpointWritten written) {
                System.out.println("kept " + written.iteration());
            }
            System.out.flush();
        }

        /** Takes all memory that the process may have, but for pieces of a size. */
        private static void takeAll(long left) {
            try (Memory limit = new Memory(2 * Long.BYTES)) {
                String sizes = Files.readString(Path.of("/proc/self/statm"));
                long pages = Long.parseLong(sizes.substring(0, sizes.indexOf(' ')));
                limit.setLong(0, pages * PAGE);
                limit.setLong(Long.BYTES, pages * PAGE);
                int refused = NativeLibrary.getInstance("c")
                        .getFunction("setrlimit")
                        .invokeInt(new Object[] {RLIMIT_AS, limit});
                if (refused != 0) {
                    throw new IllegalStateException("the limit cannot be set");
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            for (long piece = 1 << 20; piece >= left; piece /= 2) {
                while (Native.malloc(piece) != 0) {
                    // never given back
                }
            }
        }
    }

    @FaultTest
    void theRunGoesOnOrEndsAtItsCheckpoint(FaultSeed seed) throws Exception {
        assumeThat(Platform.isLinux()).as("only Linux has this limit").isTrue();
        Path images = folder.resolve("images");
        ChildRun.writeImages(images);
        Path file = folder.resolve("run.checkpoint");
        int when = 2 + seed.random().nextInt(ITERATIONS - 5);
        long left = 1L << (12 + seed.repetition() % 6);
        try (ChildJvm child = ChildJvm.of(Starved.class, images, file, when, left)
                .heap("256m")
                .options(
                        "-Xms256m",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.txt"),
                        "-Dlogback.configurationFile="
                                + Files.writeString(folder.resolve("log.xml"), "<configuration/>"))
                .start(folder.resolve("errors"))) {
            int exit = child.end();
            List<String> told = child.told();
            List<String> story =
                    told.stream().filter(line -> !line.startsWith("kept ")).toList();
            System.out.println(seed + ", exit code " + exit + ", " + story);
            assertThat(told).as(child.errors()).contains("starved after " + when);
            boolean halved = assertSentences(story, exit == 0);
            long kept = told.stream()
                    .filter(line -> line.startsWith("kept "))
                    .mapToLong(line -> Long.parseLong(line.substring("kept ".length())))
                    .max()
                    .orElse(0);
            assertThat(Checkpoint.read(file, recipe().network().plan()).iteration())
                    .isGreaterThanOrEqualTo(kept);
            TrainingResult result = run(images, Optional.of(file));
            if (!halved) {
                assertThat(bits(result)).isEqualTo(bits(run(images, Optional.empty())));
            }
        }
    }

    /** Whether batches were halved, which rounds otherwise. */
    private static boolean assertSentences(List<String> story, boolean ended) {
        String end = story.get(story.size() - 1);
        if (ended && !end.equals("done")) {
            assertThat(end)
                    .startsWith("sentence The memory ")
                    .contains(
                            "does not suffice after",
                            "the checkpoint of iteration ",
                            "Choose a smaller batch or network")
                    .endsWith(".");
        }
        List<String> warned =
                story.stream().filter(line -> line.startsWith("warned ")).toList();
        assertThat(warned)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(line -> assertThat(line)
                        .contains("The memory of the CPU does not suffice for", "two halves")
                        .endsWith("."));
        return !warned.isEmpty();
    }

    private static Recipe recipe() {
        return ChildRun.recipe(ITERATIONS / 4, new Schedule.WarmupCosine(0.15));
    }

    private static TrainingResult run(Path images, Optional<Path> checkpoint) throws Exception {
        return new Trainer(new Dl4jCompute())
                .run(recipe(), ChildRun.images(images), new RunControl(), event -> {}, checkpoint);
    }

    private static Map<String, String> bits(TrainingResult result) {
        assertThat(result).isInstanceOf(TrainingResult.Completed.class);
        return KilledRunTest.bits(((TrainingResult.Completed) result).model());
    }
}
