package dev.sdpoint.app.study;

import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.figure.StatisticsFigure;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.study.StatisticsComparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What are statistics of its own worth to an instance? */
public final class StatisticsQuestion implements Question {
    private static final Texts TEXTS = Texts.of(StatisticsQuestion.class);

    @Override
    public StudyResult answer(StudyCase opened) throws Exception {
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("top1_error_instance", Kind.SHARE),
                new Column("top1_error_uniform", Kind.SHARE),
                new Column("top1_error_none", Kind.SHARE));
        List<String> findings = new ArrayList<>();
        List<Named<StatisticsComparison>> models = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            Map<StatisticsChoice, Sweep> sweeps = new EnumMap<>(StatisticsChoice.class);
            sweeps.put(StatisticsChoice.INSTANCE, subject.answers().sweep());
            sweeps.put(
                    StatisticsChoice.UNIFORM,
                    subject.answers(StatisticsChoice.UNIFORM).sweep());
            sweeps.put(
                    StatisticsChoice.NONE,
                    subject.answers(StatisticsChoice.NONE).sweep());
            StatisticsComparison comparison = new StatisticsComparison(sweeps);
            models.add(new Named<>(subject.name(), comparison));
            for (StatisticsComparison.Row row : comparison.rows()) {
                table.add(
                        subject.name(),
                        row.score().instance(),
                        row.score().flops(),
                        row.score().relativeCost(),
                        row.score().top1Error(),
                        row.uniform(),
                        row.none());
            }
            findings.add(TEXTS.get(
                    "finding.statistics",
                    subject.name(),
                    mean(comparison, row -> row.score().top1Error()),
                    mean(comparison, StatisticsComparison.Row::uniform),
                    mean(comparison, StatisticsComparison.Row::none)));
        }
        return new StudyResult(
                "statistics", opened.words(), findings, table, StatisticsFigure.of(models, opened.words()));
    }

    @Override
    public int passes(int side, boolean recorded) {
        int choices = StatisticsChoice.values().length;
        return recorded ? choices - 1 : choices;
    }

    private static String mean(StatisticsComparison comparison, ToDoubleFunction<StatisticsComparison.Row> value) {
        return Percent.of(
                comparison.rows().stream().mapToDouble(value).average().orElse(Double.NaN), 2);
    }
}
