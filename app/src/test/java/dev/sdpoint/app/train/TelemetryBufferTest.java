package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TelemetryBufferTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final TelemetryBuffer buffer = new TelemetryBuffer(3, 8, nanos::get);

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
        RunCurves curves = buffer.curves(10, 4);
        assertThat(curves.drawn()).containsExactly(1L, 0L, 2L);
        assertThat(curves.metrics().loss().buckets()).hasSize(3);
        assertThat(curves.metrics().loss().buckets().get(1).mean()).isEqualTo(1.0);
        assertThat(curves.metrics().error().buckets().get(0).mean()).isEqualTo(0.25);
        assertThat(curves.metrics().rate().buckets().get(0).mean()).isEqualTo(0.1);
        assertThat(curves.metrics().speed().buckets().get(0).mean()).isEqualTo(100);
        assertThat(curves.losses().mean(2, 1)).isEqualTo(1.0);
        assertThat(curves.losses().mean(0, 1)).isNaN();
        assertThat(curves.horizon()).isEqualTo(10);
        assertThat(curves.iterationsPerEpoch()).isEqualTo(4);
    }

    @Test
    void foldsTheTimeOnTheWall() {
        buffer.accept(new TrainingEvent.Started(0, 4, 2, 2));
        for (int i = 1; i <= 3; i++) {
            nanos.addAndGet(2_000_000_000);
            buffer.accept(done(i, 0, 1));
        }
        List<MetricSeries.Bucket> seconds =
                buffer.curves(1, 1).metrics().seconds().buckets();
        assertThat(seconds).extracting(MetricSeries.Bucket::mean).containsExactly(2.0, 4.0, 6.0);
    }

    @Test
    void beginsAnewWhenTakenUpFromAnOlderCheckpoint() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(done(2, 1, 1.0));
        buffer.accept(new TrainingEvent.Started(1, 4, 2, 2));
        RunCurves curves = buffer.curves(1, 1);
        assertThat(curves.drawn()).containsExactly(0L, 0L, 0L);
        assertThat(curves.metrics().loss().buckets()).isEmpty();
        assertThat(curves.metrics().seconds().buckets()).isEmpty();
        assertThat(curves.losses().used()).isZero();
    }

    @Test
    void goesBackToTheCheckpointThatTheRunIsTakenUpFrom() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(new TrainingEvent.CheckpointWritten(1, "file"));
        buffer.accept(done(2, 1, 1.0));
        buffer.accept(new TrainingEvent.CheckpointWritten(2, "file"));
        buffer.accept(done(3, 1, 9.0));
        buffer.accept(new TrainingEvent.Started(2, 4, 2, 2));
        assertThat(buffer.curves(1, 1).drawn()).containsExactly(1L, 1L, 0L);
        buffer.accept(done(3, 2, 0.5));
        assertThat(buffer.curves(1, 1).metrics().loss().buckets())
                .extracting(MetricSeries.Bucket::mean)
                .containsExactly(2.0, 1.0, 0.5);
        buffer.accept(new TrainingEvent.Started(1, 4, 2, 2));
        RunCurves curves = buffer.curves(1, 1);
        assertThat(curves.drawn()).as("the one before the newest").containsExactly(1L, 0L, 0L);
        assertThat(curves.losses().mean(0, 0)).isEqualTo(2.0);
        assertThat(curves.losses().used()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAStopLeftIt() {
        buffer.accept(done(1, 0, 2.0));
        buffer.accept(new TrainingEvent.Started(1, 4, 2, 2));
        assertThat(buffer.curves(1, 1).metrics().loss().buckets()).hasSize(1);
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
        assertThat(buffer.curves(1, 1).drawn().stream().mapToLong(n -> n).sum()).isEqualTo(iterations);
        assertThat(buffer.curves(1, 1).metrics().loss().buckets().stream()
                        .mapToLong(MetricSeries.Bucket::count)
                        .sum())
                .isEqualTo(iterations);
    }

    private static IterationDone done(long iteration, int instance, double loss) {
        return new IterationDone(iteration, 0, instance, loss, loss / 8, 0.1, 100);
    }
}
