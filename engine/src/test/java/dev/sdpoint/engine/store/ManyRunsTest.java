package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 1,000 runs with 1,000,000 steps in all: what the list reads, and what it takes in a fresh process. */
@Timeout(300)
class ManyRunsTest {
    private static final int RUNS = 1000;
    private static final Story STORY = new Story(2, 500, 4);

    @TempDir
    Path folder;

    @Test
    void listsAThousandRunsOfAMillionSteps() throws Exception {
        Stores.ready(folder).close();
        fill();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Listing.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = child.inputReader().lines().toList();
        assertThat(child.waitFor()).isZero();
        assertThat(told).first().isEqualTo("1000 runs, 1000000 steps, 1000 curves");
        System.out.println(told + ", file of " + Files.size(folder.resolve("runs.db")) / 1_000_000 + " MB");
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            List<String> plan = database.read(connection -> Database.query(
                    connection,
                    "EXPLAIN QUERY PLAN SELECT * FROM run WHERE deleted_at IS NULL ORDER BY started_at DESC",
                    row -> row.getString("detail")));
            assertThat(plan).noneMatch(line -> line.contains("steps") || line.contains("evaluation"));
            assertThat(database.pragma("SELECT sum(count) FROM steps")).isEqualTo("1000000");
        }
    }

    private void fill() throws Exception {
        StepColumns first = new StepColumns(1);
        StepColumns second = new StepColumns(1 + StepColumns.LIMIT);
        for (long i = 1; i <= 1000; i++) {
            (i <= StepColumns.LIMIT ? first : second).add(STORY.step(i));
        }
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            database.write(connection -> {
                for (int run = 0; run < RUNS; run++) {
                    long row = RunTable.insert(
                            connection,
                            RunId.fresh(),
                            STORY.run(Optional.empty()),
                            Optional.of("20240501-120000-" + run + "/run.checkpoint"),
                            Instant.ofEpochMilli(1_700_000_000_000L + run));
                    StepTable.put(connection, row, first);
                    StepTable.put(connection, row, second);
                    for (long at : new long[] {500, 1000}) {
                        EvaluationTable.add(connection, row, Instant.now(), STORY.evaluation(at));
                    }
                    RunTable.refreshScore(connection, row);
                    RunTable.update(
                            connection,
                            row,
                            new RunTable.Progress(RecordedState.FINISHED, 60, 1000, 1000, 500, 2),
                            Instant.now());
                    RunTexts.putTags(connection, row, List.of("one", "two"));
                }
                return RUNS;
            });
        }
    }

    /** The fresh process. */
    static final class Listing {
        private Listing() {}

        public static void main(String[] args) throws Exception {
            long started = System.nanoTime();
            StoreOpening opening = RunStores.open(Path.of(args[0]));
            long opened = System.nanoTime();
            List<RunSummary> runs = opening.store().orElseThrow().runs();
            long listed = System.nanoTime();
            long sinceStart = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println(runs.size() + " runs, "
                    + runs.stream().mapToLong(run -> run.progress().iteration()).sum() + " steps, "
                    + runs.stream()
                            .filter(run -> run.result().curve().size() > 1)
                            .count() + " curves");
            System.out.println("opened in " + (opened - started) / 1_000_000 + " ms, listed in "
                    + (listed - opened) / 1_000_000 + " ms, " + sinceStart + " ms since the virtual machine began");
        }
    }
}
