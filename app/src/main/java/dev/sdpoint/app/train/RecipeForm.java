package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What stands in the form, what is wrong with it, and the recipe if nothing is. JavaFX thread only. */
final class RecipeForm {
    private final Map<RecipeField, StringProperty> texts = new EnumMap<>(RecipeField.class);
    private final ObjectProperty<RecipeEntries> entries;
    private final ObjectProperty<Optional<ParentRun>> parent = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Map<RecipeField, String>> errors = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<RecipeField, String>> unused = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Recipe>> recipe = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RecipeFacts>> facts = new SimpleObjectProperty<>(Optional.empty());
    private boolean loading;

    /** A form with a recipe in it. */
    RecipeForm(RecipeEntries initial) {
        entries = new SimpleObjectProperty<>(initial);
        for (RecipeField field : RecipeField.values()) {
            StringProperty text = new SimpleStringProperty(initial.text(field));
            text.addListener((value, before, after) -> collect());
            texts.put(field, text);
        }
    }

    /** The text of a field. */
    StringProperty text(RecipeField field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalStateException("no text for " + field);
        }
        return text;
    }

    /** Everything in the form; changes once per change, also when a preset is loaded. */
    ObjectProperty<RecipeEntries> entriesProperty() {
        return entries;
    }

    /** The run whose checkpoint the recipe begins from; empty for new weights. */
    ObjectProperty<Optional<ParentRun>> parentProperty() {
        return parent;
    }

    /** A sentence for every field that is wrong. */
    ObjectProperty<Map<RecipeField, String>> errorsProperty() {
        return errors;
    }

    /** A sentence for every field that changes nothing beside the others. */
    ObjectProperty<Map<RecipeField, String>> unusedProperty() {
        return unused;
    }

    /** The recipe; empty while a field is wrong or no data set is open. */
    ObjectProperty<Optional<Recipe>> recipeProperty() {
        return recipe;
    }

    /** What follows from the recipe; that of the last right one while it is being counted. */
    ObjectProperty<Optional<RecipeFacts>> factsProperty() {
        return facts;
    }

    /** Fills every field, for a run that begins with new weights. */
    void load(RecipeEntries other) {
        parent.set(Optional.empty());
        fill(other);
    }

    /** Fills every field, for a run that begins from the checkpoint of another. */
    void load(RecipeEntries other, Optional<ParentRun> from) {
        parent.set(from);
        fill(other);
    }

    private void fill(RecipeEntries other) {
        loading = true;
        texts.forEach((field, text) -> text.set(other.text(field)));
        loading = false;
        collect();
    }

    private void collect() {
        if (loading) {
            return;
        }
        Map<RecipeField, String> now = new EnumMap<>(RecipeField.class);
        texts.forEach((field, text) -> now.put(field, text.get() == null ? "" : text.get()));
        entries.set(new RecipeEntries(now));
    }
}
