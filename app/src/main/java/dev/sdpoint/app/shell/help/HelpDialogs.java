package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.theme.Dialogs;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;

/** The windows of the Help menu; all leave the main window usable. JavaFX thread only. */
final class HelpDialogs {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 560;

    private HelpDialogs() {}

    /** Lists keys. */
    static void shortcuts(List<Shortcut> shortcuts) {
        GridPane grid = grid();
        for (Shortcut shortcut : shortcuts) {
            Label keys = new Label(shortcut.keys());
            keys.getStyleClass().add("kbd");
            grid.addRow(grid.getRowCount(), keys, new Label(shortcut.deed()));
        }
        grid.setPadding(new Insets(16));
        show(dialog("help-keys-dialog", "Keyboard shortcuts", grid, 420, Region.USE_COMPUTED_SIZE));
    }

    /**
     * Shows the end of the log.
     *
     * @param file where the log is, for people
     * @param copy takes the shown text
     * @param diagnostics copies these instead
     */
    static void log(String file, List<String> lines, Consumer<String> copy, Runnable diagnostics) {
        String text = String.join("\n", lines);
        TextArea area = text("log-text", text.isEmpty() ? "Nothing has been logged yet: nothing failed." : text);
        Label where = wrapped("The last lines of " + file + ". Older ones are in the files beside it.");
        VBox content = new VBox(8, where, area);
        content.setPadding(new Insets(16));
        VBox.setVgrow(area, Priority.ALWAYS);
        Dialog<ButtonType> dialog = dialog("log-dialog", "Log", content, WIDTH, HEIGHT);
        ButtonType copyAll = new ButtonType("Copy", ButtonData.LEFT);
        ButtonType copyDiagnostics = new ButtonType("Copy diagnostics", ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().addAll(copyAll, copyDiagnostics);
        stays(dialog, copyAll, () -> copy.accept(text));
        stays(dialog, copyDiagnostics, diagnostics);
        show(dialog);
        area.positionCaret(area.getLength());
    }

    /** Tells version, machine, licence, and what others made. */
    static void about(About about) {
        Diagnostics facts = about.facts();
        Label name = new Label(facts.program());
        name.getStyleClass().add("title-3");
        Label purpose = wrapped("Train, feel and understand convolutional networks whose cost can be turned up and"
                + " down, by the method SDPoint of Kuen et al. (CVPR 2018, arXiv 1801.09335).");
        GridPane grid = grid();
        fact(grid, "Computes on", facts.computesOn());
        fact(grid, "Java", facts.java());
        fact(grid, "System", facts.system());
        fact(grid, "Processor", facts.processor());
        TabPane tabs = new TabPane(
                tab("Libraries (" + about.libraries().size() + ")", libraries(about.libraries())),
                tab("Notices", text("about-notices", about.notices())),
                tab("Licence", text("about-licence", about.licence())));
        tabs.setId("about-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox content = new VBox(
                12,
                name,
                purpose,
                grid,
                wrapped("Free software under the Apache License 2.0. It asks nothing of the network but the data that"
                        + " you download."),
                tabs);
        content.setPadding(new Insets(16));
        show(dialog("about-dialog", "About SDPoint Explorer", content, WIDTH, 640));
    }

    private static Node libraries(List<Library> libraries) {
        TableView<Library> table = new TableView<>();
        table.setId("about-libraries");
        table.setAccessibleText("Libraries that are part of the program, with version and licence");
        table.getColumns().add(column("Library", 330, Library::name));
        table.getColumns().add(column("Version", 100, Library::version));
        table.getColumns().add(column("Licence", 300, library -> String.join(" or ", library.licences())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getItems().setAll(libraries);
        return table;
    }

    private static TableColumn<Library, String> column(String title, double width, Function<Library, String> text) {
        TableColumn<Library, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static void fact(GridPane grid, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        Label text = new Label(value);
        text.setWrapText(true);
        grid.addRow(grid.getRowCount(), label, text);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        return grid;
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private static TextArea text(String id, String text) {
        TextArea area = new TextArea(text);
        area.setId(id);
        area.setEditable(false);
        area.setStyle("-fx-font-family: monospace; -fx-font-size: 12px;");
        return area;
    }

    private static Dialog<ButtonType> dialog(String id, String title, Node content, double width, double height) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(title);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.getDialogPane().setId(id);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefSize(width, height);
        dialog.getDialogPane().setMaxWidth(Double.MAX_VALUE); // the theme's would be 600
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        return dialog;
    }

    private static void show(Dialog<?> dialog) {
        Dialogs.dress(dialog);
        dialog.show();
    }

    /** A button that does something and leaves the dialog open. */
    private static void stays(Dialog<?> dialog, ButtonType type, Runnable run) {
        dialog.getDialogPane().lookupButton(type).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            run.run();
            event.consume();
        });
    }
}
