package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.LayerCost;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of the machine's peak networks reach: operations of their convolutions a second, in training steps and inference,
 * as a share of the fastest of {@link PeakKernels}, all in turn in one process. A training step counts the forward pass, the
 * gradients of all weights, and those of all inputs but the images. Arguments: networks, batch size, rounds; default {@code
 * wrn-16-1 wrn-16-2 wrn-16-4 wrn-28-2 64 9}.
 */
public final class PeakBenchmark {
    private static final List<String> NETWORKS = List.of("wrn-16-1", "wrn-16-2", "wrn-16-4", "wrn-28-2");
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 3;

    private PeakBenchmark() {}

    /** Prints both tables and notes every share. */
    public static void main(String[] arguments) {
        Arguments given = Arguments.of(arguments);
        int size = given.number(0, 64);
        Rounds rounds = new Rounds(WARM_UP, given.number(1, 9));
        List<TrainableNetwork> networks = new ArrayList<>();
        for (String name : given.namesOr(NETWORKS)) {
            NetworkSpec spec = NetworkNames.parse(name, CLASSES, SIDE);
            networks.add(new Dl4jCompute().build(spec, PaperTraining.optimization(size), 1));
        }
        try (PeakKernels peak = new PeakKernels()) {
            List<PeakKernels.Kernel> all = new ArrayList<>(peak.kernels());
            networks.forEach(network -> all.addAll(passes(network, size)));
            rounds.warm(() -> all.subList(peak.kernels().size(), all.size())
                    .forEach(pass -> pass.run().run()));
            Timings timings =
                    rounds.time(all.stream().map(PeakKernels.Kernel::run).toList());
            report(all, peak.kernels().size(), timings, size);
        } finally {
            networks.forEach(TrainableNetwork::close);
        }
    }

    /** A training step and an inference pass. */
    private static List<PeakKernels.Kernel> passes(TrainableNetwork network, int size) {
        NetworkSpec spec = network.spec();
        Batch batch = Noise.batch(spec, size);
        StatisticsBank bank = Answers.calibrated(network, batch, List.of(Instance.FULL));
        double forward = (double) size * convolutions(spec.plan());
        double training = (double) size * trainingConvolutions(spec.plan());
        return List.of(
                new PeakKernels.Kernel(
                        "training step, " + spec.name(),
                        training,
                        () -> network.step(batch, Instance.FULL, PaperTraining.RATE)),
                new PeakKernels.Kernel(
                        "inference, " + spec.name(),
                        forward,
                        () -> network.probabilities(batch.images(), size, Instance.FULL, bank)));
    }

    /** Operations of all convolutions of one image, forward. */
    static long convolutions(NetworkPlan plan) {
        return new CostModel(plan)
                .breakdown(Instance.FULL).layers().stream()
                        .filter(term -> term.kind() == LayerCost.Kind.CONVOLUTION)
                        .mapToLong(LayerCost::flops)
                        .sum();
    }

    /** Forward and both gradients, without those of the images, which nobody needs. */
    static long trainingConvolutions(NetworkPlan plan) {
        long ofImages = new CostModel(plan)
                .breakdown(Instance.FULL).layers().stream()
                        .filter(term -> term.kind() == LayerCost.Kind.CONVOLUTION)
                        .filter(term -> seesImages(plan, term.layer()))
                        .mapToLong(LayerCost::flops)
                        .sum();
        return 3 * convolutions(plan) - ofImages;
    }

    private static boolean seesImages(NetworkPlan plan, String name) {
        return plan.layers().stream()
                .anyMatch(layer -> layer instanceof LayerSpec.Convolution
                        && layer.name().equals(name)
                        && layer.inputs().contains(NetworkPlan.INPUT));
    }

    private static void report(List<PeakKernels.Kernel> all, int kernels, Timings timings, int size) {
        int fastest = 0;
        Table peaks = new Table("what ND4J computes fastest", "ms", "GFLOP/s");
        for (int i = 0; i < kernels; i++) {
            peaks.row(all.get(i).name(), Table.milliseconds(timings.seconds(i)), gigaflops(speed(all, timings, i)));
            fastest = speed(all, timings, i) > speed(all, timings, fastest) ? i : fastest;
        }
        String peak = all.get(fastest).name() + ": " + gigaflops(speed(all, timings, fastest)) + " GFLOP/s";
        Findings.note(Finding.reported("peak of this machine", peak));
        Table shares = new Table("batch " + size, "ms", "images/s", "GFLOP/s of its convolutions", "share of the peak");
        for (int i = kernels; i < all.size(); i++) {
            double share = timings.ratio(fastest, i)
                    * all.get(i).flops()
                    / all.get(fastest).flops();
            String percent = String.format(Locale.ROOT, "%.0f %%", 100 * share);
            shares.row(
                    all.get(i).name(),
                    Table.milliseconds(timings.seconds(i)),
                    String.format(Locale.ROOT, "%,.0f", size / timings.seconds(i)),
                    gigaflops(speed(all, timings, i)),
                    percent);
            Findings.note(Finding.reported("share of the peak, " + all.get(i).name() + ", batch " + size, percent));
        }
    }

    private static double speed(List<PeakKernels.Kernel> all, Timings timings, int i) {
        return all.get(i).flops() / timings.seconds(i);
    }

    private static String gigaflops(double flopsASecond) {
        return String.format(Locale.ROOT, "%,.0f", flopsASecond / 1e9);
    }
}
