package dev.sdpoint.app.train;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A part of the recipe that most people leave as it is: closed, with its settings in its title. It opens by itself when something in it
 * is wrong.
 */
final class RecipeSection extends TitledPane {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /**
     * @param fields the fields in it
     * @param summary says its settings in a few words
     */
    RecipeSection(
            RecipeForm form,
            String title,
            Set<RecipeField> fields,
            Function<RecipeEntries, String> summary,
            List<? extends Region> rows) {
        super();
        getStyleClass().add("recipe-section");
        setAnimated(false);
        setExpanded(false);
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label();
        words.getStyleClass().add("section-summary");
        words.textProperty().bind(form.entriesProperty().map(summary));
        words.visibleProperty().bind(expandedProperty().not());
        HBox header = new HBox(8, name, words);
        header.getStyleClass().add("section-header");
        // The arrow and the insets of the title take the rest.
        header.maxWidthProperty().bind(Bindings.max(0, widthProperty().subtract(36)));
        setGraphic(header);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(title);
        VBox content = new VBox();
        content.getStyleClass().add("recipe-rows");
        content.getChildren().setAll(rows);
        setContent(content);
        form.errorsProperty().addListener((value, before, after) -> {
            boolean wrong = within(fields, after);
            pseudoClassStateChanged(INVALID, wrong);
            if (wrong && !within(fields, before)) {
                setExpanded(true);
            }
        });
    }

    private static boolean within(Set<RecipeField> fields, Map<RecipeField, String> errors) {
        Set<RecipeField> wrong = errors.isEmpty() ? Set.of() : EnumSet.copyOf(errors.keySet());
        return wrong.stream().anyMatch(fields::contains);
    }
}
