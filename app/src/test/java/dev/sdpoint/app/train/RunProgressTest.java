package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.engine.event.TrainingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunProgressTest {
    private final List<String> told = new ArrayList<>();
    private final List<TrainingEvent> passedOn = new ArrayList<>();
    private long now = 5_000_000_000L;
    private final RunProgress progress = new RunProgress(new Recorded(), passedOn::add, () -> now);

    @Test
    void tellsTheStatusBarOnceASecondAndPassesEveryEventOn() {
        progress.accept(new TrainingEvent.Started(0, 300, 100, 3));
        for (int i = 1; i <= 120; i++) {
            now += 20_000_000;
            progress.accept(done(i));
        }
        assertThat(told).containsExactly("0/300 epoch 1 of 3", "50/300 epoch 1 of 3", "100/300 epoch 1 of 3");
        assertThat(passedOn).hasSize(121);
    }

    @Test
    void tellsTheNewestWhenAskedAndIsSilentWhileSomebodyAsksEverySecond() {
        progress.tellNow();
        assertThat(told).as("before the run has started").isEmpty();
        progress.accept(new TrainingEvent.Started(0, 600, 100, 6));
        for (int i = 1; i <= 180; i++) {
            now += 20_000_000;
            progress.accept(done(i));
            if (i % 45 == 0) {
                progress.tellNow();
            }
        }
        assertThat(told)
                .containsExactly(
                        "0/600 epoch 1 of 6",
                        "45/600 epoch 1 of 6",
                        "90/600 epoch 1 of 6",
                        "135/600 epoch 2 of 6",
                        "180/600 epoch 2 of 6");
        // the place is hidden: nobody asks any more
        for (int i = 181; i <= 330; i++) {
            now += 20_000_000;
            progress.accept(done(i));
        }
        assertThat(told).endsWith("180/600 epoch 2 of 6", "330/600 epoch 4 of 6");
    }

    @Test
    void goesOnWhereARunIsTakenUp() {
        progress.accept(new TrainingEvent.Started(250, 300, 100, 3));
        progress.accept(new TrainingEvent.Started(300, 300, 100, 3));
        assertThat(told).containsExactly("250/300 epoch 3 of 3", "300/300 epoch 3 of 3");
    }

    private static TrainingEvent done(int i) {
        return new TrainingEvent.IterationDone(i, (i - 1) / 100, 0, 1, 0.5, 0.1, 100);
    }

    private final class Recorded implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void update(long done, long total, String message) {
            told.add(done + "/" + total + " " + message);
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }
}
