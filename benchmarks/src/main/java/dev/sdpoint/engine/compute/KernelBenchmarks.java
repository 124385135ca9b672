package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.measurement.Arguments;
import dev.sdpoint.measurement.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The kernels of a network by JMH: convolution, batch norm with ReLU, addition and pooling of every shape, and the updater. Every
 * kernel runs in a process of its own, at most two seconds for warming up. Arguments: network, batch size, measured seconds a kernel;
 * default {@code wrn-16-2 64 5}.
 */
public final class KernelBenchmarks {
    static final int CLASSES = 10;
    static final int SIDE = 32;

    private static final int WARM_UP = 2;

    private KernelBenchmarks() {}

    /** Prints a table of all kernels. */
    public static void main(String[] arguments) throws RunnerException {
        Arguments given = Arguments.of(arguments);
        String network = given.namesOr(List.of("wrn-16-2")).get(0);
        int size = given.number(0, 64);
        int seconds = given.number(1, 5);
        NetworkPlan plan = NetworkNames.parse(network, CLASSES, SIDE).plan();
        List<LayerKernel> kernels = LayerKernel.of(plan);
        System.out.printf(
                Locale.ROOT,
                "%s, batch %d; mean of %d times a second each, ± half the 99.9 %% confidence interval%n",
                network,
                size,
                seconds);
        Map<String, Result<?>> forward = new HashMap<>();
        Map<String, Result<?>> both = new HashMap<>();
        for (RunResult result : run(layers(network, size, kernels, seconds))) {
            Map<String, Result<?>> where = result.getParams().getBenchmark().endsWith(".forward") ? forward : both;
            where.put(result.getParams().getParam("kernel"), result.getPrimaryResult());
        }
        Table table = new Table("", "forward, ms", "GFLOP/s", "forward and backward, ms", "backward by difference, ms");
        for (LayerKernel kernel : kernels) {
            Result<?> one = forward.get(kernel.key());
            Result<?> two = both.get(kernel.key());
            if (one == null || two == null) {
                throw new IllegalStateException(kernel.title() + " was not measured");
            }
            double speed = kernel.flops() * size / one.getScore() / 1e6;
            table.row(
                    kernel.title(),
                    interval(one),
                    kernel.flops() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", speed),
                    interval(two),
                    Table.milliseconds((two.getScore() - one.getScore()) / 1e3));
        }
        for (RunResult result : run(options(UpdaterBenchmark.class, network, seconds))) {
            String title = String.format(Locale.ROOT, "updater, %,d parameters", plan.parameters());
            table.row(title, interval(result.getPrimaryResult()), "", "", "");
        }
    }

    private static ChainedOptionsBuilder layers(String network, int size, List<LayerKernel> kernels, int seconds) {
        return options(LayerBenchmark.class, network, seconds)
                .param("batch", Integer.toString(size))
                .param("kernel", kernels.stream().map(LayerKernel::key).toArray(String[]::new));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String network, int seconds) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .param("network", network)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .warmupIterations(Math.min(WARM_UP, seconds))
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    private static String interval(Result<?> result) {
        String mean = Table.milliseconds(result.getScore() / 1e3);
        return Double.isFinite(result.getScoreError())
                ? mean + " ± " + Table.milliseconds(result.getScoreError() / 1e3)
                : mean;
    }
}
