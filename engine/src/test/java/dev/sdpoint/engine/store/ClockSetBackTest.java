package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** The clock is set back while a run is recorded: order and times of training come from elsewhere, and nothing is lost. */
final class ClockSetBackTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    Path folder;

    @FaultTest
    void theRecordIsInOrderAndWhole(FaultSeed seed) throws Exception {
        Random random = seed.random();
        Story story = new Story(4, 60, 3);
        StoreFiles files = StoreFiles.in(folder);
        Database writing = Database.open(files.database());
        Schema.migrate(writing);
        RunStore store = new RunStore(files, Database.open(files.database()), Optional.of(writing), Optional.empty());
        try (store) {
            RunBeginning begun =
                    writing.write(connection -> RunBeginning.of(connection, story.run(Optional.empty()), files));
            RunWriter writer = new RunWriter(writing, begun);
            List<RunWriter.Told> batch = new ArrayList<>();
            Instant clock = NOW;
            long nanos = 0;
            for (TrainingEvent event : story.from(0)) {
                clock = clock.plusMillis(10);
                if (random.nextInt(30) == 0) {
                    clock = clock.minus(Duration.ofHours(random.nextInt(48)));
                }
                nanos += 10_000_000;
                batch.add(new RunWriter.Told(event, clock, nanos));
            }
            writer.write(batch);
            assertThat(Stores.replay(store, begun.id())).isEqualTo(story.from(0));
            List<TrainingEvent> timed = new ArrayList<>();
            store.replayWithTimes(begun.id(), told -> timed.add(told.event()));
            assertThat(timed).isEqualTo(story.from(0));
            RunSummary run = store.run(begun.id()).orElseThrow();
            assertThat(run.progress().state()).isEqualTo(RecordedState.FINISHED);
            assertThat(run.progress().duration())
                    .isBetween(Duration.ofMillis(10 * story.iterations()), Duration.ofMillis(11 * story.iterations()));
            Path out = folder.resolve("out.sdprun");
            store.export(begun.id(), out);
            assertThat(Stores.replay(store, store.importRun(out))).isEqualTo(story.from(0));
            store.delete(begun.id());
            assertThat(store.purge(Instant.now().minus(Duration.ofDays(30))))
                    .as("deleted now, whatever the clock said before")
                    .isZero();
            store.undelete(begun.id());
        }
    }
}
