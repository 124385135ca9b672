package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import java.util.Comparator;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a recipe will cost before a single step: its instances, the mean of an iteration, and the time on this machine. */
final class CostPreview extends VBox {
    private static final Texts TEXTS = Texts.of(CostPreview.class);

    private final Hyperlink measure = new Hyperlink(TEXTS.get("preview.measure"));

    CostPreview(TrainModel model) {
        super();
        getStyleClass().add("recipe-cost");
        setMinHeight(Region.USE_PREF_SIZE);
        RecipeForm form = model.form();
        Label label = new Label(TEXTS.get("preview.title"));
        label.getStyleClass().add("field-label");
        Label figure = new Label();
        figure.setId("recipe-cost");
        figure.getStyleClass().addAll("figure", "strong");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        figure.textProperty()
                .bind(form.factsProperty()
                        .map(f -> f.map(facts -> TEXTS.get("preview.of-plain", percent(facts.expectedCost())))
                                .orElse("")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CostStrip strip = new CostStrip();
        strip.setId("recipe-cost-strip");
        strip.show(form.factsProperty().get());
        form.factsProperty().addListener((value, before, after) -> strip.show(after));
        Label range = new Label();
        range.setId("recipe-cost-range");
        range.getStyleClass().addAll("field-hint", "figure");
        range.textProperty()
                .bind(form.factsProperty().map(f -> f.map(CostPreview::range).orElse("")));
        getChildren().addAll(new HBox(label, space, figure), strip, range, time(model));
    }

    /** Asks for the pace of this recipe to be measured. */
    Hyperlink measure() {
        return measure;
    }

    private HBox time(TrainModel model) {
        Label time = new Label();
        time.setId("recipe-time");
        time.getStyleClass().add("field-hint");
        time.setWrapText(true);
        time.setMinWidth(0);
        time.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.form().recipeProperty().get().isEmpty()
                                ? "" // nothing is known of a recipe that is wrong
                                : RunSentences.duration(
                                        model.estimateProperty().get(),
                                        model.measuringPaceProperty().get()),
                        model.form().recipeProperty(),
                        model.estimateProperty(),
                        model.measuringPaceProperty()));
        HBox.setHgrow(time, Priority.ALWAYS);
        time.setMaxWidth(Double.MAX_VALUE);
        measure.setId("recipe-measure");
        measure.getStyleClass().add("field-hint");
        measure.setMinWidth(Region.USE_PREF_SIZE);
        measure.setTooltip(new Tooltip(TEXTS.get("preview.measure.help")));
        measure.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.form().recipeProperty().get().isPresent()
                                && !model.measuringPaceProperty().get()
                                && !model.statusProperty().get().state().active()
                                && model.estimateProperty()
                                        .get()
                                        .filter(PaceBook.Estimate::measured)
                                        .isEmpty(),
                        model.form().recipeProperty(),
                        model.measuringPaceProperty(),
                        model.statusProperty(),
                        model.estimateProperty()));
        measure.managedProperty().bind(measure.visibleProperty());
        HBox row = new HBox(time, measure);
        row.getStyleClass().add("recipe-time");
        return row;
    }

    private static String range(RecipeFacts facts) {
        InstanceCost least = facts.costs().stream()
                .min(Comparator.comparingLong(InstanceCost::flops))
                .orElseThrow();
        return TEXTS.get(
                "preview.range",
                CostUnit.flops(least.flops()).replaceFirst(" \\D+$", ""),
                CostUnit.flops(facts.fullFlops()),
                percent(least.relativeCost()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
