package dev.sdpoint.app.cli;

import dev.sdpoint.app.figure.AblationFigure;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.study.Ablation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code sdpoint study ablation}: what do fewer points or ratios cost? */
@Command(
        name = "ablation",
        description =
                "Compare the curve of all instances with those of every other point and of one ratio, and, given several "
                        + "models, their curves side by side.")
final class AblationCommand extends Study {
    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("curve", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("top1_error", Kind.SHARE),
                new Column("dominated", Kind.TEXT));
        List<String> findings = new ArrayList<>();
        List<Ablation.Curve> models = new ArrayList<>();
        List<List<Ablation.Curve>> within = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            List<Ablation.Curve> curves = Ablation.within(subject.answers().sweep());
            within.add(curves);
            models.add(new Ablation.Curve(subject.name(), curves.get(0).sweep()));
            curves.forEach(curve -> fill(table, subject.name(), curve));
            findings.add(finding(subject.name(), curves));
        }
        if (models.size() > 1) {
            findings.add(finding("models", models));
        }
        return new StudyResult(
                "ablation", opened.words(), findings, table, AblationFigure.of(within.get(0), models, opened.words()));
    }

    private static void fill(StudyTable table, String name, Ablation.Curve curve) {
        for (InstanceScore score : curve.sweep().byCost()) {
            table.add(
                    name,
                    curve.name(),
                    score.instance(),
                    score.flops(),
                    score.relativeCost(),
                    score.top1Error(),
                    curve.sweep().dominated(score) ? "true" : "false");
        }
    }

    private static String finding(String name, List<Ablation.Curve> curves) {
        double[] budgets = Ablation.commonBudgets(curves);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, mean error over budgets from %.1f to %.1f MFLOPs:",
                name,
                budgets[0] / 1e6,
                budgets[1] / 1e6));
        for (int i = 0; i < curves.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %s %.2f %%",
                    i == 0 ? "" : ",",
                    curves.get(i).name(),
                    100 * curves.get(i).meanError(budgets[0], budgets[1])));
        }
        return text.append('.').toString();
    }
}
