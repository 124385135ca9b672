package dev.sdpoint.app.study;

import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.figure.ScaleFigure;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.ScaleSensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Do answers change with the size of what is seen? */
public final class ScaleQuestion implements Question {
    private static final Texts TEXTS = Texts.of(ScaleQuestion.class);

    private final List<Integer> sizes;
    private final Which which;

    /**
     * @param sizes sides before the crop, at least two different ones, none below the side of the images; none for the usual five
     */
    public ScaleQuestion(List<Integer> sizes, Which which) {
        this.sizes = List.copyOf(sizes);
        this.which = which;
    }

    /** Which instances are measured. */
    public enum Which {
        ALL,
        CURVE,
        FULL
    }

    @Override
    public StudyResult answer(StudyCase opened) throws Exception {
        List<Integer> measured = measured(opened.data().side());
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
                    TEXTS.get("job.sizes", measured.size()),
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

    @Override
    public int passes(int side, boolean recorded) {
        return measured(side).size();
    }

    private List<Integer> measured(int side) {
        return sizes.isEmpty() ? ScaleSensitivity.defaultSizes(side) : sizes;
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
        return TEXTS.get(
                "finding.scale",
                name,
                scale.sizes().toString(),
                similarity(full),
                similarity(mean),
                scale.scores().size());
    }

    private static String similarity(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
