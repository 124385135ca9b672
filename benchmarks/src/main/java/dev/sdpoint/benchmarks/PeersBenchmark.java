package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.measurement.Arguments;
import dev.sdpoint.measurement.Findings;
import dev.sdpoint.measurement.Noise;
import dev.sdpoint.measurement.PaperTraining;
import dev.sdpoint.measurement.Rounds;
import dev.sdpoint.measurement.StockGraph;
import dev.sdpoint.measurement.StockLayersBenchmark;
import dev.sdpoint.measurement.Table;
import dev.sdpoint.measurement.Timings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Training steps and inference against libtorch, inference against ONNX Runtime, training against DL4J's stock layers, all in
 * turn in one process; and the time of an instance against its FLOPs. Arguments: names of networks and a number of rounds, in
 * any order; default {@code wrn-16-1 wrn-16-2 wrn-16-4 wrn-28-2 resnext-29-4x8d 9}.
 */
public final class PeersBenchmark {
    static final List<String> NETWORKS = List.of("wrn-16-1", "wrn-16-2", "wrn-16-4", "wrn-28-2", "resnext-29-4x8d");
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 4;
    private static final int STOCK_ROUNDS = 3;
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int BATCH = 64;
    private static final int SINGLES = 31;
    private static final int DOWNSAMPLED = 4;
    private static final int LAYOUTS = MemoryLayout.values().length;

    private final NetworkSpec spec;
    private final Rounds rounds;
    private final CostModel costs;

    private PeersBenchmark(NetworkSpec spec, Rounds rounds) {
        this.spec = spec;
        this.rounds = rounds;
        this.costs = new CostModel(spec.plan());
    }

    /** Prints the tables of every network; ends with an exception if a peer does not compute what we compute. */
    public static void main(String[] arguments) {
        Arguments given = Arguments.of(arguments);
        int measured = given.number(0, ROUNDS);
        System.out.printf(
                Locale.ROOT,
                "libtorch %s, ONNX Runtime %s; %s, the peers with as many threads; Java %s; OMP_WAIT_POLICY %s; %d rounds in turn%n",
                LibtorchNetwork.version(),
                OnnxNetwork.version(),
                new Dl4jCompute().device(),
                System.getProperty("java.version"),
                System.getenv("OMP_WAIT_POLICY"),
                measured);
        for (String name : given.namesOr(NETWORKS)) {
            new PeersBenchmark(
                            NetworkNames.parse(name, CLASSES, SIDE), new Rounds(Math.min(WARM_UP, measured), measured))
                    .run();
        }
    }

