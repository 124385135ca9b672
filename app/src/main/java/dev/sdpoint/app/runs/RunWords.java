package dev.sdpoint.app.runs;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.StateWords;
import dev.sdpoint.engine.store.CurvePoint;
import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's facts in the few words that a list has room for. */
final class RunWords {
    private static final Texts TEXTS = Texts.of(RunWords.class);
    static final String NOTHING = "–";
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private RunWords() {}

    /** What is trained and how, such as "wrn-16-2 · SDPoint · 30 epochs · batch 128". */
    static String recipe(RunSummary run) {
        int epochs = run.origin().epochs();
        String batch = settings(run).getOrDefault("batchSize", "");
        String method = run.origin().method().title();
        return batch.isEmpty()
                ? TEXTS.get("recipe", run.origin().network(), method, epochs)
                : TEXTS.get("recipe.batch", run.origin().network(), method, epochs, batch);
    }

    /** Every setting by name, in the order of the recipe. */
    static Map<String, String> settings(RunSummary run) {
        Map<String, String> settings = new LinkedHashMap<>();
        run.origin().recipeText().lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                settings.put(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return settings;
    }

    /** Such as "running, 43 %". */
    static String state(RunSummary run) {
        RecordedState state = run.progress().state();
        return state == RecordedState.FINISHED
                ? StateWords.of(state)
                : TEXTS.get("state.share", StateWords.of(state), floor(100 * share(run)) + " %");
    }

    private static long floor(double value) {
        return (long) Math.floor(value);
    }

    /** Iterations done over those of the whole run, 0 … 1. */
    static double share(RunSummary run) {
        long all = run.progress().iterations();
        return all == 0 ? 0 : Math.min(1, (double) run.progress().iteration() / all);
    }

    /** Whole epochs done, and all, such as "12 / 30". */
    static String epochs(RunSummary run) {
        return floor(share(run) * run.origin().epochs() + 1e-9) + " / "
                + run.origin().epochs();
    }

    static String steps(RunSummary run) {
        return String.format(Locale.ROOT, "%,d", run.progress().iteration());
    }

    static String bestError(RunSummary run) {
        return run.result().bestError().map(RunWords::percent).orElse(NOTHING);
    }

    /** Of a share 0 … 1, such as "7.9 %". */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Such as "3 May 2026, 14:02". */
    static String when(Instant at) {
        return DAY_AND_TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    /** Such as "2 h 4 min", "3 min 20 s" or "8 s". */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        return String.format(Locale.ROOT, "%,d h %d min", seconds / HOUR, seconds % HOUR / MINUTE);
    }

    /** The two ends of the newest curve; empty if there is none. */
    static String curve(List<CurvePoint> curve) {
        if (curve.isEmpty()) {
            return "";
        }
        CurvePoint cheapest = curve.get(0);
        CurvePoint dearest = curve.get(curve.size() - 1);
        return TEXTS.get("curve", percent(cheapest.error()), cost(cheapest), percent(dearest.error()), cost(dearest));
    }

    private static String cost(CurvePoint point) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * point.relativeCost());
    }

    /** Such as "1 run" or "1,000 runs". */
    static String runs(int count) {
        return TEXTS.get("runs", count);
    }

    /** What stands for some runs in a sentence: the name of one, the number of several. */
    static String named(List<RunSummary> runs) {
        return runs.size() == 1 ? TEXTS.get("run", runs.get(0).label().name()) : runs(runs.size());
    }
}
