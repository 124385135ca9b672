package dev.sdpoint.app.analysis;

import dev.sdpoint.app.theme.Named;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** Lists to choose from that show what the model has chosen, also when what there is to choose from has changed. */
final class Choice {
    private Choice() {}

    /**
     * A box over a list and a choice of a model.
     *
     * @param name what an entry of the list says
     */
    static <T> ComboBox<T> box(ObservableList<T> all, Property<T> chosen, Function<T, String> name) {
        return box(all, chosen, entry -> entry, entry -> entry, name);
    }

    /**
     * A box over a list and a choice of a model that is no entry of the list, but stands for one.
     *
     * @param choice of an entry
     * @param entry of a choice; null for none
     * @param name what an entry of the list says
     */
    static <T, C> ComboBox<T> box(
            ObservableList<T> all,
            Property<C> chosen,
            Function<T, C> choice,
            Function<C, @Nullable T> entry,
            Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>(all);
        box.setConverter(Named.by(name));
        box.valueProperty().addListener((property, before, after) -> {
            if (after != null) {
                chosen.setValue(choice.apply(after));
            }
        });
        chosen.subscribe(now -> box.setValue(entry.apply(now)));
        // The box has heard of the new list before, and has forgotten its choice.
        all.addListener((ListChangeListener<T>) change -> box.setValue(entry.apply(chosen.getValue())));
        return box;
    }
}
