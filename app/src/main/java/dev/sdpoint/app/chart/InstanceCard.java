package dev.sdpoint.app.chart;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what an instance costs and how often it errs. */
final class InstanceCard extends VBox {
    private final Label name = new Label();
    private final Label cost = new Label();
    private final Label error = new Label();
    private final Label note = new Label();

    InstanceCard() {
        super();
        getStyleClass().add("chart-card");
        name.getStyleClass().add("name");
        getChildren().addAll(name, cost, error, note);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(InstanceScore score, Sweep sweep) {
        name.setText(score.instance().label());
        cost.setText(String.format(
                Locale.ROOT, "%s · %.1f %% of full", CostUnit.flops(score.flops()), 100 * score.relativeCost()));
        error.setText(String.format(
                Locale.ROOT,
                "error %.2f ± %.2f %% on %,d images",
                100 * score.top1Error(),
                100 * sweep.errorMargin(score.top1Error()),
                sweep.images()));
        boolean dominated = sweep.dominated(score);
        note.setText(dominated ? "dominated: another costs no more and errs no more" : "on the cost–error curve");
    }
}
