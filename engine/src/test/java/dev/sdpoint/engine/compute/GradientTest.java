package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients of whole networks against differences of the loss, array by array: each array along a random direction, so that
 * every element takes part. ReLU is off, whose kinks differences would step over. The network has every kind of layer:
 * convolutions of 3×3 and 1×1, with stride 1 and 2, behind and before pooled and unpooled sums.
 */
class GradientTest {
    private static final int COUNT = 4;
    private static final double STEP = 1e-5;

    /** A graph with a batch of noise, in double or float. */
    private static final class Probe implements AutoCloseable {
        private final PassContext context = new PassContext();
        private final ComputationGraph graph;
        private final INDArray images;
        private final INDArray labels;

        Probe(GraphOptions options) {
            graph = GraphAssembler.assemble(
                    TinyNetworks.SPEC, TinyNetworks.optimization(0, 0), context, options, new Rate());
            Parameters.write(graph, TinyNetworks.SPEC.plan(), TinyNetworks.weights(7));
            Batch batch = TinyNetworks.batch(COUNT, 12);
            images = Nd4j.createFromArray(batch.images())
                    .reshape('c', new long[] {COUNT, 16, 16, 3})
                    .castTo(options.type());
            labels = Nd4j.zeros(options.type(), COUNT, 4);
            for (int i = 0; i < COUNT; i++) {
                labels.putScalar(i, batch.labels()[i], 1);
            }
        }

        double loss(Instance instance) {
            try (PassContext.Pass pass = context.training(instance, 1)) {
                graph.setInputs(images);
                graph.setLabels(labels);
                graph.computeGradientAndScore();
            }
            return graph.score();
        }

        /** Gradients of all learned arrays by DL4J's names; {@link #loss} must have run. */
        Map<String, double[]> gradients() {
            Map<String, double[]> all = new HashMap<>();
            graph.gradient().gradientForVariable().forEach((name, gradient) -> {
                boolean learned = !name.endsWith("_mean") && !name.endsWith("_var");
                if (learned) {
                    // DL4J sums over images here and divides in its updater
                    all.put(name, gradient.dup('c').reshape(-1).div(COUNT).toDoubleVector());
                }
            });
            return all;
        }

        /** Loss with an array moved along a direction. */
        double lossAt(String name, double[] direction, double distance, Instance instance) {
            INDArray parameter = Objects.requireNonNull(graph.paramTable().get(name), name);
            INDArray before = parameter.dup('c');
            INDArray move = Nd4j.createFromArray(direction).reshape('c', parameter.shape());
            parameter.addi(move.mul(distance).castTo(parameter.dataType()));
            double loss = loss(instance);
            parameter.assign(before);
            return loss;
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    static Stream<Instance> instances() {
        return Stream.of(
                Instance.FULL,
                Instance.of(1, 0.75),
                Instance.of(2, 0.5),
                Instance.of(3, 0.75),
                // 16 to 11 and 5: overlapping bins that no other ratio gives, then odd sides before strides of 2
                Instance.of(1, 0.7));
    }

    @ParameterizedTest
    @MethodSource("instances")
    void gradientOfEveryArrayIsTheSlopeOfTheLoss(Instance instance) {
        Random random = new Random(13);
        try (Probe probe = new Probe(new GraphOptions(DataType.DOUBLE, true, false))) {
            probe.loss(instance);
            Map<String, double[]> gradients = probe.gradients();
            assertThat(gradients).hasSize(9 + 2 * 7 + 2);
            gradients.forEach((name, gradient) -> {
                double[] direction =
                        random.doubles(gradient.length, -1, 1).map(Math::signum).toArray();
                double up = probe.lossAt(name, direction, STEP, instance);
                double down = probe.lossAt(name, direction, -STEP, instance);
                double slope = (up - down) / (2 * STEP);
                double expected = 0;
                double size = 0;
                for (int i = 0; i < gradient.length; i++) {
                    expected += gradient[i] * direction[i];
                    size += gradient[i] * gradient[i];
                }
                assertThat(size).as("%s has a gradient", name).isPositive();
                assertThat(slope).as(name).isCloseTo(expected, within(1e-6 * (1 + Math.sqrt(size))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("instances")
    void fusedFloatGradientsAreThoseOfPortableDoubles(Instance instance) {
        try (Probe exact = new Probe(new GraphOptions(DataType.DOUBLE, true, false));
                Probe fused = new Probe(new GraphOptions(DataType.FLOAT, false, false))) {
            assertThat(fused.loss(instance)).isCloseTo(exact.loss(instance), within(1e-5));
            Map<String, double[]> found = fused.gradients();
            exact.gradients().forEach((name, expected) -> {
                double difference = 0;
                double size = 0;
                double[] mine = found.getOrDefault(name, new double[0]);
                assertThat(mine).as(name).hasSameSizeAs(expected);
                for (int i = 0; i < expected.length; i++) {
                    difference += (mine[i] - expected[i]) * (mine[i] - expected[i]);
                    size += expected[i] * expected[i];
                }
                assertThat(Math.sqrt(difference)).as(name).isLessThan(1e-4 * Math.sqrt(size));
            });
        }
    }
}
