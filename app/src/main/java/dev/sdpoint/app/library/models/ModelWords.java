package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.download.DataArchives;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.ModelSummary;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.TrainingRecord;
import dev.sdpoint.engine.sdpoint.Instance;
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
    private static final Texts TEXTS = Texts.of(ModelWords.class);
    private static final int FINGERPRINT = 12;
    private static final int MOST_CLASSES = 12;

    private ModelWords() {}

    /** In one line of a list, such as "wrn-16-2 · 74–203 MFLOPs · least error 8.4 %". */
    static String line(ModelSummary model) {
        return TEXTS.get(
                "line",
                model.network().name(),
                number("%,.0f", cheapest(model.sweep()).flops() / 1e6),
                number("%,.0f", dearest(model.sweep()).flops() / 1e6),
                error(best(model.sweep())));
    }

    /** What a card says, in order. */
    static Map<String, String> facts(ModelSummary model) {
        Map<String, String> facts = new LinkedHashMap<>();
        int side = model.network().side();
        facts.put(
                TEXTS.get("fact.architecture"),
                TEXTS.get("architecture", model.network().name(), number("%d", side)));
        facts.put(
                TEXTS.get("fact.parameters"),
                TEXTS.get("parameters", model.parameters(), Sizes.of(model.parameters() * Float.BYTES)));
        facts.put(TEXTS.get("fact.instances"), instances(model));
        facts.put(TEXTS.get("fact.cost"), cost(model.sweep()));
        facts.put(TEXTS.get("fact.error"), error(model.sweep()));
        facts.put(TEXTS.get("fact.data"), model.record().dataTitle());
        facts.put(TEXTS.get("fact.classes"), classes(model.classNames()));
        training(facts, model.record());
        facts.put(TEXTS.get("fact.licence"), licence(model.record().dataTitle()));
        facts.put(
                TEXTS.get("fact.limits"), TEXTS.get("limits", model.classNames().size()));
        return facts;
    }

    private static void training(Map<String, String> facts, TrainingRecord record) {
        facts.put(
                TEXTS.get("fact.training"),
                TEXTS.get(
                        "training",
                        record.method(),
                        record.epochs(),
                        duration(record.seconds()),
                        when(record.finishedAt())));
        record.history().ifPresent(history -> facts.put(TEXTS.get("fact.machines"), machines(history)));
        if (!record.settings().isEmpty()) {
            facts.put(TEXTS.get("fact.settings"), joined(record.settings()));
        }
        if (!record.versions().isEmpty()) {
            facts.put(TEXTS.get("fact.versions"), joined(record.versions()));
        }
        facts.put(TEXTS.get("fact.fingerprint"), shortened(record.dataFingerprint()));
    }

    /** Whom to cite, as far as the program knows. */
    private static String licence(String dataTitle) {
        String title = dataTitle.toUpperCase(Locale.ROOT);
        if (!title.startsWith("CIFAR")) {
            return TEXTS.get("licence.unknown");
        }
        return TEXTS.get(
                "licence.none",
                (title.startsWith("CIFAR-100") ? DataArchives.CIFAR_100 : DataArchives.CIFAR_10).citation());
    }

    private static String instances(ModelSummary model) {
        List<Double> ratios = model.space().ratios();
        String count = number("%,d", model.space().size());
        return ratios.stream()
                .map(ratio -> number("%.4f", ratio).replaceAll("0+$", ""))
                .reduce((first, second) -> TEXTS.get("instances.or", first, second))
                .map(all -> TEXTS.get("instances", count, model.space().points(), all))
                .orElse(count);
    }

    private static String cost(Sweep sweep) {
        InstanceScore least = cheapest(sweep);
        InstanceScore most = dearest(sweep);
        return TEXTS.get(
                "cost",
                number("%.1f", least.flops() / 1e6),
                number("%.1f", most.flops() / 1e6),
                number("%.0f", 100 * least.relativeCost()),
                number("%.0f %%", 100 * most.relativeCost()));
    }

    private static String error(Sweep sweep) {
        return TEXTS.get(
                "error", error(cheapest(sweep)), error(sweep.of(Instance.FULL)), error(best(sweep)), sweep.images());
    }

    static String error(InstanceScore score) {
        return number("%.1f %%", 100 * score.top1Error());
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
        String machines = history.machines().stream()
                .map(machine -> machine.processor() + " (" + machine.device().title() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        return history.sessions() == 1 ? machines : TEXTS.get("machines.sessions", machines, history.sessions());
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
        return DateTimeFormatter.ofPattern(TEXTS.get("day-and-time"), Locale.ENGLISH)
                .format(instant.atZone(ZoneId.systemDefault()));
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

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
