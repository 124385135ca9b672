package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TelemetryBufferTest {
    private final TelemetryBuffer buffer = new TelemetryBuffer(3, 8);

    @Test
    void keepsLifeCycleEventsInOrderAndHandsThemOutOnce() {
        buffer.accept(new TrainingEvent.Started(0, 4, 2, 2));
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(new TrainingEvent.Paused(1));
        buffer.accept(new TrainingEvent.Resumed(1));
        assertThat(buffer.drain().events())
                .containsExactly(
                        new TrainingEvent.Started(0, 4, 2, 2),
                        new TrainingEvent.Paused(1),
                        new TrainingEvent.Resumed(1));
        assertThat(buffer.drain().quiet()).isTrue();
    }

    @Test
    void foldsIterationsAndCountsInstances() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(done(2, 2, 1.0));
        buffer.accept(done(3, 2, 0.5));
        TelemetryFrame frame = buffer.drain();
        assertThat(frame.newest()).contains(done(3, 2, 0.5));
        assertThat(frame.drawn()).containsExactly(1L, 0L, 2L);
        assertThat(frame.loss().buckets()).hasSize(3);
        assertThat(frame.loss().buckets().get(1).mean()).isEqualTo(1.0);
        assertThat(frame.error().buckets().get(0).mean()).isEqualTo(0.25);
    }

    @Test
    void beginsAnewWhenTakenUpFromAnOlderCheckpoint() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(done(2, 1, 1.0));
        buffer.accept(new TrainingEvent.Started(1, 4, 2, 2));
        TelemetryFrame frame = buffer.drain();
        assertThat(frame.drawn()).containsExactly(0L, 0L, 0L);
        assertThat(frame.loss().buckets()).isEmpty();
    }

    @Test
    void goesOnWhereAStopLeftIt() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(new TrainingEvent.Started(1, 4, 2, 2));
        assertThat(buffer.drain().loss().buckets()).hasSize(1);
    }

    @Test
    void losesNothingBetweenTwoThreads() {
        int iterations = 20_000;
        CompletableFuture<Void> training = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= iterations; i++) {
                buffer.accept(done(i, i % 3, 1));
                if (i % 100 == 0) {
                    buffer.accept(new TrainingEvent.CheckpointWritten(i, "file"));
                }
            }
        });
        List<TrainingEvent> events = new ArrayList<>();
        while (!training.isDone()) {
            events.addAll(buffer.drain().events());
        }
        TelemetryFrame last = buffer.drain();
        events.addAll(last.events());
        assertThat(events)
                .hasSize(iterations / 100)
                .isSortedAccordingTo((a, b) -> Long.compare(a.iteration(), b.iteration()));
        assertThat(last.drawn().stream().mapToLong(n -> n).sum()).isEqualTo(iterations);
        assertThat(last.loss().buckets().stream()
                        .mapToLong(MetricSeries.Bucket::count)
                        .sum())
                .isEqualTo(iterations);
    }

    private static IterationDone done(long iteration, int instance, double loss) {
        return new IterationDone(iteration, 0, instance, loss, loss / 8, 0.1, 100);
    }
}
