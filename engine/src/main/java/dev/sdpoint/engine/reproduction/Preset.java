package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.reproduction.Entry.Role;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How large a comparison is made. */
public enum Preset {
    /** A tiny network on the bundled photographs: to see that everything works, not to judge the paper. */
    MINUTES(
            "a tiny network on the bundled photographs, minutes on two cores",
            List.of("wrn-16-1"),
            6,
            List.of("wrn-10-1")),
    /** A small network on all of CIFAR-10. */
    HOURS(
            "Wide ResNet 16-2 on all of CIFAR-10, hours on two cores",
            List.of("wrn-16-2"),
            30,
            List.of("wrn-16-1", "wrn-10-2")),
    /** The paper's networks on all of CIFAR-10, with the recipes of their own papers. */
    PAPER(
            "the paper's networks on all of CIFAR-10, days on a GPU",
            List.of("wrn-28-10", "wrn-40-4", "densenet-bc-100-12"),
            0,
            List.of());

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> networks;

    private final int epochs;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> smaller;

    /** @param epochs of every run; 0 for what the architecture's paper says */
    Preset(String description, List<String> networks, int epochs, List<String> smaller) {
        this.description = description;
        this.networks = networks;
        this.epochs = epochs;
        this.smaller = smaller;
    }

    /** Name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it runs, for people. */
    public String description() {
        return description;
    }

    /** Whether the bundled photographs are its data. */
    public boolean bundled() {
        return this == MINUTES;
    }

    /**
     * All runs, in the order in which they are done: what matters most comes first.
     *
     * @param data whose classes and side the networks get
     * @param seed of every run
     */
    public List<Entry> entries(DataSet data, long seed) {
        List<Entry> entries = new ArrayList<>();
        for (String name : networks) {
            Runs runs = new Runs(name, networks.size() == 1 ? "" : name + "-", data, seed);
            entries.add(runs.method("sdpoint", Role.SDPOINT, Method.SDPOINT));
            entries.add(runs.method("plain", Role.PLAIN, Method.PLAIN));
            entries.add(runs.method("early-exits", Role.EARLY_EXITS, Method.EARLY_EXITS));
            entries.add(runs.method("multiscale", Role.MULTISCALE, Method.MULTISCALE));
            entries.add(runs.method("dropout", Role.DROPOUT, Method.DROPOUT));
            for (String small : smaller) {
                entries.add(runs.smaller(small));
            }
            entries.add(runs.ablation(
                    "alternate-points",
                    "every other point",
                    new Sampling(PointChoice.ALTERNATE, InstanceSpace.PAPER_RATIOS, Drawing.PAPER)));
            entries.add(runs.ablation("ratio-0.5", "ratio 0.5 alone", Sampling.of(List.of(0.5))));
            entries.add(runs.ablation("ratio-0.75", "ratio 0.75 alone", Sampling.of(List.of(0.75))));
        }
        return List.copyOf(entries);
    }

    /** Makes the runs of one network. */
    private final class Runs {
        private final String family;
        private final String prefix;
        private final DataSet data;
        private final long seed;

        Runs(String family, String prefix, DataSet data, long seed) {
            this.family = family;
            this.prefix = prefix;
            this.data = data;
            this.seed = seed;
        }

        Entry method(String id, Role role, Method method) {
            return entry(id, method.title(), role, recipe(family, method, Sampling.PAPER));
        }

        Entry smaller(String name) {
            return entry("plain-" + name, "Plain " + name, Role.SMALLER, recipe(name, Method.PLAIN, Sampling.PAPER));
        }

        Entry ablation(String id, String what, Sampling sampling) {
            return entry("sdpoint-" + id, "SDPoint, " + what, Role.ABLATION, recipe(family, Method.SDPOINT, sampling));
        }

        private Entry entry(String id, String title, Role role, Recipe recipe) {
            return new Entry(prefix + id, prefix.isEmpty() ? title : family + " " + title, role, family, recipe);
        }

        private Recipe recipe(String name, Method method, Sampling sampling) {
            NetworkSpec network = NetworkNames.parse(name, data.classNames().size(), data.side());
            Recipe usual =
                    epochs == 0 ? Recipe.paper(network, method, seed) : Recipe.standard(network, method, epochs, seed);
            return new Recipe(network, method, sampling, usual.optimization(), DataUse.STANDARD, seed);
        }
    }
}
