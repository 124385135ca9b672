package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Dialogs;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.FolderReport;
import dev.sdpoint.engine.data.SkippedFile;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import org.jspecify.annotations.Nullable;

/** What a person can look up and change about a folder of pictures that was opened. JavaFX thread only. */
final class FolderDialogs {
    private static final Texts TEXTS = Texts.of(FolderDialogs.class);
    private static final double WIDTH = 880;
    private static final List<Integer> SIDES = List.of(32, 48, 64, 96, 128, 160, 224);

    private FolderDialogs() {}

    /** Lists every file that was left out, with its reason, and how the folder was understood. */
    static void showSkipped(DataSet data) {
        FolderReport report = data.report();
        TableView<SkippedFile> table = new TableView<>();
        table.setId("skipped-files");
        table.setAccessibleText(TEXTS.get("skipped.spoken"));
        table.getColumns().add(column(TEXTS.get("skipped.file"), 280, SkippedFile::path));
        table.getColumns().add(column(TEXTS.get("skipped.reason"), 480, SkippedFile::reason));
        table.getItems().setAll(report.skipped());
        table.setPlaceholder(new Label(TEXTS.get("skipped.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        VBox content = new VBox(8);
        report.notes().forEach(note -> content.getChildren().add(wrapped(note)));
        if (!report.linksOutside().isEmpty()) {
            content.getChildren().add(wrapped(TEXTS.get("skipped.links", String.join(", ", report.linksOutside()))));
        }
        content.getChildren().add(table);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(TEXTS.get("skipped.title", data.title()));
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        content.setPadding(new Insets(16));
        VBox.setVgrow(table, Priority.ALWAYS);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefSize(WIDTH, 480);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        Dialogs.dress(dialog);
        dialog.show();
    }

    private static TableColumn<SkippedFile, String> column(
            String title, double width, Function<SkippedFile, String> text) {
        TableColumn<SkippedFile, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setCellFactory(of -> new Cell());
        return column;
    }

    /** A cell whose whole text is in a tool tip, since paths and reasons are long. */
    private static final class Cell extends TableCell<SkippedFile, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            setText(shown);
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
        }
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /**
     * Asks at what size pictures are to be read.
     *
     * @param chosen gets another size than the present one
     */
    static void askForSide(DataSet data, Consumer<OptionalInt> chosen) {
        ChoiceDialog<Integer> dialog = new ChoiceDialog<>(data.side(), SIDES);
        dialog.setTitle(TEXTS.get("side.title"));
        dialog.setHeaderText(TEXTS.get("side.about", data.title()));
        dialog.setContentText(TEXTS.get("side.field"));
        Dialogs.dress(dialog);
        dialog.showAndWait().filter(side -> side != data.side()).ifPresent(side -> chosen.accept(OptionalInt.of(side)));
    }
}
