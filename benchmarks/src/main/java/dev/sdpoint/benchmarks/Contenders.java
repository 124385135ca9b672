package dev.sdpoint.benchmarks;

import ai.djl.pytorch.engine.PtNDArray;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.TrainableNetwork;
import dev.sdpoint.measurement.Answers;
import dev.sdpoint.measurement.EqualWork;
import dev.sdpoint.measurement.PaperTraining;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One network with the same weights in this program, in libtorch in every {@link MemoryLayout}, and in ONNX Runtime. The others
 * have their images in their own memory and layout beforehand; we start from a Java array, as the program does. Whoever opens it closes it.
 */
final class Contenders implements AutoCloseable {
    /** Between losses of the same training steps, and between probabilities after them. */
    static final double LEARNED_TOLERANCE = 1e-3;

    /**
     * How far libtorch's learned parameters may be from ours in parts of the way that ours went, in a large network: sums in
     * another order flip a few ReLUs, by which libtorch differs from itself in another layout as much as from us.
     */
    static final double WAY_TOLERANCE = 0.05;

    private static final int STEPS = 3;

    private final NetworkSpec spec;
    private final NetworkPlan plan;
    private final List<Instance> instances;
    private final int threads;
    private final TrainableNetwork ours;
    private final StatisticsBank bank;
    private final Map<MemoryLayout, LibtorchNetwork> libtorch = new EnumMap<>(MemoryLayout.class);
    private final List<OnnxNetwork> onnx = new ArrayList<>();

    /**
     * @param instances full resolution first
     * @param calibration its statistics are what inference normalises by
     * @param optimization momentum and weight decay of training
     */
    Contenders(NetworkSpec spec, List<Instance> instances, Batch calibration, Optimization optimization) {
        this.spec = spec;
        this.plan = spec.plan();
        this.instances = List.copyOf(instances);
        Dl4jCompute compute = new Dl4jCompute();
        this.threads = compute.computesOn().nativeThreads();
        this.ours = compute.build(spec, optimization, 1);
        this.bank = Answers.calibrated(ours, calibration, instances);
        for (MemoryLayout layout : MemoryLayout.values()) {
            LibtorchNetwork network = new LibtorchNetwork(spec, ours.weights(), optimization, layout, threads);
            network.calibrate(instances, bank);
            libtorch.put(layout, network);
        }
    }

    /** The instances, full resolution first. */
    List<Instance> instances() {
        return instances;
    }

    /** Our network. */
    TrainableNetwork ours() {
        return ours;
    }

    /** Statistics of the instances. */
    StatisticsBank bank() {
        return bank;
    }

    /** How probabilities are found under an instance: by us, by libtorch in each layout, by ONNX Runtime. */
    List<Supplier<float[]>> inference(Batch batch, Instance instance) {
        List<Supplier<float[]>> ways = new ArrayList<>();
        ways.add(() -> ours.probabilities(batch.images(), batch.size(), instance, bank));
        libtorch.values().forEach(network -> {
            PtNDArray images = network.images(batch);
            ways.add(() -> network.probabilities(images, instance));
        });
        byte[] file = OnnxExport.ofNormalized(plan, ours.weights(), bank, instance);
        OnnxNetwork network = new OnnxNetwork(file, batch, threads);
        onnx.add(network);
        ways.add(network::probabilities);
        return ways;
    }

    /** A training step under an instance: ours, then libtorch's in each layout. Each returns the loss. */
    List<Supplier<Double>> training(Batch batch, Instance instance) {
        List<Supplier<Double>> ways = new ArrayList<>();
        ways.add(() -> ours.step(batch, instance, PaperTraining.RATE).loss());
        libtorch.values().forEach(network -> {
            PtNDArray images = network.images(batch);
            PtNDArray targets = network.targets(batch);
            ways.add(() -> network.step(images, targets, instance, PaperTraining.RATE));
        });
        return ways;
    }

