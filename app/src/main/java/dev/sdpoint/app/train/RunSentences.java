package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.training.TrainingException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What is said about a run, in sentences. */
final class RunSentences {
    private static final Texts TEXTS = Texts.of(RunSentences.class);

    private RunSentences() {}

    /** The outcome of a finished run. */
    static String finished(SdpModel model) {
        Sweep sweep = model.sweep();
        InstanceScore best = sweep.scores().stream()
                .min(Comparator.comparingDouble(InstanceScore::top1Error).thenComparingLong(InstanceScore::flops))
                .orElseThrow();
        InstanceScore cheapest = sweep.byCost().get(0);
        return TEXTS.get(
                "outcome.finished",
                best.instance().label(),
                percent("%.1f %%", best.top1Error()),
                CostUnit.flops(best.flops()),
                percent("%.1f %%", cheapest.top1Error()),
                percent("%.0f %%", cheapest.relativeCost()),
                sweep.images());
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }

    /** Why a run ended: the engine's own sentence, or an honest one for what nobody foresaw. */
    static String failed(Throwable failure) {
        String message = failure.getMessage();
        if ((failure instanceof TrainingException || failure instanceof DataException) && message != null) {
            return message;
        }
        if (failure instanceof OutOfMemoryError) {
            return TEXTS.get("outcome.no-memory");
        }
        String name = failure.getClass().getSimpleName();
        return message == null
                ? TEXTS.get("outcome.failed.unnamed", name)
                : TEXTS.get("outcome.failed", name, FullStop.without(message));
    }

    /** What is known of the time that a recipe takes, and how it is known. */
    static String duration(Optional<PaceBook.Estimate> estimate, boolean measuring) {
        if (measuring) {
            return TEXTS.get("duration.measuring");
        }
        return estimate.map(known -> TEXTS.get("duration.known", words(known.time()), known.how()))
                .orElseGet(() -> TEXTS.get("duration.unknown"));
    }

    private static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 90) {
            return TEXTS.get("duration.seconds", Math.max(1, seconds));
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return TEXTS.get("duration.minutes", minutes);
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 72 ? TEXTS.get("duration.hours", hours) : TEXTS.get("duration.days", Math.round(hours / 24.0));
    }
}
