package dev.sdpoint.app.chart;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what an instance or a published network costs and how often it errs. */
final class SpotCard extends VBox {
    private static final Texts TEXTS = Texts.of(SpotCard.class);

    private final Label name = new Label();
    private final Label cost = new Label();
    private final Label error = new Label();
    private final Label note = new Label();

    SpotCard() {
        super();
        getStyleClass().add("chart-card");
        name.getStyleClass().add("name");
        getChildren().addAll(name, cost, error, note);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /**
     * Describes what is pointed at.
     *
     * @param front the evaluation whose instances can be selected; others are named
     */
    void show(ChartSpot spot, Optional<PlottedSweep> front) {
        if (spot instanceof ChartSpot.OfInstance of) {
            show(of, front.isPresent() && front.get().equals(of.plotted()));
        } else if (spot instanceof ChartSpot.OfLiterature of) {
            LiteraturePoint point = of.point();
            name.setText(point.label());
            cost.setText(String.format(
                    Locale.ROOT, "%s %s", plain(point.cost()), point.unit().word()));
            error.setText(TEXTS.get("card.error", plain(point.errorPercent()) + " %"));
            note.setText(TEXTS.get("card.published"));
        }
    }

    private void show(ChartSpot.OfInstance of, boolean front) {
        InstanceScore score = of.spot().score();
        name.setText(score.instance().label());
        cost.setText(TEXTS.get(
                Double.isFinite(score.millisPerImage()) ? "card.cost.time" : "card.cost",
                CostUnit.flops(score.flops()),
                String.format(Locale.ROOT, "%.1f %%", 100 * score.relativeCost()),
                String.format(Locale.ROOT, "%.3f ms", score.millisPerImage())));
        error.setText(TEXTS.get(
                "card.error.images",
                String.format(
                        Locale.ROOT,
                        "%.2f ± %.2f %%",
                        of.spot().error(),
                        of.spot().margin()),
                of.plotted().sweep().images()));
        String standing = TEXTS.get(of.spot().dominated() ? "card.dominated" : "card.on-curve");
        note.setText(front ? standing : of.plotted().label());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
