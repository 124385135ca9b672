package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Offers the models that the open one can be compared with. */
final class CompareMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(CompareMenu.class);
    private static final String ID = "gallery-compare";

    private final CompareModel model;
    private final Consumer<OtherModel> chosen;
    private final Runnable file;

    /**
     * @param looked is asked to look anew for models when the menu opens
     * @param chosen gets the model that is chosen
     * @param file asks for the model of a file
     */
    CompareMenu(CompareModel model, Runnable looked, Consumer<OtherModel> chosen, Runnable file) {
        super(TEXTS.get("compare.menu"));
        this.model = model;
        this.chosen = chosen;
        this.file = file;
        setId(ID);
        String hint = TEXTS.get("compare.menu.tip");
        setTooltip(new Tooltip(hint));
        setAccessibleText(hint);
        setMinWidth(USE_PREF_SIZE);
        setOnShowing(event -> looked.run());
        model.choices().addListener((ListChangeListener<OtherModel>) change -> offer());
        model.openNameProperty().subscribe(name -> offer());
    }

    private void offer() {
        List<MenuItem> items = new ArrayList<>();
        for (OtherModel other : model.choices()) {
            boolean open = other instanceof OtherModel.OfSample
                    && other.name().equals(model.openNameProperty().get());
            if (!open) {
                MenuItem item = new MenuItem(other.label());
                item.setMnemonicParsing(false); // names have underscores
                item.setId(ID + "-" + items.size());
                item.setOnAction(event -> chosen.accept(other));
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("compare.menu.no-run"));
            none.setDisable(true);
            items.add(none);
        }
        MenuItem ask = new MenuItem(TEXTS.get("compare.menu.file"));
        ask.setId(ID + "-file");
        ask.setOnAction(event -> file.run());
        items.add(new SeparatorMenuItem());
        items.add(ask);
        getItems().setAll(items);
    }
}
