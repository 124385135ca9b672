package dev.sdpoint.app.runs;

import dev.sdpoint.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Search and what can be done with the selected runs. */
final class RunsToolbar extends HBox {
    private static final Texts TEXTS = Texts.of(RunsToolbar.class);
    private static final double SEARCH_WIDTH = 220;

    private final TextField search = new TextField();

    RunsToolbar(RunsModel model, RunsInteractor interactor, TransferInteractor transfer) {
        super(8);
        getStyleClass().add("runs-toolbar");
        BooleanBinding none = Bindings.isEmpty(model.selected());
        BooleanBinding notOne = Bindings.size(model.selected()).isNotEqualTo(1);
        search.setId("runs-search");
        search.setPromptText(TEXTS.get("search.prompt"));
        search.setAccessibleText(TEXTS.get("search.spoken"));
        search.setTooltip(new Tooltip(TEXTS.get("search.help")));
        search.setPrefWidth(SEARCH_WIDTH);
        search.setMinWidth(100);
        search.textProperty().bindBidirectional(model.searchProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button compare =
                button("runs-compare", TEXTS.get("compare"), Material2MZ.SHOW_CHART, TEXTS.get("compare.help"));
        compare.setOnAction(event -> interactor.compare());
        compare.disableProperty().bind(none);
        Button duplicate = button(
                "runs-duplicate", TEXTS.get("use-recipe"), Material2AL.CONTENT_COPY, TEXTS.get("use-recipe.help"));
        duplicate.setOnAction(event -> interactor.duplicate());
        duplicate.disableProperty().bind(notOne);
        MenuButton export = exports(transfer);
        export.disableProperty().bind(none.or(model.busyProperty()));
        Button taken = button("runs-import", TEXTS.get("import"), Material2AL.FOLDER_OPEN, TEXTS.get("import.help"));
        taken.setOnAction(event -> transfer.importFiles());
        taken.disableProperty()
                .bind(model.busyProperty().or(model.writableProperty().not()));
        Button delete =
                button("runs-delete", TEXTS.get("delete"), Material2AL.DELETE_OUTLINE, TEXTS.get("delete.help"));
        delete.setOnAction(event -> interactor.delete());
        delete.disableProperty().bind(none.or(model.writableProperty().not()));
        Button restore = button("runs-restore", TEXTS.get("restore"), Material2MZ.RESTORE, TEXTS.get("restore.help"));
        restore.setOnAction(event -> interactor.restore());
        restore.disableProperty().bind(none.or(model.writableProperty().not()));
        shownWhen(model.deletedShownProperty().not(), compare, duplicate, export, taken, delete);
        shownWhen(model.deletedShownProperty().and(model.writableProperty()), restore);
        getChildren().addAll(search, space, compare, duplicate, export, taken, delete, restore);
    }

    private static MenuButton exports(TransferInteractor transfer) {
        MenuItem file = new MenuItem(TEXTS.get("export.as-file"));
        file.setId("runs-export-file");
        file.setOnAction(event -> transfer.exportFiles());
        MenuItem board = new MenuItem(TEXTS.get("export.as-tensorboard"));
        board.setId("runs-export-tensorboard");
        board.setOnAction(event -> transfer.exportToTensorBoard());
        MenuItem tables = new MenuItem(TEXTS.get("export.as-tables"));
        tables.setId("runs-export-csv");
        tables.setOnAction(event -> transfer.exportTables());
        MenuButton export =
                new MenuButton(TEXTS.get("export"), new FontIcon(Material2AL.CALL_MADE), file, board, tables);
        export.setId("runs-export");
        export.setTooltip(new Tooltip(TEXTS.get("export.help")));
        export.setMinWidth(Region.USE_PREF_SIZE);
        return export;
    }

    /** Puts the cursor into the search field; Escape there empties it, Enter and Down go on to the list. */
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    /** @param list goes on with the keyboard in the list */
    void leaveTo(Runnable list) {
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.run();
                event.consume();
            }
        });
    }

    private static void shownWhen(BooleanBinding condition, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(condition);
            node.managedProperty().bind(condition);
        }
    }

    private static Button button(String id, String text, Ikon icon, String help) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
