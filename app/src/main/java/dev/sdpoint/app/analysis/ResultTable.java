package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.study.StudyTable.Column;
import dev.sdpoint.app.study.StudyTable.Kind;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The numbers of an answer; columns can be sorted, a row that is an instance selects it. */
final class ResultTable extends TableView<List<Object>> {
    private static final Texts TEXTS = Texts.of(ResultTable.class);
    private static final Pattern BUDGET = Pattern.compile("error up to (\\d+) percent");
    private static final double PER_LETTER = 7.4;
    private static final double AROUND = 28;
    private static final double LEAST = 64;
    private static final double MOST = 320;
    private static final int LOOKED_AT = 60;

    private static final Comparator<Object> ORDER = (a, b) -> {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof Instance x && b instanceof Instance y) {
            return Comparator.comparingInt(Instance::point)
                    .thenComparingDouble(Instance::ratio)
                    .compare(x, y);
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    };

    /** @param chosen gets the instance of a row that a person chooses */
    ResultTable(Consumer<Instance> chosen) {
        super();
        setId("analysis-table");
        getStyleClass().add("result-table");
        setAccessibleText(TEXTS.get("table.spoken"));
        setPlaceholder(new Label(""));
        setMinHeight(0);
        getSelectionModel()
                .selectedItemProperty()
                .addListener((value, before, after) ->
                        instanceOf(Optional.ofNullable(after)).ifPresent(chosen));
    }

    /** Shows the numbers of an answer; none if there is none. */
    void show(Optional<StudyTable> table) {
        getItems().clear();
        getColumns().clear();
        table.ifPresent(this::fill);
    }

    private void fill(StudyTable table) {
        List<TableColumn<List<Object>, Object>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (!tellsNothing(table, i)) {
                columns.add(column(table, i));
            }
        }
        getColumns().setAll(columns);
        getItems().setAll(table.rows());
        scrollTo(0);
    }

    /** The name of the model is everywhere the same where only one was asked. */
    private static boolean tellsNothing(StudyTable table, int column) {
        return table.columns().get(column).name().equals("model")
                && table.rows().stream().map(row -> row.get(column)).distinct().count() <= 1;
    }

    private static Optional<Instance> instanceOf(Optional<List<Object>> row) {
        return row.stream()
                .flatMap(List::stream)
                .filter(Instance.class::isInstance)
                .map(Instance.class::cast)
                .findFirst();
    }

    private static TableColumn<List<Object>, Object> column(StudyTable table, int index) {
        Column told = table.columns().get(index);
        String heading = heading(told);
        TableColumn<List<Object>, Object> column = new TableColumn<>(heading);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setComparator(ORDER);
        boolean words = told.kind() == Kind.TEXT || told.kind() == Kind.INSTANCE;
        column.setCellFactory(made -> new Cell(told.kind(), words));
        if (!words) {
            column.getStyleClass().add("number");
        }
        int letters = table.rows().stream()
                .limit(LOOKED_AT)
                .mapToInt(row -> StudyTable.words(told.kind(), row.get(index)).length())
                .max()
                .orElse(0);
        // Headings leave room for the arrow of a sorted column.
        double width = PER_LETTER * Math.max(letters, heading.length() + 2) + AROUND;
        column.setPrefWidth(Math.max(LEAST, Math.min(MOST, width)));
        return column;
    }

    /** Such as "Top-1 error", "Error ≤ 40 %". */
    static String heading(Column column) {
        String words = BUDGET.matcher(StudyTable.heading(column).replace("top1", "top-1"))
                .replaceAll("error ≤ $1 %")
                .replace("margin95", "95 % ±");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static final class Cell extends TableCell<List<Object>, Object> {
        private final Kind kind;

        Cell(Kind kind, boolean words) {
            super();
            this.kind = kind;
            setAlignment(words ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            if (!words) {
                getStyleClass().add("figure");
            }
        }

        @Override
        protected void updateItem(Object item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : StudyTable.words(kind, item));
        }
    }
}
