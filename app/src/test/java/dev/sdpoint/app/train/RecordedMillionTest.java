package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.store.NewRun;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunStores;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run of 1,000,000 iterations, told again from the store to what feeds the charts. */
@Timeout(300)
final class RecordedMillionTest {
    private static final int ITERATIONS = 1_000_000;
    private static final int PER_EPOCH = 390;
    private static final double MOST_MEGABYTES = 40;

    @TempDir
    private Path folder;

    @Test
    void isReplayedIntoBoundedMemory() throws Exception {
        DataSet data = SyntheticModel.data();
        Recipe recipe = Recipe.standard(new WideResNet(16, 2, 10, 32), Method.SDPOINT, 2, 7);
        try (RunStore store = RunStores.open(folder).store().orElseThrow()) {
            RunId id = record(store, NewRun.of(recipe, data, Optional.empty()));
            TelemetryBuffer buffer = new TelemetryBuffer(recipe.space().size());
            double before = megabytes();
            AtomicLong told = new AtomicLong();
            double[] most = {0};
            store.replay(id, event -> {
                buffer.accept(event);
                if (told.incrementAndGet() % 250_000 == 0) {
                    assertThat(buffer.drain().newest()).isPresent();
                    most[0] = Math.max(most[0], megabytes() - before);
                }
            });
            RunCurves curves = buffer.curves(100, PER_EPOCH);
            assertThat(told.get()).isGreaterThan(ITERATIONS);
            assertThat(curves.draws()).isEqualTo(ITERATIONS);
            assertThat(curves.iterations()).isGreaterThanOrEqualTo(ITERATIONS);
            assertThat(curves.metrics().speed().buckets()).hasSizeLessThanOrEqualTo(TelemetryBuffer.BUCKETS);
            assertThat(most[0]).as("megabytes more than before, half-way").isLessThan(MOST_MEGABYTES);
            assertThat(megabytes() - before)
                    .as("megabytes more than before, at the end")
                    .isLessThan(MOST_MEGABYTES);
            assertThat(curves.losses().used()).isPositive();
        }
    }

    private static RunId record(RunStore store, NewRun run) throws Exception {
        Random random = new Random(2);
        try (Recording recording = store.record(run)) {
            recording.accept(new TrainingEvent.Started(0, ITERATIONS, PER_EPOCH, ITERATIONS / PER_EPOCH));
            for (int i = 1; i <= ITERATIONS; i++) {
                double loss = 2.3 * Math.exp(-3.0 * i / ITERATIONS) + 0.1 * random.nextDouble();
                recording.accept(
                        new IterationDone(i, i / PER_EPOCH, random.nextInt(13), loss, Math.min(1, loss / 3), 0.1, 500));
                if (i % 20_000 == 0) {
                    recording.flush();
                }
            }
            recording.accept(new TrainingEvent.Finished(ITERATIONS, 100));
            assertThat(recording.problem()).isEmpty();
            return recording.run().orElseThrow();
        }
    }

    /** The least after several collections, for other threads of the process go on. */
    private static double megabytes() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
        }
        return least;
    }
}
