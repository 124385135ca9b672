package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph with a batch of noise, in double or float. */
final class GradientProbe implements AutoCloseable {
    private static final int COUNT = 4;

    /** What dropout and stochastic depth drop, in every pass alike. */
    private static final long CHANCE = 1;

    private final PassContext context = new PassContext();
    private final ComputationGraph graph;
    private final INDArray images;
    private final INDArray[] labels;

    GradientProbe(NetworkSpec spec, GraphOptions options) {
        graph = GraphAssembler.assemble(spec, TinyNetworks.optimization(0, 0), context, options, new Rate());
        Parameters.write(graph, spec.plan(), TinyNetworks.weights(spec, 7));
        Batch batch = TinyNetworks.batch(spec, COUNT, 12);
        images = Nd4j.createFromArray(batch.images())
                .reshape('c', new long[] {COUNT, spec.side(), spec.side(), 3})
                .castTo(options.type());
        INDArray ofAnOutput = Nd4j.zeros(options.type(), COUNT, spec.classes());
        for (int i = 0; i < COUNT; i++) {
            ofAnOutput.putScalar(i, batch.labels()[i], 1);
        }
        labels = new INDArray[graph.getNumOutputArrays()];
        Arrays.fill(labels, ofAnOutput);
    }

    double loss(Instance instance) {
        context.weightsChanged();
        try (PassContext.Pass pass = context.training(instance, CHANCE)) {
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

    /** Slope of the loss along directions of arrays, all moved at once, by central differences; {@link #loss} has run. */
    double slope(Map<String, double[]> directions, double step, Instance instance) {
        Map<String, INDArray> before = new HashMap<>();
        directions.keySet().forEach(name -> before.put(name, parameter(name).dup('c')));
        double up = lossAt(before, directions, step, instance);
        double down = lossAt(before, directions, -step, instance);
        before.forEach((name, values) -> parameter(name).assign(values));
        return (up - down) / (2 * step);
    }

    private double lossAt(
            Map<String, INDArray> from, Map<String, double[]> directions, double distance, Instance instance) {
        directions.forEach((name, direction) -> {
            INDArray parameter = parameter(name);
            INDArray move = Nd4j.createFromArray(direction).reshape('c', parameter.shape());
            INDArray start = Objects.requireNonNull(from.get(name), name);
            parameter.assign(start.add(move.muli(distance).castTo(parameter.dataType())));
        });
        return loss(instance);
    }

    private INDArray parameter(String name) {
        return Objects.requireNonNull(graph.paramTable().get(name), name);
    }

    @Override
    public void close() {
        graph.close();
    }
}
