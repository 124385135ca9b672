package dev.sdpoint.app.budget;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.budget.ExportModel.Note;
import dev.sdpoint.app.budget.ExportModel.Written;
import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.files.SaveDialog;
import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Builds the menu that takes instances elsewhere, and the note of what came of it. */
final class ExportBar {
    private static final Texts TEXTS = Texts.of(ExportBar.class);
    private static final double GAP = 8;

    private final BudgetModel budget;
    private final ExportModel state;
    private final ExportActions actions;

    ExportBar(BudgetModel budget, ExportActions actions) {
        this.budget = budget;
        this.state = budget.export();
        this.actions = actions;
    }

    /** The menu. */
    MenuButton menu() {
        MenuButton menu = new MenuButton(TEXTS.get("export.menu"), new FontIcon(Material2MZ.SAVE_ALT));
        menu.setId("budget-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(TEXTS.get("export.menu.spoken"));
        menu.setTooltip(new Tooltip(TEXTS.get("export.hint")));
        MenuItem chosen = new MenuItem(TEXTS.get("export.chosen"));
        chosen.setId("export-chosen");
        chosen.setOnAction(e -> chooseFile(menu.getScene().getWindow()));
        MenuItem all = new MenuItem(TEXTS.get("export.all"));
        all.setId("export-all");
        all.setOnAction(e -> chooseFolder(menu.getScene().getWindow()));
        menu.getItems().addAll(chosen, all);
        menu.disableProperty().bind(state.runningProperty());
        return menu;
    }

    private void chooseFile(Window window) {
        FileKind kind = new FileKind(TEXTS.get("export.dialog.files"), ".onnx");
        new SaveDialog(() -> window)
                .ask(TEXTS.get("export.dialog.file"), kind, Path.of(actions.suggestedName()))
                .ifPresent(actions::exportChosen);
    }

    private void chooseFolder(Window window) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("export.dialog.folder"));
        File folder = chooser.showDialog(window);
        if (folder != null) {
            actions.exportAll(folder.toPath());
        }
    }

    /** What is being written or was; takes no room when there is nothing to say. */
    Node note() {
        Label running = new Label(TEXTS.get("export.running"));
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(160);
        Button cancel = button("export-cancel", TEXTS.get("export.cancel"), actions::cancel);
        HBox busy = row(running, bar, cancel);
        busy.visibleProperty().bind(state.runningProperty());
        Label sentence = new Label();
        sentence.setId("export-note");
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Button path = button(
                "export-copy-path",
                TEXTS.get("export.copy.path"),
                () -> copy(w -> w.where().toAbsolutePath().toString()));
        Button python = button("export-copy-python", TEXTS.get("export.copy.python"), () -> copy(Written::python));
        Button java = button("export-copy-java", TEXTS.get("export.copy.java"), () -> copy(Written::java));
        path.setTooltip(new Tooltip(TEXTS.get("export.copy.path.hint")));
        python.setTooltip(new Tooltip(TEXTS.get("export.copy.python.hint")));
        java.setTooltip(new Tooltip(TEXTS.get("export.copy.java.hint")));
        HBox copies = new HBox(GAP, path, python, java);
        Button replace = button("export-replace", TEXTS.get("export.replace"), actions::replace);
        replace.setAccessibleText(TEXTS.get("export.replace.spoken"));
        replace.managedProperty().bind(replace.visibleProperty());
        Button dismiss = button("export-dismiss", TEXTS.get("common.dismiss"), actions::dismiss);
        dismiss.getStyleClass().add(Styles.FLAT);
        state.noteProperty().addListener((o, was, is) -> {
            boolean asks = is.filter(Note::asks).isPresent();
            replace.setVisible(asks);
            dismiss.setText(TEXTS.get(asks ? "export.keep" : "common.dismiss"));
        });
        replace.setVisible(false);
        HBox done = row(sentence, copies, replace, dismiss);
        VBox box = new VBox(busy, done);
        box.setId("export-bar");
        box.getStyleClass().addAll("card", "export-bar");
        box.setMinHeight(Region.USE_PREF_SIZE);
        state.noteProperty().addListener((o, was, is) -> show(is, box, sentence, copies, done));
        state.runningProperty()
                .addListener((o, was, is) -> show(state.noteProperty().get(), box, sentence, copies, done));
        busy.managedProperty().bind(busy.visibleProperty());
        done.managedProperty().bind(done.visibleProperty());
        box.managedProperty().bind(box.visibleProperty());
        show(state.noteProperty().get(), box, sentence, copies, done);
        return box;
    }

    private void show(Optional<Note> note, Node box, Label sentence, Node copies, Node done) {
        boolean written = note.flatMap(Note::done).isPresent();
        sentence.setText(note.map(Note::sentence).orElse(""));
        sentence.setTooltip(note.flatMap(Note::done)
                .map(w -> new Tooltip(w.where().toString()))
                .orElse(null));
        copies.setVisible(written);
        copies.setManaged(written);
        done.setVisible(note.isPresent());
        box.setVisible(note.isPresent() || state.runningProperty().get());
    }

    private void copy(Function<Written, String> what) {
        budget.export().noteProperty().get().flatMap(Note::done).ifPresent(written -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(what.apply(written));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(GAP, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
