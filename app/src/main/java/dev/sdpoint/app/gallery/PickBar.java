package dev.sdpoint.app.gallery;

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
            count.setText(Figures.count(now.count()) + " selected");
            int unseen = now.hiddenBy(gallery.layoutProperty().get().grouping());
            hidden.setText(unseen == 0 ? "" : Figures.count(unseen) + " of them hidden by the filter");
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
        Button group = new Button("Select group");
        group.setId("gallery-pick-group");
        group.setTooltip(new Tooltip("Select the whole group of the image that is looked at (Ctrl+A)"));
        group.setOnAction(event -> actions.selectGroup());
        Button clear = new Button("Clear");
        clear.setId("gallery-pick-clear");
        clear.setTooltip(new Tooltip("Select none of them any more (Esc)"));
        clear.setOnAction(event -> actions.clear());
        MenuButton export = menus.button(
                "Export selection", "gallery-export-picks", "Write the selected images to files", actions::export);
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
        bar.setAccessibleText("How far the export is");
        bar.setPrefWidth(160);
        Label message = new Label();
        message.setId("gallery-export-message");
        message.getStyleClass().add("muted");
        message.textProperty().bind(exports.messageProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("gallery-export-cancel");
        cancel.setTooltip(new Tooltip("End the export; nothing is left of it"));
        cancel.setOnAction(event -> actions.cancelExport());
        Label title = new Label("Exporting");
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
