package dev.sdpoint.engine.model;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a model is, how it was made, what it costs, how often it errs and what it is not fit for: a page of Markdown. */
public final class ModelCard {
    private static final int TOP = 5;

    /** Id of the method that never downsamples in training. */
    private static final String PLAIN = "plain";

    private final SdpModel model;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(SdpModel model) {
        this.model = model;
    }

    /**
     * The card of a model, every number counted from the model itself. Equal models give equal cards.
     *
     * @param command what was typed to train it
     */
    public static String markdown(SdpModel model, String command) {
        ModelCard card = new ModelCard(model);
        card.title();
        card.architecture();
        card.training(command);
        card.curve();
        card.minimumCost();
        card.data();
        card.limits();
        return card.text.toString();
    }

    private void title() {
        line("# %s on %s", model.network().name(), plain(model.record().dataTitle()));
        line("");
        line(
                "One set of weights, %d instances: the feature maps can be downsampled at one of %d points to %s of"
                        + " their side, which costs less and errs differently. Nothing else changes between instances but"
                        + " the batch-norm statistics, which each has for itself.",
                model.space().size(),
                model.space().points(),
                String.join(
                        " or ",
                        model.space().ratios().stream().map(ModelCard::ratio).toList()));
        line("");
    }

    private void architecture() {
        NetworkSpec network = model.network();
        NetworkPlan plan = network.plan();
        InstanceScore full = model.sweep().scores().get(0);
        line("## Architecture");
        line("");
        line("| | |");
        line("|---|---|");
        row("Network", network.name());
        row("Parameters", number("%,d, the same for every instance", plan.parameters()));
        row("Input", number("%d × %d pixels, %d channels", network.side(), network.side(), plan.channels()));
        row("Classes", network.classes() + ": " + String.join(", ", model.classNames()));
        row("Cost in full", flops(full.flops()) + " operations an image, multiply and add counted separately");
        line("");
    }

    private void training(String command) {
        TrainingRecord record = model.record();
        String fence = command.contains("```") ? "~~~~" : "```";
        line("## Training");
        line("");
        line(fence + "sh");
        line("%s", command.strip());
        line(fence);
        line("");
        line("| | |");
        line("|---|---|");
        row("Method", record.method());
        row("Data", record.dataTitle());
        row("SHA-256 of the data", record.dataFingerprint());
        row("Epochs", number("%,d", record.epochs()));
        row("Time", duration(record.seconds()));
        record.history().ifPresent(this::history);
        row("Finished", record.finishedAt());
        for (Map.Entry<String, String> setting : new TreeMap<>(record.settings()).entrySet()) {
            row("setting: " + setting.getKey(), setting.getValue());
        }
        for (Map.Entry<String, String> version : new TreeMap<>(record.versions()).entrySet()) {
            row("made with: " + version.getKey(), version.getValue());
        }
        line("");
    }

    private void history(RunHistory history) {
        row("Time of calibrations", duration(history.calibrationSeconds()));
        row("Time of evaluations", duration(history.evaluationSeconds()));
        row(
                "From first start to end",
                duration(history.secondsUntil(model.record().finishedAt()))
                        + (history.sessions() == 1 ? ", in one session" : ", in " + history.sessions() + " sessions"));
        row("Started", history.startedAt());
        for (RateEdit edit : history.rateEdits()) {
            row(
                    "Changed by hand",
                    number("peak learning rate %s from iteration %,d on", edit.peakRate(), edit.iteration()));
        }
        for (Machine machine : history.machines()) {
            row("Machine", describe(machine));
        }
    }

    private static String describe(Machine machine) {
        String memory =
                machine.memoryBytes() == 0 ? "" : number(", %.1f GiB of memory", machine.memoryBytes() / 0x1p30);
        return number(
                "%s, %d logical processor%s%s; %s",
                machine.processor(),
                machine.logicalProcessors(),
                machine.logicalProcessors() == 1 ? "" : "s",
                memory,
                machine.device().title());
    }

