package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import dev.sdpoint.engine.training.Optimization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A plan as a DL4J graph of our own layers. One thread at a time. */
final class GraphNetwork implements MemoryGuard.Guarded {
    private final NetworkSpec spec;
    private final NetworkPlan plan;
    private final PassContext context = new PassContext();
    private final GraphOptions options;
    private final SeenImages seen;
    private final ComputationGraph graph;
    private final Map<Integer, String> pointVertices = new HashMap<>();
    private final Map<Instance, SharedForward.Route> routes = new HashMap<>();
    private final SoftmaxClassifier.Implementation classifier;

    private final Learning learning;
    private final NativeGarbage garbage = new NativeGarbage();

    GraphNetwork(NetworkSpec spec, Optimization optimization, NamedWeights weights, GraphOptions options) {
        BackEnd.attachThread();
        this.spec = spec;
        this.plan = spec.plan();
        this.options = options;
        this.seen = new SeenImages(plan, options.type());
        Rate rate = new Rate();
        // its parameters must not be in the workspace of a pass of another network that happens to be under way
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            this.graph = GraphAssembler.assemble(spec, optimization, context, options, rate);
        }
        this.learning = new Learning(graph, optimization, options, rate);
        for (LayerSpec layer : plan.layers()) {
            if (layer.point() > 0) {
                pointVertices.put(layer.point(), layer.name());
            }
        }
        this.classifier = (SoftmaxClassifier.Implementation) graph.getOutputLayer(graph.getNumOutputArrays() - 1);
        Parameters.write(graph, plan, weights);
        context.weightsChanged();
    }

    /** Sets what ND4J keeps for each thread by itself. */
    private static void enter() {
        BackEnd.attachThread();
        NativeThreads.use();
    }

    @Override
    public NetworkSpec spec() {
        return spec;
    }

    @Override
    public NamedWeights weights() {
        enter();
        return Parameters.read(graph, plan);
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
        return step(List.of(batch), instance, learningRate, chance);
    }

    @Override
    public StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        plan.require(instance);
        enter();
        int images = 0;
        int wrong = 0;
        double loss = 0;
        try {
            for (int part = 0; part < parts.size(); part++) {
                Batch batch = parts.get(part);
                learn(batch, instance, part == 0 ? chance : SplitMix64.seedOf(chance, part), part == 0);
                images += batch.size();
                wrong += classifier.wrong();
                loss += classifier.loss() * batch.size();
            }
            learning.update(images, learningRate);
        } finally {
            context.weightsChanged();
        }
        garbage.stepDone();
        return new StepResult(loss / images, wrong);
    }

    private void learn(Batch batch, Instance instance, long chance, boolean first) {
        INDArray images = seen.of(batch.images(), batch.size(), instance);
        INDArray labels = Nd4j.zeros(options.type(), batch.size(), spec.classes());
        for (int i = 0; i < batch.size(); i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        try (PassContext.Pass pass = context.training(instance, chance)) {
            learning.backward(images, labels, first);
        } finally {
            images.close();
            labels.close();
        }
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        requireStatistics(instance, bank);
        enter();
        INDArray input = seen.of(images, count, instance);
        try (PassContext.Pass pass = context.inference(instance, bank)) {
            if (plan.exits().isEmpty()) {
                return Contiguous.floats(graph.output(false, input)[0]);
            }
            try (SharedForward forward = keeping(plan.activations(), count)) {
                forward.full(input, plan.active(instance), false);
                return forward.kept(plan.output(instance));
            }
        } finally {
            input.close();
        }
    }

    @Override
    public FeatureMaps featureMaps(float[] image, Instance instance, StatisticsBank bank) {
        requireStatistics(instance, bank);
        enter();
        INDArray input = seen.of(image, 1, instance);
        try (PassContext.Pass pass = context.inference(instance, bank);
                SharedForward forward = keeping(plan.activations(), 1)) {
            forward.full(input, plan.active(instance), false);
            return new BlockOutputs(plan).read(forward, instance);
        } finally {
            input.close();
        }
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        instances.forEach(instance -> requireStatistics(instance, bank));
        enter();
        INDArray input = seen.of(images, count, Instance.FULL);
        try (SharedForward forward = keeping(plan.activations(), count)) {
            long start = System.nanoTime();
            try (PassContext.Pass pass = context.inference(Instance.FULL, bank)) {
                forward.full(input, route(Instance.FULL).layers(), false);
            }
            long fullNanos = System.nanoTime() - start;
            for (Instance instance : instances) {
                long from = System.nanoTime();
                try (PassContext.Pass pass = context.inference(instance, bank)) {
                    float[] answer = answer(forward, images, count, instance, false);
                    boolean full = instance instanceof Instance.FullResolution;
                    consumer.accept(instance, answer, full ? fullNanos : System.nanoTime() - from);
                }
            }
        } finally {
            input.close();
        }
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        instances.forEach(plan::require);
        enter();
        if (instances.size() == 1) {
            consumer.accept(instances.get(0), statisticsAlone(images, count, instances.get(0)));
            return;
        }
        INDArray input = seen.of(images, count, Instance.FULL);
        try (SharedForward forward = keeping(plan.activations(), count)) {
            try (PassContext.Pass pass = context.recording(Instance.FULL)) {
                forward.full(input, route(Instance.FULL).layers(), true);
                if (instances.contains(Instance.FULL)) {
                    consumer.accept(Instance.FULL, pass.recorded());
                }
            }
            for (Instance instance : instances) {
                if (instance instanceof Instance.FullResolution) {
                    continue;
                }
                try (PassContext.Pass pass = context.recording(instance)) {
                    answer(forward, images, count, instance, true);
                    consumer.accept(instance, pass.recorded());
                }
            }
        } finally {
            input.close();
        }
    }

    /** One instance, which shares nothing: its own pass costs less than a full one and what lies behind its point. */
    private Map<String, ChannelStatistics> statisticsAlone(float[] images, int count, Instance instance) {
        INDArray input = seen.of(images, count, instance);
        try (SharedForward forward = keeping(plan.activations(), count);
                PassContext.Pass pass = context.recording(instance)) {
            forward.full(input, plan.active(instance), true);
            Map<String, ChannelStatistics> own = new HashMap<>(pass.recorded());
            own.keySet().retainAll(plan.own(instance));
            return own;
        } finally {
            input.close();
        }
    }

    /** Runs what an instance does not share with the full network, which has run. Output {@code [image][class]}. */
    private float[] answer(SharedForward forward, float[] images, int count, Instance instance, boolean training) {
        if (instance instanceof Instance.Downsampled) {
            String vertex = Objects.requireNonNull(pointVertices.get(instance.point()), "every point has a vertex");
            return forward.suffix(vertex, instance.ratio(), route(instance), count, training);
        }
        if (instance instanceof Instance.ResizedInput) {
            INDArray smaller = seen.of(images, count, instance);
            try {
                return forward.again(smaller, route(instance), training);
            } finally {
                smaller.close();
            }
        }
        if (instance instanceof Instance.EarlyExit) {
            forward.goOn(route(instance).layers(), training);
        }
        return forward.kept(plan.output(instance));
    }

    @Override
    public float[] updaterState() {
        enter();
        INDArray state = graph.getUpdater(true).getUpdaterStateViewArray();
        return Contiguous.floats(state);
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        enter();
        INDArray state = graph.getUpdater(true).getUpdaterStateViewArray();
        if (state.length() != updaterState.length) {
            throw new IllegalArgumentException(
                    "the momentum has " + updaterState.length + " values; this network needs " + state.length());
        }
        Parameters.write(graph, plan, weights);
        context.weightsChanged();
        Parameters.set(state, updaterState);
    }

    @Override
    public void abandonPass() {
        PassWorkspaces.abandon();
        graph.clear();
        graph.clearLayersStates();
        NativeProcess.giveBack();
    }

    /** Frees all memory of the network. DL4J's own {@code close} would free that of passes under way too. */
    @Override
    public void close() {
        enter();
        for (Layer layer : graph.getLayers()) {
            if (layer instanceof NativeMemory.Owner owner) {
                owner.release();
            }
        }
        NativeMemory.free(graph.params());
        NativeMemory.free(graph.getGradientsViewArray());
        if (graph.getUpdater(false) != null) {
            NativeMemory.free(graph.getUpdater(false).getStateViewArray());
        }
        PassWorkspaces.release();
        NativeProcess.giveBack();
    }

    private SharedForward keeping(long values, int count) {
        return new SharedForward(graph, values * count, options.type().width());
    }

    /** What an instance runs for itself; it is worked out once. */
    private SharedForward.Route route(Instance instance) {
        return routes.computeIfAbsent(
                instance, i -> new SharedForward.Route(plan.own(i), plan.output(i), plan.ownActivations(i)));
    }

    private void requireStatistics(Instance instance, StatisticsBank bank) {
        plan.require(instance);
        if (!bank.covers(instance)) {
            throw new IllegalArgumentException(
                    "the model has no batch-norm statistics for " + instance.label() + "; calibrate it first");
        }
    }
}
