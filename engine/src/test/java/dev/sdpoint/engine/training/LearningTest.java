package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real networks on the bundled images: the same seed gives the same bits, and they learn. */
@Timeout(600)
class LearningTest {
    @TempDir
    Path folder;

    private static DataSet bundled(int training, int validation) throws DataException {
        DataSet all = BundledCifar10.load();
        return DataSet.of(
                "part",
                "Part of CIFAR-10",
                all.classNames(),
                some(all.training(), training),
                some(all.validation(), validation));
    }

    /** The bundled images are sorted by class. */
    private static LabeledImages some(LabeledImages images, int count) {
        return images.subset(Arrays.copyOf(EpochOrder.of(images.size(), 5, 0), count));
    }

    private static Recipe recipe(int epochs, int batch, int calibrationBatch, long seed) {
        return new Recipe(
                new WideResNet(10, 1, 10, 32),
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(epochs, batch, 0.1, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(4), 16, 2, calibrationBatch),
                seed);
    }

    private static TrainingResult run(
            Recipe recipe, DataSet data, RunControl control, Consumer<TrainingEvent> listener, Optional<Path> file)
            throws TrainingException, InterruptedException {
        return new Trainer(new Dl4jCompute()).run(recipe, data, control, listener, file);
    }

    private static Map<String, String> weights(TrainingResult result) {
        SdpModel model = ((TrainingResult.Completed) result).model();
        Map<String, String> text = new TreeMap<>();
        model.weights().arrays().forEach((name, values) -> text.put(name, Arrays.toString(values)));
        model.bank()
                .full()
                .forEach((layer, statistics) ->
                        text.put(layer, Arrays.toString(statistics.mean()) + Arrays.toString(statistics.variance())));
        return text;
    }

    @Test
    void sameSeedGivesTheSameBitsStoppedOrNot() throws Exception {
        DataSet data = bundled(256, 20);
        Recipe recipe = recipe(1, 32, 16, 3);
        Map<String, String> whole = weights(run(recipe, data, new RunControl(), event -> {}, Optional.empty()));
        Map<String, String> repeated = weights(run(recipe, data, new RunControl(), event -> {}, Optional.empty()));
        assertThat(repeated).isEqualTo(whole);

        Optional<Path> file = Optional.of(folder.resolve("run.ckpt"));
        RunControl control = new RunControl();
        TrainingResult stopped = run(
                recipe,
                data,
                control,
                event -> {
                    if (event instanceof TrainingEvent.IterationDone done && done.iteration() == 5) {
                        control.stop();
                    }
                },
                file);
        assertThat(stopped).isEqualTo(new TrainingResult.Interrupted(5));
        assertThat(weights(run(recipe, data, new RunControl(), event -> {}, file)))
                .isEqualTo(whole);

        Map<String, String> other =
                weights(run(recipe(1, 32, 16, 4), data, new RunControl(), event -> {}, Optional.empty()));
        assertThat(other.keySet()).isEqualTo(whole.keySet());
        assertThat(other.get("conv0/weights")).isNotEqualTo(whole.get("conv0/weights"));
    }

    @Test
    void twoEpochsLeaveChanceFarBehind() throws Exception {
        TrainingResult result =
                run(recipe(2, 32, 100, 1), bundled(2000, 500), new RunControl(), event -> {}, Optional.empty());
        SdpModel model = ((TrainingResult.Completed) result).model();
        double best = model.sweep().scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElse(1);
        double worst = model.sweep().scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .max()
                .orElse(1);
        // chance is 0.9; measured 0.68 and 0.70
        assertThat(best).isLessThan(0.75);
        assertThat(worst).isLessThan(0.8);
    }
}
