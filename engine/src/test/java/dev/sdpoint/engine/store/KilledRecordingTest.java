package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that records is killed without notice (SIGKILL) at random moments, and the next one goes on. */
@Timeout(600)
class KilledRecordingTest {
    private static final int KILLS = 6;
    /** Those of all killed processes are not yet the whole story. */
    private static final int MOST_CONFIRMED = 40;

    private static final Story STORY = ChildRecorder.STORY;

    @TempDir
    Path folder;

    @FaultTest
    void allThatWasConfirmedIsThereAndTheStoreIsSound(FaultSeed seed) throws Exception {
        Random random = seed.random();
        List<String> moments = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long from = ChildRecorder.iteration(folder);
            Process child = ChildRecorder.start(folder, MOST_CONFIRMED);
            BufferedReader out = child.inputReader();
            assertThat(out.readLine()).isEqualTo("Ready");
            ChildRecorder.go(child);
            int lines = random.nextInt(8);
            List<String> told = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                told.add(String.valueOf(out.readLine()));
            }
            Thread.sleep(random.nextInt(60));
            child.toHandle().destroyForcibly();
            out.lines().forEach(told::add);
            assertThat(child.waitFor()).as("killed: %s", told).isEqualTo(137);
            assertThat(told).allMatch(line -> line.startsWith("confirmed "));
            long confirmed = told.isEmpty()
                    ? from
                    : Long.parseLong(told.get(told.size() - 1).substring("confirmed ".length()));
            moments.add(from + " … " + confirmed);
            check(confirmed);
        }
        Process last = ChildRecorder.start(folder, Integer.MAX_VALUE);
        ChildRecorder.go(last);
        assertThat(last.inputReader().lines().toList()).endsWith("done");
        check(STORY.iterations());
        try (RunStore store = Stores.ready(folder)) {
            RunSummary run = store.runs().get(0);
            assertThat(run.progress().state()).isEqualTo(RecordedState.FINISHED);
            // a kill between checkpoint and evaluation costs the evaluation: the trainer goes on after it
            assertThat(store.evaluations(run.id()).size()).isBetween(STORY.epochs() - KILLS, STORY.epochs());
        }
        System.out.println(seed + ", " + KILLS + " kills, iterations from … confirmed: " + moments);
    }

    private void check(long confirmed) throws Exception {
        try (RunStore store = Stores.ready(folder)) {
            if (confirmed == 0 && store.runs().isEmpty()) {
                return;
            }
            assertThat(store.runs()).hasSize(1);
            RunSummary run = store.runs().get(0);
            assertThat(run.progress().state()).isIn(RecordedState.INTERRUPTED, RecordedState.FINISHED);
            List<IterationDone> steps = new ArrayList<>();
            store.steps(run.id(), 0, steps::add);
            assertThat(steps.size()).isGreaterThanOrEqualTo((int) confirmed).isEqualTo((int)
                    run.progress().iteration());
            for (int i = 0; i < steps.size(); i++) {
                assertThat(steps.get(i)).isEqualTo(STORY.step(i + 1));
            }
            assertThat(store.evaluations(run.id()).stream().map(RecordedEvaluation::told))
                    .doesNotHaveDuplicates()
                    .allSatisfy(told -> assertThat(told).isEqualTo(STORY.evaluation(told.iteration())));
        }
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            assertThat(database.pragma("PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(database.pragma("PRAGMA foreign_key_check")).isEmpty();
        }
    }
}
