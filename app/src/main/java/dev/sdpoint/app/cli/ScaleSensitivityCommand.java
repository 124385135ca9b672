package dev.sdpoint.app.cli;

import dev.sdpoint.app.cli.StudyTable.Column;
import dev.sdpoint.app.cli.StudyTable.Kind;
import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.figure.ScaleFigure;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.ScaleSensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code sdpoint study scale-sensitivity}: do answers change with the size of what is seen? */
@Command(
        name = "scale-sensitivity",
        description =
                "Mean pairwise cosine similarity of class probabilities over several sizes: images are resized to each, and "
                        + "their centre is cut out. Give an SDPoint model and a plain one to compare them.")
final class ScaleSensitivityCommand extends Study {
    @Option(
            names = "--sizes",
            split = ",",
            description = "Sides before the crop, at least two, none below the network's side (default: five from the "
                    + "network's side to half as much again).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--instances",
            defaultValue = "all",
            description = "Which: ${COMPLETION-CANDIDATES}; 'curve' are those that no other beats (default "
                    + "${DEFAULT-VALUE}).")
    private Which which = Which.ALL;

    /** Which instances are measured. */
    enum Which {
        ALL,
        CURVE,
        FULL
    }

    @Override
    StudyResult answer(StudyOptions.Opened opened) throws Exception {
        int side = opened.data().side();
        List<Integer> measured = sizes.isEmpty() ? ScaleSensitivity.defaultSizes(side) : sizes;
        if (measured.stream().distinct().count() < 2 || measured.stream().anyMatch(s -> s < side)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--sizes " + measured + " needs two or more sizes, none below the side of the images, " + side);
        }
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("smaller_side", Kind.COUNT),
                new Column("larger_side", Kind.COUNT),
                new Column("cosine_similarity", Kind.NUMBER),
                new Column("top1_error", Kind.SHARE));
        List<String> findings = new ArrayList<>();
        List<Named<ScaleFigure.Costed>> models = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            List<Instance> instances = instances(subject);
            ScaleSensitivity scale = subject.run(
                    "at " + measured.size() + " sizes",
                    (network, maker, progress) -> ScaleSensitivity.measure(
                            network, subject.model().bank(), instances, maker, measured, progress));
            List<InstanceCost> costs = instances.stream().map(subject::cost).toList();
            models.add(new Named<>(subject.name(), new ScaleFigure.Costed(scale, costs)));
            for (int i = 0; i < instances.size(); i++) {
                fill(
                        table,
                        subject.name(),
                        costs.get(i),
                        scale.sizes(),
                        scale.scores().get(i));
            }
            findings.add(finding(subject.name(), scale));
        }
        return new StudyResult(
                "scale-sensitivity", opened.words(), findings, table, ScaleFigure.of(models, opened.words()));
    }

    private List<Instance> instances(Subject subject) {
        return switch (which) {
            case ALL -> subject.model().space().instances();
            case FULL -> List.of(Instance.FULL);
            case CURVE ->
                Stream.concat(
                                Stream.of(Instance.FULL),
                                new BudgetMenu(
                                                subject.model().sweep(),
                                                subject.model().space())
                                        .offers().stream().map(InstanceScore::instance))
                        .distinct()
                        .toList();
        };
    }

    /** A row without sizes for the mean, then one per size with its error, then one per pair. */
    private static void fill(
            StudyTable table, String name, InstanceCost cost, List<Integer> sizes, ScaleSensitivity.Score score) {
        Instance instance = cost.instance();
        table.add(name, instance, cost.flops(), cost.relativeCost(), "", "", score.similarity(), "");
        for (int s = 0; s < sizes.size(); s++) {
            int size = sizes.get(s);
            double error = score.top1Errors().get(s);
            table.add(name, instance, cost.flops(), cost.relativeCost(), size, size, 1.0, error);
        }
        for (ScaleSensitivity.Pair pair : score.pairs()) {
            table.add(
                    name,
                    instance,
                    cost.flops(),
                    cost.relativeCost(),
                    pair.smaller(),
                    pair.larger(),
                    pair.similarity(),
                    "");
        }
    }

    private static String finding(String name, ScaleSensitivity scale) {
        double mean = scale.scores().stream()
                .mapToDouble(ScaleSensitivity.Score::similarity)
                .average()
                .orElse(Double.NaN);
        double full = scale.scores().stream()
                .filter(s -> s.instance().equals(Instance.FULL))
                .mapToDouble(ScaleSensitivity.Score::similarity)
                .findFirst()
                .orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "%s: mean cosine similarity over sizes %s is %.4f at full resolution, %.4f over %d instances.",
                name,
                scale.sizes(),
                full,
                mean,
                scale.scores().size());
    }
}
