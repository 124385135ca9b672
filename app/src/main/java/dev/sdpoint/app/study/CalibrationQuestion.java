package dev.sdpoint.app.study;

import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.figure.ReliabilityFigure;
import dev.sdpoint.app.figure.ReliabilityFigure.Costed;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.Confidences;
import dev.sdpoint.engine.study.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Are instances as often right as they are sure? */
public final class CalibrationQuestion implements Question {
    private static final Texts TEXTS = Texts.of(CalibrationQuestion.class);

    private final boolean bins;

    /** @param bins whether the table lists the bins of every instance instead of one row an instance */
    public CalibrationQuestion(boolean bins) {
        this.bins = bins;
    }

    @Override
    public StudyResult answer(StudyCase opened) throws Exception {
        StudyTable table = bins ? binTable() : errorTable();
        List<String> findings = new ArrayList<>();
        List<Named<List<Costed>>> models = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            List<Costed> found = found(subject);
            models.add(new Named<>(subject.name(), found));
            for (Costed one : found) {
                if (bins) {
                    fillBins(table, subject.name(), one);
                } else {
                    fill(table, subject.name(), one);
                }
            }
            findings.add(finding(subject.name(), found));
        }
        return new StudyResult(
                "calibration", opened.words(), findings, table, ReliabilityFigure.of(models, opened.words()));
    }

    @Override
    public int passes(int side, boolean recorded) {
        return 1;
    }

    private static List<Costed> found(Subject subject) throws InterruptedException {
        List<InstanceCost> costs = subject.costs();
        Confidences confidences = subject.confidences(subject.model().space().instances());
        List<Costed> found = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            found.add(new Costed(Reliability.of(confidences, i, Reliability.BINS), costs.get(i)));
        }
        found.sort(Comparator.comparingLong(c -> c.cost().flops()));
        return found;
    }

    private static StudyTable errorTable() {
        return new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("calibration_error", Kind.SHARE),
                new Column("overconfidence", Kind.SHARE));
    }

    private static void fill(StudyTable table, String name, Costed one) {
        table.add(
                name,
                one.cost().instance(),
                one.cost().flops(),
                one.cost().relativeCost(),
                one.reliability().error(),
                one.reliability().overconfidence());
    }

    private static StudyTable binTable() {
        return new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("above", Kind.NUMBER),
                new Column("up_to", Kind.NUMBER),
                new Column("images", Kind.COUNT),
                new Column("confidence", Kind.SHARE),
                new Column("accuracy", Kind.SHARE));
    }

    private static void fillBins(StudyTable table, String name, Costed one) {
        for (Reliability.Bin bin : one.reliability().bins()) {
            table.add(
                    name,
                    one.cost().instance(),
                    bin.lower(),
                    bin.upper(),
                    bin.images(),
                    bin.confidence(),
                    bin.accuracy());
        }
    }

    private static String finding(String name, List<Costed> found) {
        Costed worst = found.stream()
                .max(Comparator.comparingDouble(c -> c.reliability().error()))
                .orElseThrow();
        Costed full = found.stream()
                .filter(c -> c.cost().instance().equals(Instance.FULL))
                .findFirst()
                .orElseThrow();
        return TEXTS.get(
                "finding.calibration",
                name,
                Percent.of(full.reliability().error(), 2),
                String.format(Locale.ROOT, "%+.2f", 100 * full.reliability().overconfidence()),
                Percent.of(worst.reliability().error(), 2),
                worst.cost().instance().label());
    }
}
