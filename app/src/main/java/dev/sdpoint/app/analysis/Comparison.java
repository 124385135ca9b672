package dev.sdpoint.app.analysis;

import dev.sdpoint.app.figure.CurveSeries;
import dev.sdpoint.app.figure.Figure;
import dev.sdpoint.app.figure.Ink;
import dev.sdpoint.app.figure.Panel;
import dev.sdpoint.app.figure.Series;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.Ablation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs and models side by side, as a figure, a table and a sentence. */
final class Comparison {
    private static final Texts TEXTS = Texts.of(Comparison.class);

    /** Colours repeat after seven, dashed; more curves than these cannot be told apart. */
    static final int MOST = 14;

    private static final int COLOURS = 7;
    private static final int LONGEST_NAME = 40;
    private static final double ROUNDING = 1e-9;

    private Comparison() {}

    /** @param all at least one, at most {@value #MOST} */
    static StudyResult of(List<Compared> all, CompareSettings settings) {
        List<Compared> named = distinct(all);
        double[] budgets = Ablation.commonBudgets(curves(named));
        return new StudyResult(
                "comparison",
                on(named),
                findings(named, budgets),
                table(named, settings, budgets),
                figure(named, settings));
    }

    private static List<Ablation.Curve> curves(List<Compared> all) {
        return all.stream()
                .map(one -> new Ablation.Curve(one.name(), one.sweep()))
                .toList();
    }

    /** Names that fit a legend, each once. */
    private static List<Compared> distinct(List<Compared> all) {
        Map<String, Integer> seen = new HashMap<>();
        List<Compared> named = new ArrayList<>();
        for (Compared one : all) {
            String name = one.name().length() <= LONGEST_NAME
                    ? one.name()
                    : one.name().substring(0, LONGEST_NAME - 1).strip() + "…";
            int number = seen.merge(name, 1, Integer::sum);
            named.add(one.named(number == 1 ? name : name + " (" + number + ")"));
        }
        return named;
    }

    private static String on(List<Compared> all) {
        List<Integer> images = all.stream()
                .map(one -> one.sweep().images())
                .distinct()
                .sorted()
                .toList();
        String counts = images.size() == 1
                ? String.format(Locale.ROOT, "%,d", images.get(0))
                : TEXTS.get("comparison.on.range", images.get(0), images.get(images.size() - 1));
        return TEXTS.get("comparison.on", all.size(), counts);
    }

