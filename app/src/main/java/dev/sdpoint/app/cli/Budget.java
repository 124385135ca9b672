package dev.sdpoint.app.cli;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A share of the full network's cost as it is typed, and what it buys. */
final class Budget {
    static final String DESCRIPTION = "Share of the full network's cost, above 0 and up to 1; 0.5 is half.";

    private Budget() {}

    /** Refuses what is no share. */
    static void require(CommandSpec spec, double budget) {
        if (!(budget > 0 && budget <= 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "budget " + budget + " is outside (0, 1]; give a share of the full cost, 0.5 for half");
        }
    }

    /** Says which instance it is, and whether it is dearer than wanted. */
    static void tell(CommandSpec spec, InstanceScore offer, double budget) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %.1f MFLOPs, %.1f %% of full, %.2f %% top-1 error on validation%n",
                offer.instance().label(),
                offer.flops() / 1e6,
                100 * offer.relativeCost(),
                100 * offer.top1Error());
        out.flush();
        if (offer.relativeCost() > budget) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    Locale.ROOT,
                    "No instance costs as little as %.0f %%; this is the cheapest, at %.0f %%.%n",
                    100 * budget,
                    100 * offer.relativeCost());
            err.flush();
        }
    }
}
