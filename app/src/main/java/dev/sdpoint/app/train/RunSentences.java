package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.engine.data.DataException;
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
    private RunSentences() {}

    /** The outcome of a finished run. */
    static String finished(SdpModel model) {
        Sweep sweep = model.sweep();
        InstanceScore best = sweep.scores().stream()
                .min(Comparator.comparingDouble(InstanceScore::top1Error).thenComparingLong(InstanceScore::flops))
                .orElseThrow();
        InstanceScore cheapest = sweep.byCost().get(0);
        return String.format(
                Locale.ROOT,
                "Best instance: %s, error %.1f %% at %s. Cheapest: error %.1f %% at %.0f %% of the full cost."
                        + " Measured on %,d images.",
                best.instance().label(),
                100 * best.top1Error(),
                CostUnit.flops(best.flops()),
                100 * cheapest.top1Error(),
                100 * cheapest.relativeCost(),
                sweep.images());
    }

    /** Why a run ended: the engine's own sentence, or an honest one for what nobody foresaw. */
    static String failed(Throwable failure) {
        String message = failure.getMessage();
        if ((failure instanceof TrainingException || failure instanceof DataException) && message != null) {
            return message;
        }
        if (failure instanceof OutOfMemoryError) {
            return "The memory is not enough for this network and batch. Choose a smaller batch or network.";
        }
        return "Training ended by an unexpected error (" + failure.getClass().getSimpleName()
                + (message == null ? "" : ": " + message)
                + "). The last checkpoint is kept; the log says more.";
    }

    /** What is known of the time that a recipe takes, and how it is known. */
    static String duration(Optional<PaceBook.Estimate> estimate, boolean measuring) {
        if (measuring) {
            return "Some iterations are trained to measure their pace …";
        }
        return estimate.map(known -> words(known.time()) + " of training " + known.how() + ", plus evaluations.")
                .orElse("How long it takes is not known: nothing like it was trained on this machine yet.");
    }

    private static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 90) {
            return "About " + Math.max(1, seconds) + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return "About " + minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 72 ? "About " + hours + " h" : "About " + Math.round(hours / 24.0) + " days";
    }
}
