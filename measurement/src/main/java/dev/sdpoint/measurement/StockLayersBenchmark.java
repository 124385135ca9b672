package dev.sdpoint.measurement;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import java.util.List;
import java.util.Locale;

/**
 * Training steps of networks in our layers against the same networks in DL4J's stock layers, in turn in one process.
 * Arguments: names of networks, batch size, rounds; default {@code wrn-16-2 64 9}.
 */
public final class StockLayersBenchmark {
    private static final double LIMIT = 10;
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 2;

    private StockLayersBenchmark() {}

    /** Prints images per second of each and the median of the ratios of a round. */
    public static void main(String[] arguments) {
        Arguments given = Arguments.of(arguments);
        int size = given.number(0, 64);
        Rounds rounds = new Rounds(WARM_UP, given.number(1, 9));
        for (String name : given.namesOr(List.of("wrn-16-2"))) {
            measure(NetworkNames.parse(name, CLASSES, SIDE), size, rounds);
        }
    }

    /**
     * Prints a table and notes how many times as long the faster stock layout takes.
     *
     * @throws IllegalStateException as {@link #compare}
     */
    public static void measure(NetworkSpec spec, int size, Rounds rounds) {
        Timings timings = compare(spec, size, rounds);
        double faster = Math.min(timings.ratio(1, 0), timings.ratio(2, 0));
        Findings.note(Finding.atLeast("training step, stock layers, " + spec.name(), LIMIT, faster, Table::times));
    }

    /**
     * Ours, then the stock layers in both layouts; prints a table.
     *
     * @throws IllegalStateException if the stock layers do other work; nothing is timed then
     */
    static Timings compare(NetworkSpec spec, int size, Rounds rounds) {
        try (StockContest contest = new StockContest(spec, Noise.batch(spec, size))) {
            List<EqualWork.Way> ways = EqualWork.require(contest.ways());
            contest.requireSameLearning();
            rounds.warm(ways.get(0).timed());
            Timings timings =
                    rounds.time(ways.stream().map(EqualWork.Way::timed).toList());
            print(spec, size, timings);
            return timings;
        }
    }

    private static void print(NetworkSpec spec, int size, Timings timings) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, full resolution, batch %d, training step, %d rounds in turn%n",
                spec.name(),
                size,
                timings.rounds().size());
        Table table = new Table("", "ms a step", "images/s", "against ours", "in processor time");
        for (int i = 0; i <= StockContest.FORMATS.size(); i++) {
            table.row(
                    i == 0 ? "ours" : StockContest.title(StockContest.FORMATS.get(i - 1)),
                    Table.milliseconds(timings.seconds(i)),
                    String.format(Locale.ROOT, "%,.0f", size / timings.seconds(i)),
                    Table.times(timings.ratio(i, 0)),
                    Table.times(timings.processorRatio(i, 0)));
        }
    }
}
