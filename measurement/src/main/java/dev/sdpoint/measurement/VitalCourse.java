package dev.sdpoint.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How what a process holds goes along the rounds of something that shall leave nothing behind. One thread. */
public final class VitalCourse {
    /** What is read, and in which unit. */
    private enum Part {
        HEAP("Java's heap after a collection", "MB"),
        RESIDENT("resident memory", "MB"),
        PHYSICAL("physical memory by JavaCPP", "MB"),
        TRACKED("native arrays", "MB"),
        THREADS("threads", ""),
        FILES("file descriptors", "");

        private final String words;
        private final String unit;

        Part(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        double of(Vitals reading) {
            return switch (this) {
                case HEAP -> reading.heap();
                case RESIDENT -> reading.resident();
                case PHYSICAL -> reading.physical();
                case TRACKED -> reading.tracked();
                case THREADS -> reading.threads();
                case FILES -> reading.files();
            };
        }
    }

    /**
     * Growth that is allowed, by the rounds of the whole course.
     *
     * @param heap megabytes of Java's heap and of native arrays
     * @param resident megabytes of resident memory, which allocators keep some of
     * @param handles threads and file descriptors
     */
    public record Limits(double heap, double resident, double handles) {
        private double of(Part part) {
            return switch (part) {
                case HEAP, TRACKED -> heap;
                case RESIDENT, PHYSICAL -> resident;
                case THREADS, FILES -> handles;
            };
        }
    }

    /** The trend begins after this share of the rounds: the first load classes and fill caches. */
    private static final double SETTLED = 0.3;

    private final String what;
    private final List<Double> rounds = new ArrayList<>();
    private final List<Vitals> readings = new ArrayList<>();

    /** @param what a round is, in the plural, for the table */
    public VitalCourse(String what) {
        this.what = what;
    }

    /** Reads after so many rounds. */
    public void read(long round) throws InterruptedException {
        add(round, Vitals.now());
    }

    void add(long round, Vitals reading) {
        rounds.add((double) round);
        readings.add(reading);
    }

    private int from() {
        double settled = SETTLED * rounds.get(rounds.size() - 1);
        int first = 0;
        while (rounds.get(first) < settled) {
            first++;
        }
        return first;
    }

    private Trend trend(Part part) {
        int first = from();
        return Trend.of(
                rounds.subList(first, rounds.size()),
                readings.subList(first, readings.size()).stream().map(part::of).toList());
    }

    private double span() {
        return rounds.get(rounds.size() - 1) - rounds.get(from());
    }

    /** Prints a row for every part: first settled and last reading, trend over the whole course with its error, and whether the limit held. */
    public void print(Limits limits) {
        System.out.printf(
                Locale.ROOT,
                "%n%,.0f %s; growth of the straight line from %,.0f on, over the %,.0f that follow, ± two standard errors%n",
                rounds.get(rounds.size() - 1),
                what,
                rounds.get(from()),
                span());
        Table table = new Table("", "at the beginning of it", "at the end", "growth", "limit", "held");
        for (Part part : Part.values()) {
            double last = part.of(readings.get(readings.size() - 1));
            if (Double.isNaN(last)) {
                continue;
            }
            Trend trend = trend(part);
            double limit = limits.of(part);
            table.row(
                    part.words,
                    number(part.of(readings.get(from())), part),
                    number(last, part),
                    String.format(Locale.ROOT, "%+.2f ± %.2f", trend.slope() * span(), trend.halfWidth() * span()),
                    number(limit, part),
                    trend.staysWithin(limit / span()) ? "yes" : trend.growsBeyond(limit / span()) ? "NO" : "open");
        }
    }

    private static String number(double value, Part part) {
        return String.format(Locale.ROOT, part.unit.isEmpty() ? "%.0f" : "%.1f " + part.unit, value);
    }

    /** A sentence for every part that grows beyond its limit, errors taken into account; empty if none does. */
    public List<String> leaks(Limits limits) {
        List<String> leaks = new ArrayList<>();
        for (Part part : Part.values()) {
            if (Double.isNaN(part.of(readings.get(readings.size() - 1)))) {
                continue;
            }
            Trend trend = trend(part);
            if (trend.growsBeyond(limits.of(part) / span())) {
                leaks.add(String.format(
                        Locale.ROOT,
                        "%s grew by %.2f ± %.2f over %,.0f %s; %.2f is allowed",
                        part.words,
                        trend.slope() * span(),
                        trend.halfWidth() * span(),
                        span(),
                        what,
                        limits.of(part)));
            }
        }
        return leaks;
    }
}
