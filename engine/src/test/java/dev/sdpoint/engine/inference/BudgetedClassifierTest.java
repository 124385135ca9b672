package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.RecordedOutcomes;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetedClassifierTest {
    private static final WideResNet SPEC = new WideResNet(10, 1, 3, 16);
    private static final Normalization NORMALIZATION =
            new Normalization(new float[] {.5f, .4f, .3f}, new float[] {.2f, .3f, .4f});
    private static final SdpModel MODEL = new SdpModel(
            SPEC,
            InstanceSpace.of(3, List.of(0.5)),
            List.of("cat", "dog", "frog"),
            NORMALIZATION,
            new NamedWeights(Map.of("some", new float[1])),
            new StatisticsBank(Map.of(), Map.of()),
            new Sweep(1, List.of(new InstanceScore(Instance.FULL, 1, 1, 0, 0, 0, 1))),
            new RecordedOutcomes(
                    new long[1], new Outcomes(List.of(Instance.FULL), 1, new short[1], new float[1], new short[1])),
            new TrainingRecord("sdpoint", "none", "0", 1, 1, "2024-01-01T00:00:00Z", Map.of(), Map.of()));

    /** Remembers what it was asked. */
    private static final class Network implements ExecutableNetwork {
        private float[] input = {};
        private int count;
        private int passes;
        private Instance instance = Instance.of(3, 0.9);
        private StatisticsBank bank = new StatisticsBank(Map.of(), Map.of());
        private boolean closed;

        @Override
        public WideResNet spec() {
            return SPEC;
        }

        @Override
        public NamedWeights weights() {
            return MODEL.weights();
        }

        @Override
        public float[] probabilities(float[] images, int size, Instance asked, StatisticsBank bank) {
            input = images.clone();
            count = size;
            passes++;
            instance = asked;
            this.bank = bank;
            return new float[] {.2f, .7f, .1f};
        }

        @Override
        public void sweep(
                float[] images, int size, List<Instance> all, StatisticsBank bank, ProbabilityConsumer consumer) {
            throw new AssertionError("one picture needs no sweep");
        }

        @Override
        public void batchStatistics(float[] images, int size, List<Instance> all, StatisticsConsumer consumer) {
            throw new AssertionError("inference measures nothing");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Network network = new Network();
    private final BudgetedClassifier classifier = new BudgetedClassifier(MODEL, (spec, weights) -> {
        assertThat(spec).isEqualTo(SPEC);
        assertThat(weights).isSameAs(MODEL.weights());
        return network;
    });

    /** Wider than high, every pixel different. */
    private static RgbImage picture() {
        byte[] pixels = new byte[40 * 24 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7 + i / 120);
        }
        return new RgbImage(40, 24, pixels);
    }

    @Test
    void answersUnderTheInstanceAskedFor() {
        Prediction prediction = classifier.classify(picture(), Instance.of(2, 0.5));
        assertThat(network.instance).isEqualTo(Instance.of(2, 0.5));
        assertThat(network.bank).isSameAs(MODEL.bank());
        assertThat(prediction.instance()).isEqualTo(Instance.of(2, 0.5));
        assertThat(prediction.probabilities()).containsExactly(.2f, .7f, .1f);
        assertThat(prediction.millis()).isNotNegative();
        assertThat(prediction.top(1).get(0).classIndex()).isEqualTo(1);
    }

    @Test
    void fitsAndNormalizesThePictureAsTheModelDoes() {
        classifier.classify(picture(), Instance.FULL);
        assertThat(network.count).isEqualTo(1);
        assertThat(network.input).containsExactly(NORMALIZATION.apply(PictureReader.fit(picture(), 16)));
    }

    @Test
    void tellsNoInstancesFirstPassAsItsTime() {
        classifier.classify(picture(), Instance.FULL);
        assertThat(network.passes).isEqualTo(2);
        classifier.classify(picture(), Instance.FULL);
        assertThat(network.passes).isEqualTo(3);
        classifier.classify(picture(), Instance.of(2, 0.5));
        assertThat(network.passes).isEqualTo(5);
    }

    @Test
    void closesItsNetwork() {
        classifier.close();
        assertThat(network.closed).isTrue();
    }
}
