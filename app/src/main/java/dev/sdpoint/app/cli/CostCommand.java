package dev.sdpoint.app.cli;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint cost}: FLOPs of every instance of an architecture. */
@Command(
        name = "cost",
        description = "Print the cost of every instance of a network, a row an instance. FLOPs count multiply and add "
                + "separately; full resolution is point 0, ratio 1.")
public final class CostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--network", required = true, description = "Architecture, such as wrn-16-2 or wrn-28-10.")
    private String network = "";

    @Option(names = "--classes", defaultValue = "10", description = "Number of classes (default ${DEFAULT-VALUE}).")
    private int classes;

    @Option(names = "--side", defaultValue = "32", description = "Side of the image (default ${DEFAULT-VALUE}).")
    private int side;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        NetworkSpec architecture = Arguments.valid(spec, () -> NetworkNames.parse(network, classes, side));
        PrintWriter out = spec.commandLine().getOut();
        String row;
        if (format == Format.CSV) {
            out.println("point,ratio,flops,relative_cost");
            row = "%d,%s,%d,%.6f%n";
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s, %,d parameters, %d downsampling points%n",
                    architecture.name(),
                    architecture.plan().parameters(),
                    architecture.points());
            out.println("point  ratio            flops  relative_cost");
            row = "%5d  %5s  %,15d  %13.4f%n";
        }
        InstanceSpace space = InstanceSpace.of(architecture.points(), InstanceSpace.PAPER_RATIOS);
        for (InstanceCost cost : new CostModel(architecture.plan()).costs(space)) {
            out.printf(
                    Locale.ROOT,
                    row,
                    cost.instance().point(),
                    Arguments.ratio(cost.instance()),
                    cost.flops(),
                    cost.relativeCost());
        }
        out.flush();
        return 0;
    }
}
