package dev.sdpoint.app.chart;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what an instance or a published network costs and how often it errs. */
final class SpotCard extends VBox {
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
            error.setText(String.format(Locale.ROOT, "error %s %%", plain(point.errorPercent())));
            note.setText("published elsewhere");
        }
    }

    private void show(ChartSpot.OfInstance of, boolean front) {
        InstanceScore score = of.spot().score();
        name.setText(score.instance().label());
        String time = Double.isFinite(score.millisPerImage())
                ? String.format(Locale.ROOT, " · %.3f ms", score.millisPerImage())
                : "";
        cost.setText(String.format(
                Locale.ROOT,
                "%s · %.1f %% of full%s",
                CostUnit.flops(score.flops()),
                100 * score.relativeCost(),
                time));
        error.setText(String.format(
                Locale.ROOT,
                "error %.2f ± %.2f %% on %,d images",
                of.spot().error(),
                of.spot().margin(),
                of.plotted().sweep().images()));
        String standing =
                of.spot().dominated() ? "dominated: another costs no more and errs no more" : "on the cost–error curve";
        note.setText(front ? standing : of.plotted().label());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