    /**
     * Requires that all find the same probabilities, and that libtorch does as many operations as our cost model says.
     *
     * @return the same ways
     * @throws IllegalStateException if not
     */
    List<Supplier<float[]>> alike(Batch batch, Instance instance, List<Supplier<float[]>> ways) {
        float[] answers = ways.get(0).get();
        for (int way = 1; way < ways.size(); way++) {
            String who = spec.name() + ", " + instance.label() + ", way " + way + " of batch " + batch.size();
            Answers.requireAlike(who, answers, ways.get(way).get(), Answers.TOLERANCE);
        }
        long counted = new CostModel(plan).cost(instance).flops();
        libtorch.forEach((layout, network) -> EqualWork.requireFlops(
                spec.name() + ", " + instance.label() + ", libtorch, " + layout.title(),
                counted,
                network.flops(network.images(batch), instance)));
        return ways;
    }

    /**
     * Takes a few training steps, each under another instance, and requires the same losses, about the same parameters
     * afterwards, and with them and the running averages the same probabilities.
     *
     * @param wayTolerance distance of the learned parameters from ours in parts of the way that ours went; more is allowed where
     *     libtorch's layouts are half as far from each other
     * @throws IllegalStateException if one learned something else
     */
    void requireSameLearning(Batch batch, double wayTolerance) {
        NamedWeights before = ours.weights();
        for (int step = 0; step < STEPS; step++) {
            Instance instance = instances.get(step % instances.size());
            List<Supplier<Double>> ways = training(batch, instance);
            double loss = ways.get(0).get();
            for (int way = 1; way < ways.size(); way++) {
                double theirs = ways.get(way).get();
                if (!(Math.abs(theirs - loss) <= LEARNED_TOLERANCE)) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%s, step %d: libtorch has loss %.5f, we have %.5f. Nothing is timed",
                            spec.name(),
                            step + 1,
                            theirs,
                            loss));
                }
            }
        }
        NamedWeights mine = ours.weights();
        float[] answers = learned(batch, mine);
        double way = distance(mine, before);
        NamedWeights first = network(MemoryLayout.CHANNELS_FIRST).weights();
        double amongThemselves =
                distance(first, network(MemoryLayout.CHANNELS_LAST).weights()) / way;
        double allowed = Math.max(wayTolerance, 2 * amongThemselves);
        libtorch.forEach((layout, network) -> {
            String who = spec.name() + " after " + STEPS + " steps in libtorch, " + layout.title();
            NamedWeights theirs = network.weights();
            Answers.requireAlike(who, answers, learned(batch, theirs), LEARNED_TOLERANCE);
            double apart = distance(mine, theirs) / way;
            if (!(apart <= allowed)) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%s: parameters differ from ours by %.2g of the way that ours went, more than %.2g, and by %.2g in its other"
                                + " layout. Nothing is timed",
                        who,
                        apart,
                        allowed,
                        amongThemselves));
            }
        });
    }

    private LibtorchNetwork network(MemoryLayout layout) {
        return Objects.requireNonNull(libtorch.get(layout));
    }

    /** Euclidean, over all learned parameters. */
    private static double distance(NamedWeights from, NamedWeights to) {
        double squares = 0;
        for (Map.Entry<String, float[]> entry : from.arrays().entrySet()) {
            float[] other = to.get(entry.getKey(), entry.getValue().length);
            for (int i = 0; LibtorchParameters.learned(entry.getKey()) && i < other.length; i++) {
                double difference = (double) entry.getValue()[i] - other[i];
                squares += difference * difference;
            }
        }
        return Math.sqrt(squares);
    }

    /** What full resolution answers with learned weights and running averages. */
    private float[] learned(Batch batch, NamedWeights weights) {
        StatisticsBank running = Answers.runningAverages(plan, weights, List.of());
        try (var network = new Dl4jCompute().load(spec, weights)) {
            return network.probabilities(batch.images(), batch.size(), Instance.FULL, running);
        }
    }

    @Override
    public void close() {
        onnx.forEach(OnnxNetwork::close);
        libtorch.values().forEach(LibtorchNetwork::close);
        ours.close();
    }
}
