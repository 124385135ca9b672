package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.BudgetModel.Headline;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Builds the row of figures over the slider: which instance, what it costs, how often it errs, how long it takes. */
final class HeadlinePane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 900;

    private final BudgetModel state;
    private final Figure instance = new Figure("headline-instance", "Instance");
    private final Figure cost = new Figure("headline-cost", "Cost");
    private final Figure error = new Figure("headline-error", "Error");
    private final Figure full = new Figure("headline-full", "Full network’s error");
    private final Figure time = new Figure("headline-time", "Time");

    HeadlinePane(BudgetModel state) {
        this.state = state;
    }

    /** The row. */
    Node build() {
        HBox row = new HBox(16);
        row.getStyleClass().add("headline");
        for (Figure figure : new Figure[] {instance, cost, error, full, time}) {
            VBox box = figure.box;
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(10);
            box.setMinWidth(0);
            row.getChildren().add(box);
        }
        instance.box.setPrefWidth(50);
        row.setAlignment(Pos.TOP_LEFT);
        row.widthProperty()
                .addListener((o, was, is) -> row.pseudoClassStateChanged(NARROW, is.doubleValue() < NARROW_WIDTH));
        Tooltip.install(
                time.box,
                new Tooltip(BudgetUnit.MILLIS.meaning()
                        + ". Here: on this machine. Recorded: where the model was evaluated."));
        String meaning = "Share of the validation images that are classified wrongly, with its 95 % interval";
        Tooltip.install(error.box, new Tooltip(meaning));
        Tooltip.install(full.box, new Tooltip(meaning + "; then the difference of the chosen one in points"));
        Tooltip.install(
                instance.box, new Tooltip("An instance is off the curve if another costs no more and errs no more"));
        state.headlineProperty().addListener((o, was, is) -> show(is));
        show(state.headlineProperty().get());
        return row;
    }

    private void show(Optional<Headline> headline) {
        headline.ifPresent(this::show);
    }

    private void show(Headline now) {
        boolean isFull = now.chosen().equals(now.full());
        instance.show(
                capital(now.chosen().instance().label()),
                now.offered()
                        ? isFull ? "nothing is downsampled" : "the best within the budget"
                        : "off the cost–error curve");
        cost.show(
                BudgetUnit.GFLOPS.amount(now.chosen().flops() / 1e9),
                Figures.share(now.chosen().relativeCost()) + " of full");
        error.show(
                Figures.error(now.chosen().top1Error()),
                Figures.margin(now.margin()) + ", " + Figures.exact(now.images()) + " images");
        double difference = now.chosen().top1Error() - now.full().top1Error();
        full.show(
                Figures.error(now.full().top1Error()),
                Figures.margin(now.fullMargin()) + (isFull ? "" : "; here " + Figures.errorPoints(difference)));
        double millis = now.chosen().millisPerImage();
        boolean measured = Double.isFinite(millis) && millis > 0;
        time.show(
                measured ? Figures.millis(millis) : "not measured",
                measured
                        ? "full network " + Figures.millis(now.full().millisPerImage())
                                + (now.times() == TimesModel.Source.HERE ? ", here" : ", recorded")
                        : "for this model");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A figure with its name above and a remark below. */
    private static final class Figure {
        private final VBox box;
        private final Label value = new Label();
        private final Label remark = new Label();

        Figure(String id, String name) {
            Label title = new Label(name);
            title.getStyleClass().addAll("muted", "small");
            value.setId(id);
            value.getStyleClass().addAll("figure", "headline-value");
            remark.getStyleClass().addAll("muted", "small");
            box = new VBox(0, title, value, remark);
            box.setMinHeight(Region.USE_PREF_SIZE);
        }

        void show(String text, String note) {
            value.setText(text);
            remark.setText(note);
        }
    }
}
