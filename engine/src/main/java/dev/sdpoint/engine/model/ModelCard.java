package dev.sdpoint.engine.model;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says in Markdown what a model is, where it comes from and how good it is, from the model's own records. */
public final class ModelCard {
    private ModelCard() {}

    /**
     * The card of a model.
     *
     * @param command the exact command that made it
     */
    public static String markdown(SdpModel model, String command) {
        StringBuilder card = new StringBuilder();
        TrainingRecord record = model.record();
        line(card, "# %s, %s", model.network().name(), record.dataTitle());
        line(
                card,
                "%n%,d parameters, %d downsampling points, %d instances. Classes: %s.",
                model.network().plan().parameters(),
                model.space().points(),
                model.space().size(),
                String.join(", ", model.classNames()));
        line(card, "%n## Made by%n%n```sh%n%s%n```", command);
        line(
                card,
                "%nTraining took %.0f minutes for %d epochs and ended at %s.%n",
                record.seconds() / 60,
                record.epochs(),
                record.finishedAt());
        table(card, "setting", record.settings());
        line(card, "");
        table(card, "version", record.versions());
        line(card, "%nFingerprint of the data (SHA-256 over pixels and labels): `%s`", record.dataFingerprint());
        curve(card, model.sweep());
        difficulty(card, model);
        line(card, "%n## Limits%n");
        line(
                card,
                "The errors hold for pictures like those of the validation set, cropped and resized alike. A picture of anything"
                        + " else is still given one of the classes above. The images of CIFAR-10 were collected by Alex"
                        + " Krizhevsky, Vinod Nair and Geoffrey Hinton (A. Krizhevsky, *Learning Multiple Layers of Features"
                        + " from Tiny Images*, 2009).");
        return card.toString();
    }

    private static void curve(StringBuilder card, Sweep sweep) {
        line(card, "%n## Cost and error of every instance on %,d validation images%n", sweep.images());
        line(card, "± is the 95 %% confidence interval; instances without a star are beaten by a cheaper or better one.%n");
        line(card, "| | instance | MFLOPs | cost | top-1 error | top-5 error | ms an image, in batches |");
        line(card, "|---|---|--:|--:|--:|--:|--:|");
        for (InstanceScore score : sweep.byCost()) {
            line(
                    card,
                    "| %s | %s | %.1f | %.0f %% | %.2f ± %.2f %% | %.2f %% | %.3f |",
                    sweep.dominated(score) ? "" : "*",
                    score.instance().label(),
                    score.flops() / 1e6,
                    100 * score.relativeCost(),
                    100 * score.top1Error(),
                    100 * sweep.errorMargin(score.top1Error()),
                    100 * score.top5Error(),
                    score.millisPerImage());
        }
    }

    private static void difficulty(StringBuilder card, SdpModel model) {
        MinimumCost minimum = new MinimumCost(model.sweep(), model.outcomes().outcomes(), 1);
        double images = minimum.size();
        long nonMonotone = 0;
        for (int i = 0; i < minimum.size(); i++) {
            nonMonotone += minimum.nonMonotone(i) ? 1 : 0;
        }
        line(
                card,
                "%n%.1f %% of the images are right under the cheapest instance already, %.1f %% under none; %.1f %% are right at"
                        + " some cost and wrong at a higher one. An oracle that always knew the cheapest right instance would"
                        + " err on %.1f %%; no program can choose so without knowing the answer.",
                100 * minimum.images(0).length / images,
                100 * minimum.images(MinimumCost.NEVER).length / images,
                100 * nonMonotone / images,
                100 * minimum.oracleError());
    }

    private static void table(StringBuilder card, String title, Map<String, String> rows) {
        line(card, "| %s | |%n|---|---|", title);
        new TreeMap<>(rows).forEach((name, value) -> line(card, "| %s | %s |", name, value));
    }

    private static void line(StringBuilder card, String format, Object... values) {
        card.append(String.format(Locale.ROOT, format, values)).append(String.format("%n"));
    }
}
