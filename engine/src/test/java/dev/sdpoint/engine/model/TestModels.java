package dev.sdpoint.engine.model;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A model of random numbers without a round one among them, and the same with one part exchanged. */
public final class TestModels {
    static final int IMAGES = 23;

    private TestModels() {}

    /** {@code wrn-10-1} with 3 points, ratios ⅓ and 0.75: 7 instances. */
    public static SdpModel small() {
        return of(new WideResNet(10, 1, 10, 32), List.of(1.0 / 3, 0.75), 11);
    }

    /** {@code wrn-10-1} for smaller images: another network. */
    public static SdpModel another() {
        return of(new WideResNet(10, 1, 4, 16), List.of(0.5), 1);
    }

    /** The small one, with the same weights and statistics, as somebody else's file could have it. */
    public static SdpModel smallWithOtherRecord() {
        return withRecord(
                small(), new TrainingRecord("plain", "d", "0", 1, 5, "2024-05-01T12:00:00Z", Map.of(), Map.of()));
    }

    static SdpModel of(NetworkSpec network, List<Double> ratios, long seed) {
        return of(network, InstanceSpace.of(network.points(), ratios), seed);
    }

    static SdpModel of(NetworkSpec network, InstanceSpace space, long seed) {
        Random random = new Random(seed);
        NetworkPlan plan = network.plan();
        return new SdpModel(
                network,
                space,
                IntStream.range(0, network.classes())
                        .mapToObj(c -> "Klasse „" + c + "“")
                        .toList(),
                new Normalization(new float[] {.4914f, 1 / 3f, .4465f}, new float[] {.247f, 1e-7f, .2616f}),
                weights(plan, random),
                bank(plan, space, random),
                sweep(new CostModel(plan).costs(space), random),
                outcomes(space, network.classes(), random),
                new TrainingRecord(
                        "sdpoint",
                        "CIFAR-10, bundled subset",
                        "0123456789abcdef".repeat(4),
                        3,
                        1800.123456789,
                        "2024-05-01T12:00:00.5Z",
                        Map.of("epochs", "3", "seed", "7", "data", "a | b", "rate", "0.1"),
                        Map.of("processor", "a \"made-up\" one", "java", "17"),
                        Optional.of(history())));
    }

    static RunHistory history() {
        return new RunHistory(
                "2024-05-01T11:00:00Z",
                3,
                61.5,
                1 / 3.0,
                List.of(new RateEdit(5_000_000_000L, 0.01), new RateEdit(5_000_000_100L, 0.1)),
                List.of(
                        new Machine("AMD | EPYC", 2, 25_769_803_776L, new Device("CPU", 2, 2)),
                        new Machine("aarch64", 1, 0, new Device("CPU", 1, 4))));
    }

    /** The same for other pixels. */
    public static SdpModel withNormalization(SdpModel m, Normalization normalization) {
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                normalization,
                m.weights(),
                m.bank(),
                m.sweep(),
                m.outcomes(),
                m.record());
    }

    static SdpModel withWeights(SdpModel m, UnaryOperator<Map<String, float[]>> change) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        m.weights().arrays().forEach((name, values) -> arrays.put(name, values.clone()));
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                m.normalization(),
                new NamedWeights(change.apply(arrays)),
                m.bank(),
                m.sweep(),
                m.outcomes(),
                m.record());
    }

    static SdpModel withBank(SdpModel m, StatisticsBank bank) {
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                m.normalization(),
                m.weights(),
                bank,
                m.sweep(),
                m.outcomes(),
                m.record());
    }

    static SdpModel withScores(SdpModel m, UnaryOperator<List<InstanceScore>> change) {
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                m.normalization(),
                m.weights(),
                m.bank(),
                new Sweep(
                        m.sweep().images(),
                        change.apply(new ArrayList<>(m.sweep().scores()))),
                m.outcomes(),
                m.record());
    }

    static SdpModel withOutcomes(SdpModel m, RecordedOutcomes outcomes) {
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                m.normalization(),
                m.weights(),
                m.bank(),
                m.sweep(),
                outcomes,
                m.record());
    }

    static SdpModel withRecord(SdpModel m, TrainingRecord record) {
        return new SdpModel(
                m.network(),
                m.space(),
                m.classNames(),
                m.normalization(),
                m.weights(),
                m.bank(),
                m.sweep(),
                m.outcomes(),
                record);
    }

    private static NamedWeights weights(NetworkPlan plan, Random random) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NamedWeights.expected(plan)
                .forEach((name, length) ->
                        arrays.put(name, floats(random, Math.toIntExact(length), name.endsWith("/runningVariance"))));
        return new NamedWeights(arrays);
    }

    private static float[] floats(Random random, int length, boolean positive) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            float value = (float) random.nextGaussian();
            values[i] = positive ? Math.abs(value) : value;
        }
        return values;
    }

    private static StatisticsBank bank(NetworkPlan plan, InstanceSpace space, Random random) {
        Map<Instance, Map<String, ChannelStatistics>> own = new LinkedHashMap<>();
        for (Instance instance : space.instances().subList(1, space.size())) {
            own.put(instance, statistics(plan, instance, random));
        }
        return new StatisticsBank(statistics(plan, Instance.FULL, random), own);
    }

    private static Map<String, ChannelStatistics> statistics(NetworkPlan plan, Instance instance, Random random) {
        Map<String, ChannelStatistics> statistics = new HashMap<>();
        for (LayerSpec.BatchNorm layer : plan.ownStatistics(instance)) {
            int channels = layer.outChannels();
            statistics.put(
                    layer.name(),
                    new ChannelStatistics(floats(random, channels, false), floats(random, channels, true)));
        }
        return statistics;
    }

    private static Sweep sweep(List<InstanceCost> costs, Random random) {
        List<InstanceScore> scores = new ArrayList<>();
        for (InstanceCost cost : costs) {
            double error = random.nextDouble();
            scores.add(new InstanceScore(
                    cost.instance(),
                    cost.flops(),
                    cost.relativeCost(),
                    error,
                    error * random.nextDouble(),
                    3 * random.nextDouble(),
                    cost.instance().point() == 2 ? Double.NaN : random.nextDouble()));
        }
        return new Sweep(10_000, scores);
    }

    private static RecordedOutcomes outcomes(InstanceSpace space, int classes, Random random) {
        int cells = space.size() * IMAGES;
        short[] predicted = new short[cells];
        float[] probabilities = new float[cells];
        short[] ranks = new short[cells];
        for (int i = 0; i < cells; i++) {
            predicted[i] = (short) random.nextInt(classes);
            probabilities[i] = random.nextFloat();
            ranks[i] = (short) random.nextInt(classes);
        }
        return new RecordedOutcomes(
                random.longs(IMAGES).toArray(),
                new Outcomes(space.instances(), IMAGES, predicted, probabilities, ranks));
    }
}
