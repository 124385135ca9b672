package dev.sdpoint.app.study;

import dev.sdpoint.app.figure.ClassRankingFigure;
import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.ClassRanking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which classes pay for a cheap answer? */
public final class ClassRankingQuestion implements Question {
    private static final Texts TEXTS = Texts.of(ClassRankingQuestion.class);

    private final Optional<Instance> instance;
    private final boolean all;

    private ClassRankingQuestion(Optional<Instance> instance, boolean all) {
        this.instance = instance;
        this.all = all;
    }

    /** Under the cheapest instance that is worth offering. */
    public static ClassRankingQuestion ofCheapest() {
        return new ClassRankingQuestion(Optional.empty(), false);
    }

    /** Under one instance, which must be cheaper than the full network. */
    public static ClassRankingQuestion of(Instance instance) {
        return new ClassRankingQuestion(Optional.of(instance), false);
    }

    /** Under every instance that saves something; the figure has the cheapest. */
    public static ClassRankingQuestion ofAll() {
        return new ClassRankingQuestion(Optional.empty(), true);
    }

    @Override
    public StudyResult answer(StudyCase opened) throws Exception {
        List<String> names = opened.data().classNames();
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("instance", Kind.INSTANCE),
                new Column("saved_flops", Kind.FLOPS),
                new Column("class", Kind.TEXT),
                new Column("images", Kind.COUNT),
                new Column("accuracy_full", Kind.SHARE),
                new Column("accuracy", Kind.SHARE),
                new Column("lost", Kind.SHARE),
                new Column("margin95", Kind.SHARE),
                new Column("lost_per_gflop", Kind.NUMBER));
        List<String> findings = new ArrayList<>();
        List<Named<ClassRanking>> panels = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            Evaluator.Result answers = subject.answers();
            List<Instance> chosen = chosen(subject, answers);
            for (Instance one : chosen) {
                ClassRanking ranking =
                        ClassRanking.of(answers.sweep(), answers.outcomes(), opened.images()::label, names.size(), one);
                fill(table, subject.name(), ranking, names);
                if (one.equals(chosen.get(0))) {
                    String prefix = opened.subjects().size() == 1 ? "" : subject.name() + ", ";
                    panels.add(new Named<>(prefix + one.label(), ranking));
                    findings.add(finding(subject.name(), ranking, names));
                }
            }
        }
        return new StudyResult(
                "class-ranking", opened.words(), findings, table, ClassRankingFigure.of(panels, names, opened.words()));
    }

    /** The instances to rank under, the one to draw first. */
    private List<Instance> chosen(Subject subject, Evaluator.Result answers) throws DataException {
        InstanceScore full = answers.sweep().of(Instance.FULL);
        List<Instance> cheaper = answers.sweep().byCost().stream()
                .filter(s -> s.flops() < full.flops())
                .map(InstanceScore::instance)
                .toList();
        if (cheaper.isEmpty()) {
            throw new DataException(TEXTS.get("class-ranking.no-cheaper", subject.name()));
        }
        if (instance.isPresent()) {
            return List.of(instance.get());
        }
        if (!all) {
            return List.of(
                    subject.cheapest(answers.sweep()).instance().equals(Instance.FULL)
                            ? cheaper.get(0)
                            : subject.cheapest(answers.sweep()).instance());
        }
        return cheaper;
    }

    @Override
    public int passes(int side, boolean recorded) {
        return recorded ? 0 : 1;
    }

    private static void fill(StudyTable table, String name, ClassRanking ranking, List<String> classNames) {
        for (ClassRanking.Row row : ranking.rows()) {
            table.add(
                    name,
                    ranking.instance(),
                    ranking.savedFlops(),
                    classNames.get(row.classIndex()),
                    row.images(),
                    row.fullAccuracy(),
                    row.accuracy(),
                    row.lost(),
                    row.margin(),
                    row.lostPerGigaflop());
        }
    }

    private static String finding(String name, ClassRanking ranking, List<String> classNames) {
        ClassRanking.Row most = ranking.rows().get(0);
        ClassRanking.Row least = ranking.rows().get(ranking.rows().size() - 1);
        return TEXTS.get(
                "finding.class-ranking",
                name,
                ranking.instance().label(),
                String.format(Locale.ROOT, "%.1f MFLOPs", ranking.savedFlops() / 1e6),
                classNames.get(most.classIndex()),
                Percent.points(most.lost()),
                classNames.get(least.classIndex()),
                Percent.points(least.lost()));
    }
}
