package dev.sdpoint.app.shell;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.FolderReport;
import dev.sdpoint.engine.data.SkippedFile;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** What a person can look up and change about a folder of pictures that was opened. JavaFX thread only. */
final class FolderDialogs {
    private static final List<Integer> SIDES = List.of(32, 48, 64, 96, 128, 160, 224);

    private FolderDialogs() {}

    /** Lists every file that was left out, with its reason, and how the folder was understood. */
    static void showSkipped(DataSet data) {
        FolderReport report = data.report();
        TableView<SkippedFile> table = new TableView<>();
        table.setId("skipped-files");
        table.setAccessibleText("Files that were left out, each with the reason");
        table.getColumns().add(column("File", 280, SkippedFile::path));
        table.getColumns().add(column("Why it was left out", 480, SkippedFile::reason));
        table.getItems().setAll(report.skipped());
        table.setPlaceholder(new Label("No file was left out."));
        table.setPrefSize(792, 360);
        VBox content = new VBox(8);
        report.notes().forEach(note -> content.getChildren().add(wrapped(note)));
        if (!report.linksOutside().isEmpty()) {
            content.getChildren()
                    .add(wrapped("Links that lead out of the folder were followed: "
                            + String.join(", ", report.linksOutside())));
        }
        content.getChildren().add(table);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("What was left out of " + data.title());
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static TableColumn<SkippedFile, String> column(
            String title, double width, Function<SkippedFile, String> text) {
        TableColumn<SkippedFile, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static Label wrapped(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMaxWidth(792);
        return label;
    }

    /**
     * Asks at what size pictures are to be read.
     *
     * @param chosen gets another size than the present one
     */
    static void askForSide(DataSet data, Consumer<OptionalInt> chosen) {
        ChoiceDialog<Integer> dialog = new ChoiceDialog<>(data.side(), SIDES);
        dialog.setTitle("Size of the images");
        dialog.setHeaderText("Pixels along each side at which the pictures of " + data.title() + " are read.\n"
                + "A model only takes images of the size that it was trained with.");
        dialog.setContentText("Pixels:");
        dialog.showAndWait().filter(side -> side != data.side()).ifPresent(side -> chosen.accept(OptionalInt.of(side)));
    }
}
