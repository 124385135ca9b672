package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.study.MinimumCostGroups;
import java.util.List;
import java.util.Locale;

/** Images by the cheapest instance that gets them right, a panel per grouping. */
public final class MinimumCostFigure {
    private static final Texts TEXTS = Texts.of(MinimumCostFigure.class);

    private MinimumCostFigure() {}

    /**
     * @param groups under a name each
     * @param subtitle on what data
     */
    public static Figure of(List<Named<MinimumCostGroups>> groups, String subtitle) {
        return new Figure(
                TEXTS.get("minimum-cost.title"),
                subtitle,
                groups.stream().map(MinimumCostFigure::panel).toList(),
                TEXTS.get("minimum-cost.note"));
    }

    private static Panel panel(Named<MinimumCostGroups> named) {
        MinimumCostGroups groups = named.value();
        return new Panel.Bars(
                named.name(),
                Axis.percent(TEXTS.get("minimum-cost.axis")),
                groups.groups().stream().map(g -> bar(g, groups.images())).toList(),
                TEXTS.get("minimum-cost.wrong-again"));
    }

    private static Panel.Bar bar(MinimumCostGroups.Group group, int images) {
        String text = String.format(Locale.ROOT, "%.1f %% (%,d)", 100 * group.share(), group.images());
        double percent = 100 * group.share();
        return group.score()
                .map(s -> Panel.Bar.ofCost(
                        s.instance().label(), percent, 100.0 * group.nonMonotone() / images, text, s.relativeCost()))
                .orElseGet(() -> Panel.Bar.of(TEXTS.get("minimum-cost.never"), percent, text, Ink.GREY));
    }
}
