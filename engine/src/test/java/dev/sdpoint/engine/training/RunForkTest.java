package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.event.TrainingEvent.PeakRateChanged;
import dev.sdpoint.engine.event.TrainingEvent.Started;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The parent is stopped after 7 of 15 iterations of 4 images, 5 an epoch. */
@Timeout(60)
class RunForkTest {
    private static final int STOP = 7;
    private static final DataSet DATA = Runs.data(1);

    @TempDir
    Path folder;

    private Path parent = Path.of("set below");
    private int checksum;

    @BeforeEach
    void stopTheParent() throws Exception {
        parent = RunFolder.create(folder).checkpoint();
        checksum = stopped(new Runs.Run(parent));
    }

    private static int stopped(Runs.Run run) throws Exception {
        run.network.onStep = step -> {
            if (step + 1 == STOP) {
                run.control.stop();
            }
            return 1;
        };
        run.start();
        return run.network.checksum();
    }

    private static Recipe changed(NetworkSpec network, int epochs, int batch, double rate) {
        Recipe recipe = Runs.recipe();
        Optimization was = recipe.optimization();
        return new Recipe(
                network,
                recipe.method(),
                recipe.sampling(),
                new Optimization(epochs, batch, rate, was.schedule(), was.momentum(), was.weightDecay()),
                recipe.data(),
                99);
    }

    @Test
    void goesOnFromTheParentsWeightsWithItsOwnRateEpochsAndSeed() throws Exception {
        byte[] before = Files.readAllBytes(parent);
        Recipe fork = changed(Runs.NETWORK, 6, 4, 0.025);
        RunFolder home = RunFolder.create(folder);
        assertThat(RunFork.begin(parent, "wrn · 1", fork, DATA, home)).isEqualTo(STOP);
        assertThat(home.origin()).contains("Forked from “wrn · 1” at iteration 7, after 1.4 epochs.");
        assertThat(home.recipe()).contains(fork);

        Runs.Run run = new Runs.Run(home.checkpoint());
        run.recipe = fork;
        int[] restored = new int[1];
        run.network.onStep = step -> {
            if (step == 0) {
                run.control.stop();
            }
            return 1;
        };
        run.listener = event -> {
            if (event instanceof Started) {
                restored[0] = run.network.checksum();
            }
        };
        run.start();
        assertThat(run.events.get(0)).isEqualTo(new Started(STOP, 30, 5, 6));
        assertThat(restored[0]).as("the parent's weights").isEqualTo(checksum);
        double factor = fork.optimization().schedule().factor(7.0 / 30);
        assertThat(run.events(IterationDone.class).get(0).learningRate()).isEqualTo(0.025 * factor);
        assertThat(Files.readAllBytes(parent)).as("the parent").isEqualTo(before);
    }

    @Test
    void aRateThatWasSetByHandInTheParentGivesWay() throws Exception {
        Path edited = RunFolder.create(folder).checkpoint();
        Runs.Run run = new Runs.Run(edited);
        run.control.setPeakLearningRate(0.5);
        stopped(run);
        Recipe fork = changed(Runs.NETWORK, 6, 4, 0.025);
        RunFolder home = RunFolder.create(folder);
        RunFork.begin(edited, "parent", fork, DATA, home);
        Runs.Run second = new Runs.Run(home.checkpoint());
        second.recipe = fork;
        second.control.stop();
        second.start();
        assertThat(second.events(PeakRateChanged.class)).containsExactly(new PeakRateChanged(STOP, 0.025));
    }

    @Test
    void countsEpochsInItsOwnBatches() throws Exception {
        // 7 of 5 iterations an epoch are 1.4 epochs: 14 of 10 with batches of 2
        Recipe fork = changed(Runs.NETWORK, 3, 2, 0.1);
        assertThat(RunFork.begin(parent, "parent", fork, DATA, RunFolder.create(folder)))
                .isEqualTo(14);
    }

    @Test
    void refusesAnotherNetworkOtherImagesAndTooFewEpochsInSentences() throws Exception {
        RunFolder home = RunFolder.create(folder);
        Recipe wider = changed(new WideResNet(10, 2, 3, 16), 6, 4, 0.1);
        assertThatThrownBy(() -> RunFork.begin(parent, "parent", wider, DATA, home))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("another network");
        Recipe shorter = changed(Runs.NETWORK, 1, 4, 0.1);
        assertThatThrownBy(() -> RunFork.begin(parent, "parent", shorter, DATA, home))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("done 1.4 epochs already");
        Recipe fork = changed(Runs.NETWORK, 6, 4, 0.1);
        assertThatThrownBy(() -> RunFork.begin(parent, "parent", fork, Runs.data(2), home))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("other images");
        assertThat(home.checkpoint()).doesNotExist();
    }

    @Test
    void saysBeforehandWhatStandsInTheWay() {
        Recipe then = Runs.recipe();
        assertThat(RunFork.refusal(then, 7, changed(Runs.NETWORK, 2, 4, 0.1), 20))
                .isEmpty();
        assertThat(RunFork.refusal(then, 10, changed(Runs.NETWORK, 2, 4, 0.1), 20))
                .contains(new RunFork.Refusal(
                        RunFork.Setting.EPOCHS,
                        "2 epochs are too few: the parent has done 2 epochs already. Give more, for example 4."));
        assertThat(RunFork.refusal(then, 7, changed(new WideResNet(16, 1, 3, 16), 6, 4, 0.1), 20)
                        .orElseThrow()
                        .sentence())
                .contains("wrn-10-1 of 3 classes at side 16")
                .contains("wrn-16-1");
    }
}
