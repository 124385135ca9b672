package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BatchStream;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.Calibration;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Resident memory of this process; Linux only. The first argument says of what:
 *
 * <ul>
 *   <li>{@code training}: the most that training steps under random instances take; then network, batch size, steps; default {@code
 *       wrn-16-2 128 100}
 *   <li>{@code sweep}: the most that calibrating and evaluating all instances of the sample model takes; then batches of 250 and
 *       images; default {@code 16 1000}
 *   <li>{@code iterations}: whether memory stays flat along many training steps under random instances; then network, batch size,
 *       iterations; default {@code wrn-16-1 64 5000}
 * </ul>
 */
public final class MemoryBenchmark {
    /** Growth that counts as flat, in megabytes per 1,000 iterations; that is 2 kB an iteration. */
    private static final double FLAT = 2;

    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int ROWS = 10;
    private static final int SAMPLES = 100;
    private static final int CALIBRATION_BATCH = 250;

    private MemoryBenchmark() {}

    /** Prints what it measures and notes the findings. */
    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.of(arguments);
        String what = given.namesOr(List.of("iterations")).get(0);
        String name = given.names().size() > 1 ? given.names().get(1) : "";
        switch (what) {
            case "training" -> training(spec(name, "wrn-16-2"), given.number(0, 128), given.number(1, 100));
            case "sweep" -> sweep(given.number(0, 16), given.number(1, 1000));
            case "iterations" -> iterations(spec(name, "wrn-16-1"), given.number(0, 64), given.number(1, 5000));
            default ->
                throw new IllegalArgumentException(
                        what + " is none of training, sweep, iterations. Which memory is to be measured?");
        }
    }

    private static NetworkSpec spec(String name, String otherwise) {
        return NetworkNames.parse(name.isEmpty() ? otherwise : name, CLASSES, SIDE);
    }

    /** Steps with batches that are prepared meanwhile, as a run takes them. */
    private static void training(NetworkSpec spec, int size, int steps) throws Exception {
        DataSet data = BundledCifar10.load();
        InstanceSampler sampler =
                InstanceSampler.uniform(InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS), 1);
        BatchMaker maker = new BatchMaker(data.training(), Normalization.CIFAR10, new Augmentation.CropAndFlip(4));
        try (TrainableNetwork network = new Dl4jCompute().build(spec, PaperTraining.optimization(size), 1);
                BatchStream stream = new BatchStream(maker, data.training().size(), size, 1, 0, steps)) {
            for (int i = 0; stream.hasNext(); i++) {
                network.step(stream.next(), sampler.draw(i), PaperTraining.RATE);
            }
            reportPeak("training, " + spec.name() + ", batch " + size + ", " + steps + " random instances");
        }
    }

    /** Calibration and evaluation as after a run. */
    private static void sweep(int batches, int images) throws Exception {
        SdpModel model = SampleModels.load();
        DataSet data = BundledCifar10.load();
        try (ExecutableNetwork network = new Dl4jCompute().load(model.network(), model.weights())) {
            BatchMaker augmented =
                    new BatchMaker(data.training(), model.normalization(), new Augmentation.CropAndFlip(4));
            StatisticsBank bank = new Calibration(batches, CALIBRATION_BATCH, 1)
                    .calibrate(network, model.space(), augmented, Progress.NONE);
            BatchMaker plain = new BatchMaker(data.validation(), model.normalization(), new Augmentation.None());
            int[] chosen = IntStream.range(0, images).toArray();
            new Evaluator(model.space(), bank).evaluate(network, plain, chosen, false, Progress.NONE);
            reportPeak("sweep, " + model.network().name() + ", " + model.space().size() + " instances");
        }
    }

    private static void reportPeak(String what) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() >> 20;
        System.out.printf(
                Locale.ROOT,
                "%s: at most %,.0f MB resident, %,.0f at the end, of which Java's heap has %,d%n",
                what,
                ResidentMemory.peak(),
                ResidentMemory.now(),
                heap);
        Findings.note(Finding.reported(
                "peak memory of " + what, String.format(Locale.ROOT, "%,.0f MB", ResidentMemory.peak())));
    }

    /** A row for every tenth of the iterations, then the slope without the first two. */
    private static void iterations(NetworkSpec spec, int size, int iterations) {
        InstanceSampler sampler =
                InstanceSampler.uniform(InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS), 1);
        var batch = Noise.batch(spec, size);
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        String kind = heap.getCommitted() == heap.getMax() ? "of a fixed" : "that may grow to a";
        System.out.printf(
                Locale.ROOT,
                "%s, batch %d, a random instance an iteration; megabytes; Java's heap %s size of %,d%n",
                spec.name(),
                size,
                kind,
                heap.getMax() >> 20);
        Table table = new Table("after", "resident", "largest so far", "Java's heap");
        Slope slope = new Slope();
        int warmUp = iterations * 2 / ROWS;
        try (TrainableNetwork network = new Dl4jCompute().build(spec, PaperTraining.optimization(size), 1)) {
            for (int i = 1; i <= iterations; i++) {
                network.step(batch, sampler.draw(i), PaperTraining.RATE);
                if (i > warmUp && i % Math.max(1, iterations / SAMPLES) == 0) {
                    slope.add(i / 1000.0, ResidentMemory.now());
                }
                if (i % Math.max(1, iterations / ROWS) == 0) {
                    row(table, String.format(Locale.ROOT, "%,d iterations", i));
                }
            }
        }
        row(table, "closing the network");
        System.gc(); // at the end only: it would hide what waits to be collected
        System.out.printf(
                Locale.ROOT,
                "%nOf Java's heap %.1f MB are in use after a collection.%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20));
        Findings.note(Finding.atMost(
                String.format(
                        Locale.ROOT,
                        "memory over %,d iterations, %s, after the first %,d",
                        iterations,
                        spec.name(),
                        warmUp),
                FLAT,
                slope.median(),
                grown -> String.format(Locale.ROOT, "%.2f MB / 1,000", grown)));
    }

    private static void row(Table table, String after) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        table.row(
                after,
                String.format(Locale.ROOT, "%,.0f", ResidentMemory.now()),
                String.format(Locale.ROOT, "%,.0f", ResidentMemory.peak()),
                String.format(Locale.ROOT, "%,d", heap.getCommitted() >> 20));
    }
}
