package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.text.Texts;
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
    private static final Texts TEXTS = Texts.of(HelpDialogs.class);
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
        show(dialog("help-keys-dialog", TEXTS.get("keys.title"), grid, 420, Region.USE_COMPUTED_SIZE));
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
        TextArea area = text("log-text", text.isEmpty() ? TEXTS.get("log.none") : text);
        Label where = wrapped(TEXTS.get("log.where", file));
        VBox content = new VBox(8, where, area);
        content.setPadding(new Insets(16));
        VBox.setVgrow(area, Priority.ALWAYS);
        Dialog<ButtonType> dialog = dialog("log-dialog", TEXTS.get("log.title"), content, WIDTH, HEIGHT);
        ButtonType copyAll = new ButtonType(TEXTS.get("log.copy"), ButtonData.LEFT);
        ButtonType copyDiagnostics = new ButtonType(TEXTS.get("log.copy-diagnostics"), ButtonData.LEFT);
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
        Label purpose = wrapped(TEXTS.get("about.purpose"));
        GridPane grid = grid();
        fact(grid, TEXTS.get("fact.computes-on"), facts.computesOn());
        fact(grid, TEXTS.get("fact.java"), facts.java());
        fact(grid, TEXTS.get("fact.system"), facts.system());
        fact(grid, TEXTS.get("fact.processor"), facts.processor());
        TabPane tabs = new TabPane(
                tab(TEXTS.get("about.libraries", about.libraries().size()), libraries(about.libraries())),
                tab(TEXTS.get("about.notices"), text("about-notices", about.notices())),
                tab(TEXTS.get("about.licence"), text("about-licence", about.licence())));
        tabs.setId("about-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox content = new VBox(12, name, purpose, grid, wrapped(TEXTS.get("about.terms")), tabs);
        content.setPadding(new Insets(16));
        show(dialog("about-dialog", TEXTS.get("about.title"), content, WIDTH, 640));
    }

    private static Node libraries(List<Library> libraries) {
        TableView<Library> table = new TableView<>();
        table.setId("about-libraries");
        table.setAccessibleText(TEXTS.get("libraries.spoken"));
        table.getColumns().add(column(TEXTS.get("libraries.name"), 330, Library::name));
        table.getColumns().add(column(TEXTS.get("libraries.version"), 100, Library::version));
        table.getColumns().add(column(TEXTS.get("libraries.licence"), 300, HelpDialogs::licences));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getItems().setAll(libraries);
        return table;
    }

    private static String licences(Library library) {
        return library.licences().stream()
                .reduce((one, other) -> TEXTS.get("libraries.either", one, other))
                .orElse("");
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
