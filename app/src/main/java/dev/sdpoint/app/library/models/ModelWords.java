package dev.sdpoint.app.library.models;

import dev.sdpoint.engine.download.DataArchives;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.ModelSummary;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.TrainingRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model's facts in words. */
final class ModelWords {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int FINGERPRINT = 12;
    private static final int MOST_CLASSES = 12;

    private ModelWords() {}

    /** In one line of a list, such as "wrn-16-2 · 74–203 MFLOPs · least error 8.4 %". */
    static String line(ModelSummary model) {
        return model.network().name()
                + number(
                        " · %,.0f–%,.0f MFLOPs · least error %.1f %%",
                        cheapest(model.sweep()).flops() / 1e6,
                        dearest(model.sweep()).flops() / 1e6,
                        100 * best(model.sweep()).top1Error());
    }

    /** What a card says, in order. */
    static Map<String, String> facts(ModelSummary model) {
        Map<String, String> facts = new LinkedHashMap<>();
        int side = model.network().side();
        facts.put("Architecture", model.network().name() + number(" for images of %d × %d pixels", side, side));
        facts.put(
                "Parameters",
                number("%,d", model.parameters()) + ", " + Sizes.of(model.parameters() * Float.BYTES)
                        + " in single precision");
        facts.put("Instances", instances(model));
        facts.put("Cost", cost(model.sweep()));
        facts.put("Error", error(model.sweep()));
        facts.put("Data", model.record().dataTitle());
        facts.put("Classes", classes(model.classNames()));
        training(facts, model.record());
        facts.put("Licence", licence(model.record().dataTitle()));
        facts.put(
                "Limits",
                number(
                                "It knows %s and nothing else. ",
                                count(model.classNames().size(), "class"))
                        + "Its probabilities were not calibrated. Not for decisions about people, health or safety.");
        return facts;
    }

    private static void training(Map<String, String> facts, TrainingRecord record) {
        facts.put(
                "Training",
                record.method() + ", " + count(record.epochs(), "epoch") + " in " + duration(record.seconds())
                        + ", finished " + when(record.finishedAt()));
        record.history().ifPresent(history -> facts.put("Computed on", machines(history)));
        if (!record.settings().isEmpty()) {
            facts.put("Settings", joined(record.settings()));
        }
        if (!record.versions().isEmpty()) {
            facts.put("Made with", joined(record.versions()));
        }
        facts.put("Data's SHA-256", shortened(record.dataFingerprint()));
    }

    /** Whom to cite, as far as the program knows. */
    private static String licence(String dataTitle) {
        String title = dataTitle.toUpperCase(Locale.ROOT);
        if (!title.startsWith("CIFAR")) {
            return "The file names none, and the program does not know where its images come from. Ask whoever made it.";
        }
        return "No licence is stated for its images. Cite "
                + (title.startsWith("CIFAR-100") ? DataArchives.CIFAR_100 : DataArchives.CIFAR_10).citation();
    }

    private static String instances(ModelSummary model) {
        List<Double> ratios = model.space().ratios();
        String words = number("%,d", model.space().size());
        return ratios.isEmpty()
                ? words
                : words + ": full resolution, and downsampled after "
                        + model.space().points() + " points to "
                        + ratios.stream()
                                .map(ratio -> number("%.4f", ratio).replaceAll("0+$", ""))
                                .collect(Collectors.joining(" or "));
    }

    private static String cost(Sweep sweep) {
        InstanceScore least = cheapest(sweep);
        InstanceScore most = dearest(sweep);
        return number(
                "%.1f to %.1f MFLOPs an image, %.0f to %.0f %% of the full network",
                least.flops() / 1e6, most.flops() / 1e6, 100 * least.relativeCost(), 100 * most.relativeCost());
    }

    private static String error(Sweep sweep) {
        return number(
                "%.1f %% at the least cost, %.1f %% at the highest, %.1f %% at best, on %,d validation images",
                100 * cheapest(sweep).top1Error(),
                100 * dearest(sweep).top1Error(),
                100 * best(sweep).top1Error(),
                sweep.images());
    }

    static InstanceScore cheapest(Sweep sweep) {
        return sweep.byCost().get(0);
    }

    static InstanceScore dearest(Sweep sweep) {
        List<InstanceScore> scores = sweep.byCost();
        return scores.get(scores.size() - 1);
    }

    static InstanceScore best(Sweep sweep) {
        return sweep.byCost().stream()
                .min(Comparator.comparingDouble(InstanceScore::top1Error))
                .orElseThrow();
    }

    private static String classes(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_CLASSES, names.size())));
        return number("%,d: ", names.size()) + first + (names.size() > MOST_CLASSES ? ", …" : "");
    }

    private static String machines(RunHistory history) {
        return history.machines().stream()
                        .map(machine ->
                                machine.processor() + " (" + machine.device().title() + ")")
                        .distinct()
                        .collect(Collectors.joining("; "))
                + (history.sessions() == 1 ? "" : number(", in %,d sessions", history.sessions()));
    }

    private static String joined(Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> text.getKey() + " " + text.getValue())
                        .collect(Collectors.joining(" · "));
    }

    /** Of 64 digits as many as tell one from another. */
    static String shortened(String digest) {
        return digest.length() > FINGERPRINT ? digest.substring(0, FINGERPRINT) + "…" : digest;
    }

    /** Of an ISO-8601 instant that was found to be one. */
    private static String when(String instant) {
        return when(Instant.parse(instant));
    }

    static String when(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String duration(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toHours() > 0) {
            return number("%,d h %d min", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? number("%d min %d s", time.toMinutes(), time.toSecondsPart())
                : number("%d s", time.toSeconds());
    }

    private static String count(int number, String thing) {
        String plural = thing.endsWith("s") ? thing + "es" : thing + "s";
        return number("%,d %s", number, number == 1 ? thing : plural);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
