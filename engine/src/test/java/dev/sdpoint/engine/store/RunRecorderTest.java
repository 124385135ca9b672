package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.store.RunWriter.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue between the training thread and the disk. */
@Timeout(120)
class RunRecorderTest {
    private static final Story STORY = new Story(1, 200_000, 1);
    private static final RunId ID = RunId.fresh();

    private final List<TrainingEvent> written = Collections.synchronizedList(new ArrayList<>());

    private void take(List<Told> batch) {
        batch.forEach(told -> written.add(told.event()));
    }

    @Test
    void trainingDoesNotWaitForADiskThatHangs() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        RunRecorder recorder = new RunRecorder(
                ID,
                batch -> {
                    entered.countDown();
                    try {
                        disk.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    take(batch);
                },
                () -> {});
        recorder.accept(STORY.start(0));
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
        IterationDone step = STORY.step(1);
        int waited = 0;
        int told = RunRecorder.MOST_WAITING + 1000;
        for (int i = 1; i <= told; i++) {
            long before = System.nanoTime();
            recorder.accept(new IterationDone(i, 0, step.instance(), step.loss(), step.error(), 0.1, 100));
            waited += System.nanoTime() - before > TimeUnit.MILLISECONDS.toNanos(20) ? 1 : 0;
        }
        assertThat(waited)
                .as("calls that took long; the machine may hold up some, a disk would 1000")
                .isLessThan(100);
        long before = System.nanoTime();
        recorder.accept(new TrainingEvent.CheckpointDue(told));
        assertThat(System.nanoTime() - before)
                .as("bounded before a checkpoint")
                .isLessThan(TimeUnit.SECONDS.toNanos(20));
        disk.countDown();
        recorder.close();
        assertThat(written.stream().filter(IterationDone.class::isInstance)).hasSize(RunRecorder.MOST_WAITING);
        assertThat(written.get(written.size() - 1))
                .isEqualTo(new TrainingEvent.Warned(
                        RunRecorder.MOST_WAITING,
                        "1000 steps before this one are not recorded: the run store could not be written."));
        assertThat(recorder.problem()).isEmpty();
        assertThat(recorder.lostSteps()).as("also after they were told").isEqualTo(1000);
    }

    @Test
    void writesWhatCouldNotBeWrittenBefore() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        RunRecorder recorder = new RunRecorder(
                ID,
                batch -> {
                    if (full.get()) {
                        throw new StoreException("The disk is full.");
                    }
                    take(batch);
                },
                () -> {});
        recorder.accept(STORY.start(0));
        recorder.accept(STORY.step(1));
        recorder.flush();
        assertThat(recorder.problem()).contains("The disk is full.");
        full.set(false);
        recorder.accept(STORY.step(2));
        recorder.close();
        assertThat(recorder.problem()).isEmpty();
        assertThat(written).containsExactly(STORY.start(0), STORY.step(1), STORY.step(2));
        assertThat(recorder.lostSteps()).isZero();
    }

    @Test
    void endsAndSaysWhyEvenIfNothingCanBeWritten() {
        AtomicBoolean ended = new AtomicBoolean();
        RunRecorder recorder = new RunRecorder(
                ID,
                batch -> {
                    throw new IllegalStateException("broken");
                },
                () -> ended.set(true));
        recorder.accept(STORY.start(0));
        recorder.close();
        assertThat(recorder.problem()).contains("broken");
        assertThat(ended).isTrue();
        recorder.accept(STORY.step(1));
        recorder.flush();
        recorder.close();
    }

    @Test
    void isSafeBeforeACheckpointIsWritten() {
        RunRecorder recorder = new RunRecorder(ID, this::take, () -> {});
        for (int i = 1; i <= 100; i++) {
            recorder.accept(STORY.step(i));
        }
        long before = System.nanoTime();
        recorder.accept(new TrainingEvent.CheckpointDue(100));
        int safe = written.size();
        boolean gaveUp = System.nanoTime() - before >= TimeUnit.SECONDS.toNanos(1); // it waits no longer
        assertThat(safe == 100 || gaveUp).isTrue();
        recorder.close();
        assertThat(written).hasSize(100);
    }
}
