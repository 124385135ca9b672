package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The model that a checkpoint stands for, against the one that the run itself gave. */
@Timeout(60)
class CheckpointModelTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("set below");
    private final List<FakeLearner> loaded = new ArrayList<>();

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.ckpt");
    }

    private NetworkLoader loader() {
        return (spec, weights) -> {
            FakeLearner network = new FakeLearner(spec);
            float[] bias = weights.get("classifier/bias", spec.classes());
            int checksum = (int) bias[0] << 16 | (int) bias[1];
            network.restore(weights, new float[] {checksum & 0xFF, 7});
            loaded.add(network);
            return network;
        };
    }

    private SdpModel read(Runs.Run run, Progress progress) throws Exception {
        return CheckpointModel.read(file, run.recipe, run.data, loader(), progress);
    }

    @Test
    void isTheModelThatTheRunGave() throws Exception {
        Runs.Run run = new Runs.Run(file);
        SdpModel given = ((TrainingResult.Completed) run.start()).model();
        List<Double> shares = new ArrayList<>();
        SdpModel read = read(run, shares::add);

        assertThat(read.weights().arrays().get("classifier/bias"))
                .isEqualTo(given.weights().arrays().get("classifier/bias"));
        assertThat(read.space()).isEqualTo(given.space());
        assertThat(read.normalization()).isEqualTo(given.normalization());
        assertThat(read.sweep().scores())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("millisPerImage")
                .isEqualTo(given.sweep().scores());
        assertThat(read.record().settings()).isEqualTo(given.record().settings());
        assertThat(read.record().epochs()).isEqualTo(3);
        assertThat(shares).isSorted().endsWith(1.0);
        assertThat(shares.get(0)).isBetween(0.01, 0.99);
        assertThat(loaded).allMatch(network -> network.closed);
    }

    @Test
    void ofARunThatWasStoppedItHasTheEpochsDone() throws Exception {
        Runs.Run run = stoppedAt(7);

        SdpModel read = read(run, Progress.NONE);
        assertThat(read.record().epochs()).isOne();
        assertThat(read.weights().get("classifier/bias", 3)[1]).isEqualTo(run.network.checksum() & 0xFFFF);
    }

    @Test
    void refusesOtherImagesAndOtherRecipes() throws Exception {
        Runs.Run run = stoppedAt(4);
        run.data = Runs.data(99);
        assertThatThrownBy(() -> read(run, Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("other images");
        run.data = Runs.data(1);
        run.recipe = Runs.recipe(Method.SDPOINT, 0.05, 7);
        assertThatThrownBy(() -> read(run, Progress.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("another recipe");
    }

    @Test
    void endsWhereTheProgressSaysSo() throws Exception {
        Runs.Run run = stoppedAt(4);
        assertThatThrownBy(() -> read(run, share -> {
                    throw new InterruptedException("cancelled");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(loaded).allMatch(network -> network.closed);
    }

    private Runs.Run stoppedAt(int iteration) throws Exception {
        Runs.Run run = new Runs.Run(file);
        run.network.onStep = step -> {
            if (step + 1 == iteration) {
                run.control.stop();
            }
            return 1;
        };
        run.start();
        return run;
    }
}
