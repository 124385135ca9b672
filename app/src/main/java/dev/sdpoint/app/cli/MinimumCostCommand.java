package dev.sdpoint.app.cli;

import dev.sdpoint.app.figure.MinimumCostFigure;
import dev.sdpoint.app.figure.Named;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.study.MinimumCostGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code sdpoint study minimum-cost}: what does each image need? */
@Command(
        name = "minimum-cost",
        description =
                "Group images by the cheapest instance that gets them right, top-1 and top-5, and count those that are "
                        + "wrong again at a higher cost.")
final class MinimumCostCommand extends Study {
    private static final int[] TOPS = {1, 5};

    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        StudyTable table = new StudyTable(
                new Column("model", Kind.TEXT),
                new Column("top", Kind.COUNT),
                new Column("instance", Kind.INSTANCE),
                new Column("flops", Kind.FLOPS),
                new Column("relative_cost", Kind.SHARE),
                new Column("images", Kind.COUNT),
                new Column("share", Kind.SHARE),
                new Column("non_monotone", Kind.COUNT),
                new Column("solved_so_far", Kind.SHARE));
        List<String> findings = new ArrayList<>();
        List<Named<MinimumCostGroups>> panels = new ArrayList<>();
        for (Subject subject : opened.subjects()) {
            Evaluator.Result answers = subject.answers();
            for (int top : TOPS) {
                MinimumCostGroups groups =
                        MinimumCostGroups.of(new MinimumCost(answers.sweep(), answers.outcomes(), top));
                fill(table, subject.name(), top, groups);
                findings.add(finding(subject.name(), top, groups));
                if (opened.subjects().size() == 1) {
                    panels.add(new Named<>("Right at top-" + top, groups));
                } else if (top == 1) {
                    panels.add(new Named<>(subject.name() + ", right at top-1", groups));
                }
            }
        }
        return new StudyResult(
                "minimum-cost", opened.words(), findings, table, MinimumCostFigure.of(panels, opened.words()));
    }

    private static void fill(StudyTable table, String name, int top, MinimumCostGroups groups) {
        for (MinimumCostGroups.Group group : groups.groups()) {
            group.score()
                    .ifPresentOrElse(
                            score -> table.add(
                                    name,
                                    top,
                                    score.instance(),
                                    score.flops(),
                                    score.relativeCost(),
                                    group.images(),
                                    group.share(),
                                    group.nonMonotone(),
                                    group.solved()),
                            () -> table.add(
                                    name, top, "never", "", "", group.images(), group.share(), 0, group.solved()));
        }
    }

    private static String finding(String name, int top, MinimumCostGroups groups) {
        MinimumCostGroups.Group cheapest = groups.groups().get(0);
        MinimumCostGroups.Group never = groups.groups().get(groups.groups().size() - 1);
        return String.format(
                Locale.ROOT,
                "%s, top-%d: the cheapest instance gets %.2f %% right, no instance %.2f %%; %.2f %% are right at some cost and"
                        + " wrong at a higher one.",
                name,
                top,
                100 * cheapest.share(),
                100 * never.share(),
                100 * groups.nonMonotoneShare());
    }
}
