package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.BudgetModel.Headline;
import dev.sdpoint.app.text.Texts;
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
    private static final Texts TEXTS = Texts.of(HeadlinePane.class);
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 900;

    private final BudgetModel state;
    private final Figure instance = new Figure("headline-instance", TEXTS.get("headline.instance"));
    private final Figure cost = new Figure("headline-cost", TEXTS.get("headline.cost"));
    private final Figure error = new Figure("headline-error", TEXTS.get("headline.error"));
    private final Figure full = new Figure("headline-full", TEXTS.get("headline.full"));
    private final Figure time = new Figure("headline-time", TEXTS.get("headline.time"));

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
        Tooltip.install(time.box, new Tooltip(TEXTS.get("headline.time.hint", BudgetUnit.MILLIS.meaning())));
        Tooltip.install(error.box, new Tooltip(TEXTS.get("headline.error.hint")));
        Tooltip.install(full.box, new Tooltip(TEXTS.get("headline.full.hint")));
        Tooltip.install(instance.box, new Tooltip(TEXTS.get("headline.instance.hint")));
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
                TEXTS.get(
                        now.offered()
                                ? isFull ? "headline.instance.full" : "headline.instance.best"
                                : "headline.instance.off"));
        cost.show(
                BudgetUnit.GFLOPS.amount(now.chosen().flops() / 1e9),
                TEXTS.get("common.of-full", Figures.share(now.chosen().relativeCost())));
        error.show(
                Figures.error(now.chosen().top1Error()),
                TEXTS.get("headline.error.remark", Figures.margin(now.margin()), Figures.exact(now.images())));
        double difference = now.chosen().top1Error() - now.full().top1Error();
        full.show(
                Figures.error(now.full().top1Error()),
                isFull
                        ? Figures.margin(now.fullMargin())
                        : TEXTS.get(
                                "headline.full.remark",
                                Figures.margin(now.fullMargin()),
                                Figures.errorPoints(difference)));
        double millis = now.chosen().millisPerImage();
        boolean measured = Double.isFinite(millis) && millis > 0;
        if (measured) {
            time.show(
                    Figures.millis(millis),
                    TEXTS.get(
                            now.times() == TimesModel.Source.HERE ? "headline.time.here" : "headline.time.recorded",
                            Figures.millis(now.full().millisPerImage())));
        } else {
            time.show(TEXTS.get("headline.time.none"), TEXTS.get("headline.time.none.remark"));
        }
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
