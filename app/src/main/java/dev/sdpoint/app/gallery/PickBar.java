package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be done with the images that are selected together, and how far an export is. Takes no room while there is neither. */
final class PickBar extends VBox {
    private static final Texts TEXTS = Texts.of(PickBar.class);

    private final Label count = new Label();
    private final Label hidden = new Label();

    PickBar(GalleryModel gallery, PickModel picks, ExportModel exports, ExportMenus menus, Actions actions) {
        setId("gallery-picks");
        getStyleClass().add("pick-bar");
        HBox chosen = chosen(menus, actions);
        HBox writing = writing(exports, actions);
        getChildren().addAll(chosen, writing);
        Runnable refresh = () -> {
            Picks now = picks.picksProperty().get();
            show(chosen, !now.isEmpty());
            count.setText(TEXTS.get("picks.count", now.count()));
            int unseen = now.hiddenBy(gallery.layoutProperty().get().grouping());
            hidden.setText(unseen == 0 ? "" : TEXTS.get("picks.hidden", unseen));
        };
        picks.picksProperty().subscribe(refresh);
        gallery.layoutProperty().subscribe(refresh);
        exports.runningProperty().subscribe(running -> show(writing, running));
        refresh.run();
        visibleProperty().bind(chosen.visibleProperty().or(writing.visibleProperty()));
        managedProperty().bind(visibleProperty());
    }

    /** What the bar asks for. */
    interface Actions {
        void export(ExportFormat format);

        void selectGroup();

        void clear();

        void cancelExport();
    }

    private HBox chosen(ExportMenus menus, Actions actions) {
        count.setId("gallery-picked");
        count.getStyleClass().add("section");
        count.setMinWidth(USE_PREF_SIZE);
        count.setAccessibleRole(AccessibleRole.TEXT);
        hidden.getStyleClass().add("muted");
        hidden.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button group = new Button(TEXTS.get("picks.group"));
        group.setId("gallery-pick-group");
        group.setTooltip(new Tooltip(TEXTS.get("picks.group.tip")));
        group.setOnAction(event -> actions.selectGroup());
        Button clear = new Button(TEXTS.get("picks.clear"));
        clear.setId("gallery-pick-clear");
        clear.setTooltip(new Tooltip(TEXTS.get("picks.clear.tip")));
        clear.setOnAction(event -> actions.clear());
        MenuButton export = menus.button(
                TEXTS.get("picks.export"), "gallery-export-picks", TEXTS.get("picks.export.tip"), actions::export);
        for (Region control : new Region[] {group, clear, export}) {
            control.setMinWidth(USE_PREF_SIZE);
        }
        HBox row = new HBox(8, count, hidden, gap, group, clear, export);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox writing(ExportModel exports, Actions actions) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(exports.progressProperty());
        bar.setAccessibleText(TEXTS.get("export.progress.spoken"));
        bar.setPrefWidth(160);
        Label message = new Label();
        message.setId("gallery-export-message");
        message.getStyleClass().add("muted");
        message.textProperty().bind(exports.messageProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button(TEXTS.get("export.cancel"));
        cancel.setId("gallery-export-cancel");
        cancel.setTooltip(new Tooltip(TEXTS.get("export.cancel.tip")));
        cancel.setOnAction(event -> actions.cancelExport());
        Label title = new Label(TEXTS.get("export.running"));
        title.getStyleClass().add("section");
        HBox row = new HBox(8, title, bar, message, gap, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void show(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }
}