    private void curve() {
        Sweep sweep = model.sweep();
        boolean top5 = model.network().classes() > TOP;
        line("## Cost and error of every instance");
        line("");
        line(
                "Measured on %,d validation images. ± is half the 95 %% confidence interval of an error on so many"
                        + " images; all instances saw the same images, so differences between them are surer than that. An"
                        + " instance is *dominated* when another costs no more and errs no more, and is better in one.",
                sweep.images());
        line("");
        line("| Instance | MFLOPs | Cost | Top-1 error |%s Loss | ms an image | |", top5 ? " Top-5 error |" : "");
        line("|---|--:|--:|--:|%s--:|--:|---|", top5 ? "--:|" : "");
        for (InstanceScore score : sweep.byCost()) {
            line(
                    "| %s | %,.1f | %.1f %% | %s |%s %.3f | %s | %s |",
                    score.instance().label(),
                    score.flops() / 1e6,
                    100 * score.relativeCost(),
                    error(sweep, score.top1Error()),
                    top5 ? " " + error(sweep, score.top5Error()) + " |" : "",
                    score.loss(),
                    Double.isNaN(score.millisPerImage()) ? "–" : number("%.3f", score.millisPerImage()),
                    sweep.dominated(score) ? "dominated" : "");
        }
        line("");
    }

    private void minimumCost() {
        MinimumCost minimum = new MinimumCost(model.sweep(), model.outcomes().outcomes(), 1);
        double images = minimum.size();
        int nonMonotone = 0;
        for (int image = 0; image < minimum.size(); image++) {
            nonMonotone += minimum.nonMonotone(image) ? 1 : 0;
        }
        int never = minimum.images(MinimumCost.NEVER).length;
        int cheapest = minimum.images(0).length;
        double best = model.sweep().scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElse(Double.NaN);
        line("## The least cost that each image needs");
        line("");
        line("Counted over the %,d validation images whose answers the model file holds.", minimum.size());
        line("");
        line("| | Images | Share |");
        line("|---|--:|--:|");
        line("| Right under the cheapest instance | %,d | %.1f %% |", cheapest, 100 * cheapest / images);
        line("| Never right: the error of the oracle | %,d | %.1f %% |", never, 100 * minimum.oracleError());
        line("| Right at some cost, wrong at a higher one | %,d | %.1f %% |", nonMonotone, 100 * nonMonotone / images);
        line("");
        line(
                "The oracle always takes the cheapest right instance. It knows the answers, so its error is no"
                        + " accuracy that anyone can deploy; the best single instance errs on %.1f %%.",
                100 * best);
        line("");
    }

    private void data() {
        String title = model.record().dataTitle();
        line("## Data and method");
        line("");
        if (title.toUpperCase(Locale.ROOT).startsWith("CIFAR")) {
            line("- Alex Krizhevsky: *Learning Multiple Layers of Features from Tiny Images.* Technical report,"
                    + " University of Toronto, 2009. <https://www.cs.toronto.edu/~kriz/cifar.html>. Its authors"
                    + " state no licence and ask for this citation.");
        } else {
            line(
                    "- %s: this program does not know where these images come from; cite their source yourself.",
                    plain(title));
        }
        line("- Jason Kuen et al.: *Stochastic Downsampling for Cost-Adjustable Inference and Improved"
                + " Regularization in Convolutional Networks.* CVPR 2018. <https://arxiv.org/abs/1801.09335>");
        line("");
    }

    private void limits() {
        line("## Limits");
        line("");
        line(
                "- It knows %d classes and nothing else: any picture gets one of them, however foreign it is.",
                model.network().classes());
        line(
                "- It sees %d × %d pixels. Pictures from elsewhere are scaled to that and differ from those it learned"
                        + " from.",
                model.network().side(), model.network().side());
        line("- Its probabilities were not calibrated, and nothing was tested against pictures made to mislead it.");
        line("- One run with one seed: another seed moves the errors by an amount that was not measured here.");
        line("- Times are of the machine above, in batches; operations are not time.");
        line(
                model.record().method().equals(PLAIN)
                        ? "- Trained at full resolution alone: the other instances were only given statistics of their"
                                + " own afterwards."
                        : "- The file holds no network trained without SDPoint, so it says nothing about"
                                + " regularisation.");
        line("- Not for decisions about people, health or safety.");
    }

    private void row(String name, String value) {
        line("| %s | %s |", plain(name), plain(value));
    }

    private void line(String format, Object... values) {
        text.append(number(format, values)).append('\n');
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Foreign text on one line of a table, without Markdown or HTML of its own. */
    private static String plain(String foreign) {
        return foreign.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private static String error(Sweep sweep, double error) {
        return number("%.2f ± %.2f %%", 100 * error, 100 * sweep.errorMargin(error));
    }

    private static String ratio(double ratio) {
        return number("%.4f", ratio).replaceAll("0+$", "");
    }

    private static String flops(long flops) {
        return flops >= 1_000_000_000 ? number("%.2f billion", flops / 1e9) : number("%.1f million", flops / 1e6);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return number("%d s", whole);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? number("%d min", minutes) : number("%d h %d min", minutes / 60, minutes % 60);
    }
}
