package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run of 1,000,000 steps told again in a fresh process: how long that takes, and within how little memory it can be done. */
@Timeout(300)
class LongReplayTest {
    private static final int STEPS = 1_000_000;
    private static final Story STORY = new Story(20, 50_000, 4);

    @TempDir
    Path folder;

    @Test
    void tellsAMillionStepsAgainWithinBoundedMemory() throws Exception {
        Stores.ready(folder).close();
        fill();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC", // needs no processor of its own to keep up with so small a heap
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Replaying.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = child.inputReader().lines().toList();
        assertThat(child.waitFor()).isZero();
        assertThat(told).first().isEqualTo("1000000 steps in order, 20 evaluations");
        System.out.println(told);
    }

    private void fill() throws Exception {
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            database.write(connection -> {
                long row = RunTable.insert(
                        connection, RunId.fresh(), STORY.run(Optional.empty()), Optional.empty(), Instant.EPOCH);
                EventTable.add(connection, row, new RecordedEvent(Instant.EPOCH, STORY.start(0)));
                StepColumns steps = new StepColumns(1);
                for (long i = 1; i <= STEPS; i++) {
                    IterationDone step = STORY.step(i);
                    if (!steps.takes(step)) {
                        StepTable.put(connection, row, steps);
                        steps = new StepColumns(i);
                    }
                    steps.add(step);
                    if (i % (STEPS / STORY.epochs()) == 0) {
                        EvaluationTable.add(connection, row, Instant.ofEpochSecond(i), STORY.evaluation(i));
                    }
                }
                StepTable.put(connection, row, steps);
                RunTable.update(
                        connection,
                        row,
                        new RunTable.Progress(
                                RecordedState.FINISHED, 60, STEPS, STEPS, STEPS / STORY.epochs(), STORY.epochs()),
                        Instant.ofEpochSecond(STEPS));
                return row;
            });
        }
    }

    /** The fresh process. */
    static final class Replaying {
        private Replaying() {}

        public static void main(String[] args) throws Exception {
            RunStore store = RunStores.open(Path.of(args[0])).store().orElseThrow();
            RunId id = store.runs().get(0).id();
            long[] seen = new long[2];
            boolean[] inOrder = {true};
            long started = System.nanoTime();
            store.replayWithTimes(id, told -> {
                if (told.event() instanceof IterationDone step) {
                    inOrder[0] &= step.iteration() == seen[0] + 1
                            && told.at().equals(Instant.ofEpochSecond(step.iteration()));
                    seen[0]++;
                } else if (told.event() instanceof dev.sdpoint.engine.event.TrainingEvent.Evaluated) {
                    seen[1]++;
                }
            });
            long millis = (System.nanoTime() - started) / 1_000_000;
            store.close();
            System.out.println(
                    seen[0] + " steps " + (inOrder[0] ? "in order" : "in disorder") + ", " + seen[1] + " evaluations");
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println("told again in " + millis + " ms, at most " + peak / 1_000_000 + " MB of heap");
        }
    }
}
