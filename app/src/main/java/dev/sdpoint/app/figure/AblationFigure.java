package dev.sdpoint.app.figure;

import dev.sdpoint.engine.study.Ablation;
import java.util.ArrayList;
import java.util.List;

/** Curves of fewer points and ratios: within the first model, and of several models side by side. */
public final class AblationFigure {
    private AblationFigure() {}

    /**
     * @param within the curves of the first model's smaller spaces
     * @param models the curve of each model; a single one is not drawn again
     * @param subtitle on what data
     */
    public static Figure of(List<Ablation.Curve> within, List<Ablation.Curve> models, String subtitle) {
        List<Panel> panels = new ArrayList<>();
        boolean several = models.size() > 1;
        panels.add(panel(several ? "Instances left out of " + models.get(0).name() : "", within));
        if (several) {
            panels.add(panel("Trained with other points and ratios", models));
        }
        return new Figure(
                "Fewer points, fewer ratios",
                subtitle,
                panels,
                "Lines join instances that no other beats; pale marks are the others; bars are 95 % intervals.");
    }

    private static Panel panel(String heading, List<Ablation.Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            series.addAll(CurveSeries.of(curves.get(i).name(), curves.get(i).sweep(), Ink.series(i)));
        }
        return new Panel.Lines(heading, CurveSeries.COST, CurveSeries.TOP1, series);
    }
}
