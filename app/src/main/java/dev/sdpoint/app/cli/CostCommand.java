package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.ShortName;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.PointChoice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint cost}: FLOPs of every instance of an architecture. */
@Command(
        name = "cost",
        description = "Print the cost of every instance of a network, a row an instance. FLOPs count multiply and add "
                + "separately; full resolution is point 0, ratio 1; an early exit has ratio 0 and its number as point.")
public final class CostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--network",
            required = true,
            description = "Architecture, such as wrn-28-10, densenet-bc-100-12, preresnet-101, resnet-50, "
                    + "resnext-101-32x4d, resnext-29-8x64d or vgg-16; with +exits-N it has N early exits a stage.")
    private String network = "";

    @Option(
            names = "--classes",
            paramLabel = "N",
            description =
                    "Number of classes (default 1000 for the ImageNet layouts preresnet, resnet and resnext of 50 "
                            + "and more layers, else 10).")
    private @Nullable Integer classes;

    @Option(
            names = "--side",
            paramLabel = "PIXELS",
            description = "Side of the image (default 224 for the ImageNet layouts, else 32).")
    private @Nullable Integer side;

    @Option(
            names = "--points",
            defaultValue = "every",
            description = "Downsampling points used: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private PointChoice points = PointChoice.EVERY;

    @Option(
            names = "--ratios",
            split = ",",
            defaultValue = "0.5,0.75",
            description = "Ratios of SDPoint, any in (0, 1) (default ${DEFAULT-VALUE}).")
    private List<Double> ratios = new ArrayList<>();

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        NetworkSpec architecture =
                Arguments.valid(spec, () -> NetworkNames.parse(network, optional(classes), optional(side)));
        InstanceSpace space = Arguments.valid(spec, () -> space(architecture));
        NetworkPlan plan = architecture.plan();
        List<InstanceCost> costs = new CostModel(plan).costs(space);
        PrintWriter out = spec.commandLine().getOut();
        String row;
        if (format == Format.CSV) {
            out.println("point,ratio,flops,relative_cost");
            row = "%d,%s,%d,%.6f%n";
        } else {
            summary(out, architecture, plan, space, costs.get(0).flops());
            out.println("point  ratio            flops  relative_cost");
            row = "%5d  %5s  %,15d  %13.4f%n";
        }
        for (InstanceCost cost : costs) {
            out.printf(
                    Locale.ROOT,
                    row,
                    cost.instance().point(),
                    ShortName.ratio(cost.instance()),
                    cost.flops(),
                    cost.relativeCost());
        }
        out.flush();
        return 0;
    }

    /** The exits of a network that has them, else what SDPoint makes of it. */
    private InstanceSpace space(NetworkSpec architecture) {
        if (architecture.exits() == 0) {
            return InstanceSpace.of(architecture.points(), ratios, points);
        }
        for (String option : List.of("--points", "--ratios")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(architecture.name() + " is counted at its exits; " + option
                        + " goes with the network without exits");
            }
        }
        return InstanceSpace.exits(architecture.points(), architecture.exits());
    }

    private static void summary(
            PrintWriter out, NetworkSpec architecture, NetworkPlan plan, InstanceSpace space, long fullFlops) {
        out.printf(
                Locale.ROOT,
                "%s for %,d classes at side %d: %,d parameters, %.2f GFLOPs, %d downsampling points%n",
                architecture.name(),
                architecture.classes(),
                architecture.side(),
                plan.parameters(),
                fullFlops / 1e9,
                architecture.points());
        SharedCost sweep = SharedCost.of(plan, space);
        out.printf(
                Locale.ROOT,
                "a sweep of all %d instances costs %.1f full forwards instead of %.1f%n",
                space.size(),
                sweep.shared(),
                sweep.separate());
    }

    private static OptionalInt optional(@Nullable Integer typed) {
        return typed == null ? OptionalInt.empty() : OptionalInt.of(typed);
    }
}
