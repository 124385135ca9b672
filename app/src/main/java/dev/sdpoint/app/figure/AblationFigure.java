package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.study.Ablation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Curves of fewer points and ratios: within the first model, and of several models side by side. */
public final class AblationFigure {
    private static final Texts TEXTS = Texts.of(AblationFigure.class);

    private AblationFigure() {}

    /**
     * @param within the curves of the first model's smaller spaces
     * @param models the curve of each model; a single one is not drawn again
     * @param subtitle on what data
     */
    public static Figure of(List<Ablation.Curve> within, List<Ablation.Curve> models, String subtitle) {
        List<Panel> panels = new ArrayList<>();
        Ablation.Curve all = within.get(0);
        for (int i = 1; i < within.size(); i++) {
            List<Series> series = new ArrayList<>(CurveSeries.of(all.name(), all.sweep(), Ink.GREY));
            series.addAll(CurveSeries.of(within.get(i).name(), within.get(i).sweep(), Ink.series(i)));
            panels.add(new Panel.Lines(capital(within.get(i).name()), CurveSeries.cost(), CurveSeries.top1(), series));
        }
        if (models.size() > 1 || panels.isEmpty()) {
            List<Series> series = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                series.addAll(
                        CurveSeries.of(models.get(i).name(), models.get(i).sweep(), Ink.series(i + within.size())));
            }
            panels.add(new Panel.Lines(TEXTS.get("ablation.models"), CurveSeries.cost(), CurveSeries.top1(), series));
        }
        String note =
                models.size() > 1 ? TEXTS.get("ablation.note-of", models.get(0).name()) : TEXTS.get("ablation.note");
        return new Figure(TEXTS.get("ablation.title"), subtitle, panels, note);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
