package dev.sdpoint.app.study;

import dev.sdpoint.app.figure.CascadeFigure;
import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.study.Cascade;
import dev.sdpoint.engine.study.CascadeStudy;
import dev.sdpoint.engine.study.Confidences;
import dev.sdpoint.engine.study.CostPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Is it worth asking a cheap instance first? */
public final class CascadeQuestion implements Question {
    private static final Texts TEXTS = Texts.of(CascadeQuestion.class);

    @Override
    public StudyResult answer(StudyCase opened) throws Exception {
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("kind", Kind.TEXT),
                new Column("instances", Kind.TEXT),
                new Column("threshold", Kind.NUMBER),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("top1_error", Kind.SHARE),
                new Column("top1_error_when_chosen", Kind.SHARE));
        List<String> findings = new ArrayList<>();
        List<Named<CascadeStudy>> studies = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            // What is no offer in a budget is none here.
            List<InstanceCost> costs = subject.model().space().instances().stream()
                    .map(subject::cost)
                    .filter(c -> BudgetMenu.worthOffering(subject.model().space(), c.instance(), c.relativeCost()))
                    .toList();
            Confidences confidences = subject.confidences(
                    costs.stream().map(InstanceCost::instance).toList());
            CascadeStudy study = CascadeStudy.of(confidences, costs);
            studies.add(new Named<>(subject.name(), study));
            fill(table, subject.name(), study);
            findings.add(finding(subject.name(), study));
        }
        return new StudyResult("cascade", opened.words(), findings, table, CascadeFigure.of(studies, opened.words()));
    }

    @Override
    public int passes(int side, boolean recorded) {
        return 1;
    }

    private static void fill(StudyTable table, String name, CascadeStudy study) {
        for (CascadeStudy.Fixed fixed : study.fixed()) {
            String kind = fixed.offered() ? "fixed" : "fixed-dominated";
            add(table, name, kind, ShortName.of(fixed.instance()), Double.NaN, fixed.reported(), Double.NaN);
        }
        for (CascadeStudy.Step step : study.chain()) {
            add(table, name, "chain", step);
        }
        for (CascadeStudy.Step step : study.pairs()) {
            add(table, name, "pair", step);
        }
        for (CostPoint point : study.oracle()) {
            add(table, name, "oracle", "", Double.NaN, point, Double.NaN);
        }
    }

    private static void add(StudyTable table, String name, String kind, CascadeStudy.Step step) {
        add(
                table,
                name,
                kind,
                stages(step.cascade()),
                step.cascade().threshold(),
                step.reported(),
                step.choosing().error());
    }

    private static void add(
            StudyTable table,
            String name,
            String kind,
            String stages,
            double threshold,
            CostPoint point,
            double chosen) {
        table.add(name, kind, stages, threshold, point.flops(), point.relativeCost(), point.error(), chosen);
    }

    private static String finding(String name, CascadeStudy study) {
        CascadeStudy.Fixed best = study.best();
        CostPoint oracle = study.oracle().get(study.oracle().size() - 1);
        List<Object> parts = new ArrayList<>(List.of(
                name,
                ShortName.of(best.instance()),
                error(best.reported()),
                cost(best.reported()),
                error(oracle),
                cost(oracle),
                study.choosingImages(),
                study.reportedImages()));
        study.cheapestAsGood()
                .ifPresent(step -> parts.addAll(List.of(
                        stages(step.cascade()),
                        String.format(Locale.ROOT, "%.2f", step.cascade().threshold()),
                        error(step.reported()),
                        cost(step.reported()))));
        return TEXTS.get(
                study.cheapestAsGood().isPresent() ? "finding.cascade" : "finding.cascade.no-pair", parts.toArray());
    }

    private static String error(CostPoint point) {
        return Percent.of(point.error(), 2);
    }

    private static String cost(CostPoint point) {
        return Percent.of(point.relativeCost(), 1);
    }

    /** Instances as POINT:RATIO, in the order in which they are asked. */
    private static String stages(Cascade cascade) {
        return cascade.stages().stream().map(ShortName::of).collect(Collectors.joining(" > "));
    }
}