    private void run() {
        Batch batch = Noise.batch(spec, BATCH);
        try (Contenders contenders = new Contenders(spec, chosen(), batch, PaperTraining.optimization(BATCH))) {
            Batch one = Noise.batch(spec, 1);
            List<List<Supplier<float[]>>> many = new ArrayList<>();
            List<List<Supplier<float[]>>> single = new ArrayList<>();
            for (Instance instance : contenders.instances()) {
                many.add(contenders.alike(batch, instance, contenders.inference(batch, instance)));
                single.add(contenders.alike(one, instance, contenders.inference(one, instance)));
            }
            contenders.requireSameLearning(batch, Contenders.WAY_TOLERANCE);
            List<List<Supplier<Double>>> steps = new ArrayList<>();
            contenders.instances().forEach(instance -> steps.add(contenders.training(batch, instance)));
            List<Runnable> ours = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                List<Supplier<?>> firstWays = List.of(
                        steps.get(i).get(0), many.get(i).get(0), single.get(i).get(0));
                firstWays.forEach(way -> ours.add(() -> Objects.requireNonNull(way.get())));
            }
            rounds.warm(() -> ours.forEach(Runnable::run));
            print("training step, batch " + BATCH, time(steps, 1), alone(steps, 1), false, contenders.instances());
            print("inference, batch " + BATCH, time(many, 1), alone(many, 1), true, contenders.instances());
            print("inference, batch 1", time(single, SINGLES), alone(single, SINGLES), true, contenders.instances());
        }
        if (StockGraph.canHave(spec.plan())) {
            StockLayersBenchmark.measure(spec, BATCH, rounds.atMost(1, STOCK_ROUNDS));
        }
    }

    /** Full resolution and instances whose costs lie evenly between the cheapest and it. */
    private List<Instance> chosen() {
        List<InstanceCost> left =
                new ArrayList<>(costs.costs(InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS)).stream()
                        .filter(cost -> cost.instance() instanceof Instance.Downsampled
                                && cost.instance().point() < spec.points()) // the last point saves nothing
                        .toList());
        double cheapest =
                left.stream().mapToDouble(InstanceCost::relativeCost).min().orElse(1);
        List<Instance> chosen = new ArrayList<>(List.of(Instance.FULL));
        for (int i = 0; i < DOWNSAMPLED && !left.isEmpty(); i++) {
            double wanted = cheapest + (1 - cheapest) * i / DOWNSAMPLED;
            InstanceCost nearest = left.stream()
                    .min(Comparator.comparingDouble(cost -> Math.abs(cost.relativeCost() - wanted)))
                    .orElseThrow();
            left.remove(nearest);
            chosen.add(nearest.instance());
        }
        return chosen;
    }

    /** All ways of all instances in one round. */
    private <T> Timings time(List<List<Supplier<T>>> ways, int times) {
        List<Runnable> all = new ArrayList<>();
        ways.forEach(ofInstance -> ofInstance.forEach(way -> all.add(() -> Objects.requireNonNull(way.get()))));
        return rounds.time(all, times);
    }

    /**
     * Ours alone, the instances in turn as training draws them: between other libraries' passes caches are cold, which costs cheap instances
     * the greater part of their time. An instance's time is divided by that of full resolution in the same round.
     */
    private <T> Timings alone(List<List<Supplier<T>>> ways, int times) {
        return time(ways.stream().map(ofInstance -> ofInstance.subList(0, 1)).toList(), times);
    }

    /** Prints the table of one kind of pass and notes what is demanded of it. */
    private void print(String what, Timings timings, Timings alone, boolean onnx, List<Instance> instances) {
        System.out.printf(Locale.ROOT, "%n%s, %s%n", spec.name(), what);
        List<String> titles = new ArrayList<>(
                List.of("instance", "relative FLOPs", "our relative time, alone", "time − FLOPs", "ours, ms"));
        for (MemoryLayout layout : MemoryLayout.values()) {
            titles.add("libtorch " + layout.title() + ", ms");
        }
        titles.addAll(List.of("ours : faster libtorch", "in processor time"));
        if (onnx) {
            titles.addAll(List.of("ONNX Runtime, ms", "ours : ONNX Runtime"));
        }
        Table table = new Table(titles.toArray(String[]::new));
        int ways = 1 + LAYOUTS + (onnx ? 1 : 0);
        List<PeerGoals.Row> rows = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            int ours = i * ways;
            PeerGoals.Row row = row(instances.get(i), timings, ours, alone.ratio(i, 0), onnx);
            rows.add(row);
            table.row(cells(row, timings, ours).toArray(String[]::new));
        }
        new PeerGoals(spec).findings(what, !onnx, rows).forEach(Findings::note);
    }

    /**
     * @param ours position of our way for this instance
     * @param relativeTime our time over that of full resolution
     */
    private PeerGoals.Row row(Instance instance, Timings timings, int ours, double relativeTime, boolean onnx) {
        return new PeerGoals.Row(
                instance,
                costs.cost(instance).relativeCost(),
                relativeTime,
                timings.ratio(ours, faster(timings, ours)),
                onnx ? OptionalDouble.of(timings.ratio(ours, ours + LAYOUTS + 1)) : OptionalDouble.empty());
    }

    /** Position of the faster of libtorch's layouts. */
    private static int faster(Timings timings, int ours) {
        int faster = ours + 1;
        for (int way = ours + 1; way <= ours + LAYOUTS; way++) {
            faster = timings.seconds(way) < timings.seconds(faster) ? way : faster;
        }
        return faster;
    }

    private static List<String> cells(PeerGoals.Row row, Timings timings, int ours) {
        List<String> cells = new ArrayList<>(List.of(
                row.instance().label(),
                Table.share(row.relativeCost()),
                Table.share(row.relativeTime()),
                Table.share(row.excess()),
                Table.milliseconds(timings.seconds(ours))));
        for (int way = ours + 1; way <= ours + LAYOUTS; way++) {
            cells.add(Table.milliseconds(timings.seconds(way)));
        }
        cells.add(Table.times(row.toLibtorch()));
        cells.add(Table.times(timings.processorRatio(ours, faster(timings, ours))));
        row.toOnnx().ifPresent(ratio -> {
            cells.add(Table.milliseconds(timings.seconds(ours + LAYOUTS + 1)));
            cells.add(Table.times(ratio));
        });
        return cells;
    }
}
