package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A plan as a DL4J graph of our own layers. One thread at a time. */
final class GraphNetwork implements TrainableNetwork {
    private final NetworkSpec spec;
    private final NetworkPlan plan;
    private final PassContext context = new PassContext();
    private final Rate rate = new Rate();
    private final GraphOptions options;
    private final ComputationGraph graph;
    private final Map<Integer, String> pointVertices = new HashMap<>();
    private final SoftmaxClassifier.Implementation classifier;

    GraphNetwork(NetworkSpec spec, Optimization optimization, NamedWeights weights, GraphOptions options) {
        this.spec = spec;
        this.plan = spec.plan();
        this.options = options;
        this.graph = GraphAssembler.assemble(spec, optimization, context, options, rate);
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.ResidualAdd addition) {
                pointVertices.put(addition.point(), addition.name());
            }
        }
        this.classifier = (SoftmaxClassifier.Implementation) graph.getOutputLayer(0);
        Parameters.write(graph, plan, weights);
    }

    @Override
    public NetworkSpec spec() {
        return spec;
    }

    @Override
    public NamedWeights weights() {
        return Parameters.read(graph, plan);
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate) {
        requirePoint(instance);
        rate.set(learningRate);
        INDArray images = images(batch.images(), batch.labels().length);
        INDArray labels = Nd4j.zeros(options.type(), batch.labels().length, spec.classes());
        for (int i = 0; i < batch.labels().length; i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        try (PassContext.Pass pass = context.training(instance)) {
            graph.fit(new DataSet(images, labels));
        }
        images.close();
        labels.close();
        return new StepResult(graph.score(), classifier.wrong());
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        requirePoint(instance);
        requireStatistics(instance, bank);
        INDArray input = images(images, count);
        try (PassContext.Pass pass = context.inference(instance, bank)) {
            INDArray output = graph.output(false, input)[0];
            return Contiguous.of(output).data().getFloatsAt(0, (int) output.length());
        } finally {
            input.close();
        }
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        instances.forEach(instance -> requireStatistics(instance, bank));
        INDArray input = images(images, count);
        try (SharedForward forward = new SharedForward(graph, roomFor(count))) {
            long start = System.nanoTime();
            float[] full;
            try (PassContext.Pass pass = context.inference(Instance.FULL, bank)) {
                full = forward.full(input, false);
            }
            long fullNanos = System.nanoTime() - start;
            for (Instance instance : instances) {
                if (instance instanceof Instance.FullResolution) {
                    consumer.accept(instance, full, fullNanos);
                    continue;
                }
                long from = System.nanoTime();
                try (PassContext.Pass pass = context.inference(instance, bank)) {
                    float[] answer = forward.suffix(vertexOf(instance), instance, false);
                    consumer.accept(instance, answer, System.nanoTime() - from);
                }
            }
        } finally {
            input.close();
        }
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        INDArray input = images(images, count);
        try (SharedForward forward = new SharedForward(graph, roomFor(count))) {
            try (PassContext.Pass pass = context.recording(Instance.FULL)) {
                forward.full(input, true);
                if (instances.contains(Instance.FULL)) {
                    consumer.accept(Instance.FULL, pass.recorded());
                }
            }
            for (Instance instance : instances) {
                if (instance instanceof Instance.FullResolution) {
                    continue;
                }
                try (PassContext.Pass pass = context.recording(instance)) {
                    forward.suffix(vertexOf(instance), instance, true);
                    consumer.accept(instance, pass.recorded());
                }
            }
        } finally {
            input.close();
        }
    }

    @Override
    public float[] updaterState() {
        INDArray state = graph.getUpdater(true).getUpdaterStateViewArray();
        return state.dup('c').data().getFloatsAt(0, (int) state.length());
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        INDArray state = graph.getUpdater(true).getUpdaterStateViewArray();
        if (state.length() != updaterState.length) {
            throw new IllegalArgumentException(
                    "the momentum has " + updaterState.length + " values; this network needs " + state.length());
        }
        Parameters.write(graph, plan, weights);
        state.assign(Nd4j.createFromArray(updaterState).reshape(state.shape()).castTo(state.dataType()));
    }

    @Override
    public void close() {
        graph.close();
    }

    private INDArray images(float[] images, int count) {
        int expected = count * plan.side() * plan.side() * plan.channels();
        if (count < 1 || images.length != expected) {
            throw new IllegalArgumentException(
                    count + " images of side " + plan.side() + " are " + expected + " values, not " + images.length);
        }
        return Nd4j.createFromArray(images)
                .reshape('c', new long[] {count, plan.side(), plan.side(), plan.channels()})
                .castTo(options.type());
    }

    /** Floats of all activations of a full pass, with a little room for alignment. */
    private long roomFor(int count) {
        long perImage = 0;
        Map<String, Integer> sides = plan.sides(Instance.FULL);
        for (LayerSpec layer : plan.layers()) {
            long side = sides.getOrDefault(layer.name(), 1);
            perImage += side * side * layer.outChannels();
        }
        return perImage * count + 16L * 1024 * plan.layers().size();
    }

    private String vertexOf(Instance instance) {
        String vertex = pointVertices.get(instance.point());
        if (vertex == null) {
            throw new IllegalArgumentException(
                    instance.label() + " is not of " + spec.name() + ": it has points 1 … " + plan.points());
        }
        return vertex;
    }

    private void requirePoint(Instance instance) {
        if (!(instance instanceof Instance.FullResolution)) {
            vertexOf(instance);
        }
    }

    private static void requireStatistics(Instance instance, StatisticsBank bank) {
        if (!bank.covers(instance)) {
            throw new IllegalArgumentException(
                    "the model has no batch-norm statistics for " + instance.label() + "; calibrate it first");
        }
    }
}