    private static Figure figure(List<Compared> all, CompareSettings settings) {
        List<Series> costs = new ArrayList<>();
        List<Series> courses = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Compared one = all.get(i);
            boolean again = i >= COLOURS;
            Ink ink = Ink.series(i);
            costs.addAll(CurveSeries.of(
                    one.name(),
                    one.sweep(),
                    ink,
                    again ? Series.Style.DASHED_LINE_AND_POINTS : Series.Style.LINE_AND_POINTS));
            one.course().ifPresent(course -> courses.addAll(course(one.name(), course, settings, ink, again)));
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Lines(TEXTS.get("comparison.costs"), CurveSeries.cost(), CurveSeries.top1(), costs));
        if (!courses.isEmpty()) {
            panels.add(new Panel.Lines(
                    TEXTS.get(
                            "comparison.courses",
                            settings.y().title(),
                            settings.x().words()),
                    settings.x().axis(),
                    settings.y().axis(),
                    courses));
        }
        return new Figure(
                TEXTS.get("comparison.title"),
                on(all),
                panels,
                TEXTS.get(settings.best() ? "comparison.note.best" : "comparison.note.newest"));
    }

    private static List<Series> course(
            String name, RunCourse course, CompareSettings settings, Ink ink, boolean again) {
        List<Series.Mark> marks = course.moments(settings.x(), settings.y()).stream()
                .filter(moment -> Double.isFinite(settings.x().of(moment))
                        && Double.isFinite(settings.y().of(moment)))
                .map(moment ->
                        Series.Mark.of(settings.x().of(moment), settings.y().of(moment)))
                .toList();
        if (marks.isEmpty()) {
            return List.of();
        }
        boolean few = settings.x().perEvaluation() || settings.y().perEvaluation() || marks.size() == 1;
        Series.Style style = few
                ? again ? Series.Style.DASHED_LINE_AND_POINTS : Series.Style.LINE_AND_POINTS
                : again ? Series.Style.DASHED_LINE : Series.Style.LINE;
        return List.of(new Series(name, style, ink, marks));
    }

    private static StudyTable table(List<Compared> all, CompareSettings settings, double[] budgets) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("run", Kind.TEXT),
                new Column("network", Kind.TEXT),
                new Column("method", Kind.TEXT),
                new Column("evaluated", Kind.TEXT),
                new Column("images", Kind.COUNT),
                new Column("best_error", Kind.SHARE),
                new Column("best_instance", Kind.INSTANCE),
                new Column("full_error", Kind.SHARE)));
        settings.shares().forEach(share -> columns.add(new Column("error_up_to_" + share + "_percent", Kind.SHARE)));
        columns.add(new Column("mean_error_over_common_budgets", Kind.SHARE));
        StudyTable table = new StudyTable(columns.toArray(new Column[0]));
        for (Compared one : all) {
            InstanceScore best = best(one.sweep());
            List<Object> cells = new ArrayList<>(List.of(
                    one.name(),
                    one.network(),
                    one.method(),
                    one.when(),
                    one.sweep().images(),
                    best.top1Error(),
                    best.instance(),
                    full(one.sweep())));
            settings.shares().forEach(share -> cells.add(within(one.sweep(), share / 100.0)));
            cells.add(mean(one, budgets));
            table.add(cells.toArray());
        }
        return table;
    }

    private static List<String> findings(List<Compared> all, double[] budgets) {
        if (all.size() == 1) {
            Compared only = all.get(0);
            InstanceScore best = best(only.sweep());
            return List.of(TEXTS.get(
                    "finding.single",
                    only.name(),
                    percent(best.top1Error()),
                    best.instance().label(),
                    String.format(Locale.ROOT, "%.0f %%", 100 * best.relativeCost())));
        }
        Compared lowest = all.stream()
                .min(Comparator.comparingDouble(one -> best(one.sweep()).top1Error()))
                .orElseThrow();
        Compared steadiest = all.stream()
                .min(Comparator.comparingDouble(one -> mean(one, budgets)))
                .orElseThrow();
        InstanceScore best = best(lowest.sweep());
        String first = TEXTS.get(
                "finding.least",
                lowest.name(),
                percent(best.top1Error()),
                best.instance().label(),
                megaflops(best.flops()));
        String average = percent(mean(steadiest, budgets));
        String second = budgets[1] > budgets[0]
                ? TEXTS.get(
                        "finding.average.range",
                        String.format(Locale.ROOT, "%.1f", budgets[0] / 1e6),
                        megaflops(budgets[1]),
                        steadiest.name(),
                        average)
                : TEXTS.get("finding.average", megaflops(budgets[0]), steadiest.name(), average);
        return List.of(first + " " + second);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String megaflops(double flops) {
        return String.format(Locale.ROOT, "%.1f MFLOPs", flops / 1e6);
    }

    private static InstanceScore best(Sweep sweep) {
        return sweep.byCost().stream()
                .min(Comparator.comparingDouble(InstanceScore::top1Error))
                .orElseThrow();
    }

    private static double full(Sweep sweep) {
        return sweep.scores().stream()
                .filter(score -> score.instance().equals(Instance.FULL))
                .mapToDouble(InstanceScore::top1Error)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The smallest error at no more than a share of the full network's cost; NaN if nothing is that cheap. */
    private static double within(Sweep sweep, double share) {
        return sweep.scores().stream()
                .filter(score -> score.relativeCost() <= share + ROUNDING)
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElse(Double.NaN);
    }

    /** The area under the curve over the budgets that all can serve, divided by their range. */
    private static double mean(Compared one, double[] budgets) {
        return new Ablation.Curve(one.name(), one.sweep()).meanError(budgets[0], budgets[1]);
    }
}
