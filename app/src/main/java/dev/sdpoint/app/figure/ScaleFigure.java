package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.ScaleSensitivity;
import java.util.ArrayList;
import java.util.List;

/** How much answers change with the size of what is seen: over the cost of instances, and errors over sizes. */
public final class ScaleFigure {
    private static final Texts TEXTS = Texts.of(ScaleFigure.class);

    private ScaleFigure() {}

    /** What was measured, with the costs of its instances in the same order. */
    public record Costed(ScaleSensitivity scale, List<InstanceCost> costs) {}

    /** @param subtitle on what data */
    public static Figure of(List<Named<Costed>> models, String subtitle) {
        List<Series> similarity = new ArrayList<>();
        List<Series> errors = new ArrayList<>();
        boolean one = models.size() == 1;
        for (int i = 0; i < models.size(); i++) {
            Costed found = models.get(i).value();
            similarity.add(new Series(
                    one ? "" : models.get(i).name(),
                    Series.Style.POINTS,
                    one ? Ink.COST : Ink.series(i),
                    similarities(found)));
            int cheapest = cheapest(found);
            int full = full(found);
            if (one && cheapest != full) {
                errors.add(errors(
                        found, cheapest, found.costs().get(cheapest).instance().label(), Ink.VERMILION));
            }
            errors.add(errors(
                    found, full, one ? Instance.FULL.label() : models.get(i).name(), Ink.series(i)));
        }
        return new Figure(
                TEXTS.get("scale.title"),
                subtitle,
                List.of(
                        new Panel.Lines(
                                TEXTS.get("scale.similarity"),
                                CurveSeries.cost(),
                                Axis.linear(TEXTS.get("scale.axis.similarity")),
                                similarity),
                        new Panel.Lines(
                                TEXTS.get(one ? "scale.errors" : "scale.errors-of-full"),
                                Axis.linear(TEXTS.get("scale.axis.side")),
                                CurveSeries.top1(),
                                errors)),
                TEXTS.get("scale.note"));
    }

    private static int cheapest(Costed found) {
        int best = 0;
        for (int i = 1; i < found.costs().size(); i++) {
            best = found.costs().get(i).flops() < found.costs().get(best).flops() ? i : best;
        }
        return best;
    }

    /** Position of full resolution; where it was not measured, the cheapest takes its place. */
    private static int full(Costed found) {
        for (int i = 0; i < found.costs().size(); i++) {
            if (found.costs().get(i).instance().equals(Instance.FULL)) {
                return i;
            }
        }
        return cheapest(found);
    }

    private static List<Series.Mark> similarities(Costed found) {
        List<Series.Mark> marks = new ArrayList<>();
        for (int i = 0; i < found.costs().size(); i++) {
            InstanceCost cost = found.costs().get(i);
            double value = found.scale().scores().get(i).similarity();
            marks.add(new Series.Mark(cost.flops() / 1e9, value, 0, cost.relativeCost(), "").of(cost.instance()));
        }
        return marks;
    }

    private static Series errors(Costed found, int instance, String name, Ink ink) {
        List<Series.Mark> marks = new ArrayList<>();
        List<Double> errors = found.scale().scores().get(instance).top1Errors();
        for (int s = 0; s < errors.size(); s++) {
            marks.add(Series.Mark.of(found.scale().sizes().get(s), 100 * errors.get(s)));
        }
        return new Series(name, Series.Style.LINE_AND_POINTS, ink, marks);
    }
}
