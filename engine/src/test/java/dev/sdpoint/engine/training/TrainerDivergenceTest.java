package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose loss explodes, on a fake network and on a real one: what they say, and which checkpoint they leave. */
@Timeout(300)
class TrainerDivergenceTest {
    private static final int PER_EPOCH = Runs.PER_EPOCH;

    @TempDir
    Path folder;

    private Path file = Path.of("set below");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.ckpt");
    }

    /** Thirty epochs of five iterations on a fake network; a checkpoint after each. */
    private Runs.Run longRun() {
        Runs.Run run = new Runs.Run(file);
        Recipe short_ = Runs.recipe();
        Optimization optimization = short_.optimization();
        run.recipe = new Recipe(
                short_.network(),
                short_.method(),
                short_.sampling(),
                new Optimization(
                        30,
                        optimization.batchSize(),
                        optimization.learningRate(),
                        optimization.schedule(),
                        optimization.momentum(),
                        optimization.weightDecay()),
                short_.data(),
                short_.seed());
        return run;
    }

    @Test
    void explosionLeavesTheCheckpointFromBeforeIt() throws Exception {
        Runs.Run run = longRun();
        run.network.onStep = step -> step < 60 ? 1 : 50;
        // the 26th bad batch of 50 is that of iteration 86; the checkpoint of 60 may hold the update that ruined all
        String sentence = "The loss has exploded: more than half of the last 50 batches are above 3.30, where guessing"
                + " gives 1.10, after 86 iterations at learning rate ";
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageMatching(".* at learning rate 0\\.0?\\d{3}\\. Try .*")
                .hasMessageEndingWith("Try a learning rate ten times smaller, 0.010 at its peak; the checkpoint of"
                        + " iteration 55 is kept.");
        assertThat(run.story()).endsWith("IterationDone 86", "Failed 86");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**previous");
        Runs.Run again = longRun();
        again.control.stop();
        again.start();
        assertThat(again.story()).startsWith("Started 55");
    }

    @Test
    void explosionIsToldAcrossAStop() throws Exception {
        Runs.Run run = longRun();
        run.network.onStep = step -> {
            if (step == 69) {
                run.control.stop();
            }
            return step < 60 ? 1 : 50;
        };
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(70));
        Runs.Run second = longRun();
        second.network.onStep = step -> 50;
        assertThatThrownBy(second::start)
                .hasMessageContaining("after 86 iterations")
                .hasMessageContaining("iteration 55");
        assertThat(second.story()).startsWith("Started 70");
    }

    @Test
    void fallsBackFromACheckpointThatNaNFollowsAtOnce() throws Exception {
        Runs.Run run = longRun();
        run.network.onStep = step -> step == 51 ? Double.NaN : 1;
        assertThatThrownBy(run::start)
                .hasMessageContaining("The loss is NaN after 51 iterations")
                .hasMessageContaining("the checkpoint of iteration 45 is kept");
    }

    @Test
    void saysThatThereIsNoCheckpoint() {
        Runs.Run run = new Runs.Run();
        run.network.onStep = step -> Double.NaN;
        assertThatThrownBy(run::start).hasMessageEndingWith("; there is no checkpoint to go on from.");
    }

    @Test
    void finishedRunLeavesOneCheckpoint() throws Exception {
        longRun().start();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void realNetworkThatIsDrivenTooHardGoesOnFromBefore() throws Exception {
        Path images = folder.resolve("images");
        ChildRun.writeImages(images);
        DataSet data = ChildRun.images(images);
        Recipe recipe = ChildRun.recipe(30, new Schedule.Steps(0, List.of(), 0.2));
        Trainer trainer = new Trainer(new Dl4jCompute());
        List<TrainingEvent> events = new ArrayList<>();
        RunControl hand = new RunControl();
        assertThatThrownBy(() -> trainer.run(
                        recipe,
                        data,
                        hand,
                        event -> {
                            events.add(event);
                            if (event instanceof IterationDone done && done.iteration() == 4 * PER_EPOCH) {
                                hand.setPeakLearningRate(10);
                            }
                        },
                        Optional.of(file)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("ten times smaller, 1.0 at its peak");
        TrainingEvent last = events.get(events.size() - 1);
        assertThat(last).isInstanceOf(TrainingEvent.Failed.class);
        assertThat(last.iteration()).isBetween(21L, 100L);

        List<TrainingEvent> after = new ArrayList<>();
        RunControl gentle = new RunControl();
        gentle.setPeakLearningRate(0.05);
        trainer.run(
                recipe,
                data,
                gentle,
                event -> {
                    after.add(event);
                    if (after.stream().filter(IterationDone.class::isInstance).count() == 3) {
                        gentle.stop();
                    }
                },
                Optional.of(file));
        // the rate was set when 20 iterations were done
        assertThat(after.get(0).iteration()).isBetween(16L, 20L);
        assertThat(after).filteredOn(IterationDone.class::isInstance).allSatisfy(event -> {
            assertThat(((IterationDone) event).loss()).isLessThan(2 * Math.log(10));
            assertThat(((IterationDone) event).learningRate()).isEqualTo(0.05);
        });
    }
}
