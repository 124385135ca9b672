package dev.sdpoint.app.runs;

import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.store.CurvePoint;
import dev.sdpoint.engine.store.RunSummary;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The runs as lines with sortable columns; names are edited in place. */
final class RunsTable extends TableView<RunRow> {
    private static final Texts TEXTS = Texts.of(RunsTable.class);
    private static final double ROW = 40;
    private static final double WIDE = 1000;
    private static final double MEDIUM = 840;

    private final RunsModel model;
    private final TableColumn<RunRow, String> name = new TableColumn<>(TEXTS.get("column.name"));
    private final TableColumn<RunRow, RunSummary> recipe;
    private final TableColumn<RunRow, RunSummary> steps;
    private final TableColumn<RunRow, RunSummary> duration;
    private final TableColumn<RunRow, RunSummary> tags;
    private final TableColumn<RunRow, RunSummary> curve;

    /** @param tokens gives the colours of curves; belongs into the same scene */
    RunsTable(RunsModel model, RunsInteractor interactor, ChartTokens tokens) {
        super();
        this.model = model;
        setId("runs-table");
        getStyleClass().add("runs-table");
        setFixedCellSize(ROW);
        setEditable(true);
        setAccessibleText(TEXTS.get("table.spoken"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nameColumn(interactor);
        curve = column(TEXTS.get("column.curve"), 84, 84, Comparator.comparingDouble(RunsTable::cheapestError));
        curve.setCellFactory(column -> new CurveCell(tokens.paletteProperty()));
        curve.setResizable(false);
        tokens.paletteProperty().addListener((value, before, now) -> refresh());
        recipe = text(TEXTS.get("column.recipe"), 120, 260, RunWords::recipe);
        TableColumn<RunRow, RunSummary> state = column(
                TEXTS.get("column.state"),
                96,
                128,
                Comparator.comparing((RunSummary run) -> run.progress().state()).thenComparing(RunWords::share));
        state.setCellFactory(column -> new StateCell());
        TableColumn<RunRow, RunSummary> error = figure(
                TEXTS.get("column.best-error"),
                76,
                RunWords::bestError,
                Comparator.comparingDouble(RunsTable::bestError));
        TableColumn<RunRow, RunSummary> epochs = figure(
                TEXTS.get("column.epochs"),
                70,
                RunWords::epochs,
                Comparator.comparingDouble(
                        run -> RunWords.share(run) * run.origin().epochs()));
        steps = figure(
                TEXTS.get("column.steps"),
                74,
                RunWords::steps,
                Comparator.comparing(run -> run.progress().iteration()));
        TableColumn<RunRow, RunSummary> begun = figure(
                TEXTS.get("column.begun"),
                142,
                run -> RunWords.when(run.progress().startedAt()),
                Comparator.comparing(run -> run.progress().startedAt()));
        duration = figure(
                TEXTS.get("column.duration"),
                84,
                run -> RunWords.duration(run.progress().duration()),
                Comparator.comparing(run -> run.progress().duration()));
        tags = text(
                TEXTS.get("column.tags"),
                60,
                140,
                run -> String.join(", ", run.label().tags()));
        getColumns().setAll(List.of(name, curve, recipe, state, error, epochs, steps, begun, duration, tags));
        begun.setSortType(SortType.DESCENDING);
        SortedList<RunRow> sorted = new SortedList<>(model.found());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSortOrder().setAll(List.of(begun));
        widthProperty().addListener((value, before, now) -> chooseColumns(now.doubleValue()));
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> tellSelection());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, interactor));
    }

    private void nameColumn(RunsInteractor interactor) {
        name.setCellValueFactory(
                cell -> cell.getValue().runProperty().map(run -> run.label().name()));
        name.setCellFactory(TextFieldTableCell.forTableColumn());
        name.setComparator(String.CASE_INSENSITIVE_ORDER);
        name.setMinWidth(110);
        name.setPrefWidth(190);
        name.editableProperty()
                .bind(model.writableProperty().and(model.deletedShownProperty().not()));
        name.setOnEditStart(event -> model.editingProperty().set(true));
        name.setOnEditCancel(event -> model.editingProperty().set(false));
        name.setOnEditCommit(event -> {
            model.editingProperty().set(false);
            interactor.rename(event.getRowValue().id(), event.getNewValue());
            requestFocus();
        });
    }

    private static TableColumn<RunRow, RunSummary> column(
            String title, double least, double usual, Comparator<RunSummary> order) {
        TableColumn<RunRow, RunSummary> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> cell.getValue().runProperty());
        column.setComparator(order);
        column.setMinWidth(least);
        column.setPrefWidth(usual);
        return column;
    }

    private static TableColumn<RunRow, RunSummary> text(
            String title, double least, double usual, Function<RunSummary, String> words) {
        TableColumn<RunRow, RunSummary> column =
                column(title, least, usual, Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(cell -> new TextCell(words));
        return column;
    }

    private static TableColumn<RunRow, RunSummary> figure(
            String title, double least, Function<RunSummary, String> words, Comparator<RunSummary> order) {
        TableColumn<RunRow, RunSummary> column = column(title, least, least, order);
        column.setCellFactory(cell -> new TextCell(words));
        column.getStyleClass().add("figure");
        return column;
    }

    private static double bestError(RunSummary run) {
        return run.result().bestError().orElse(Double.POSITIVE_INFINITY);
    }

    private static double cheapestError(RunSummary run) {
        List<CurvePoint> points = run.result().curve();
        return points.isEmpty() ? Double.POSITIVE_INFINITY : points.get(0).error();
    }

    /** What does not fit stands beside the list too, once a run is selected. */
    private void chooseColumns(double width) {
        steps.setVisible(width >= WIDE);
        duration.setVisible(width >= MEDIUM);
        tags.setVisible(width >= WIDE);
        recipe.setVisible(width >= WIDE);
    }

    private void tellSelection() {
        List<RunRow> now = getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
        if (!now.equals(model.selected())) {
            model.selected().setAll(now);
        }
    }

    private void pressed(KeyEvent event, RunsInteractor interactor) {
        if (model.editingProperty().get() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            interactor.compare();
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            editName();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            interactor.delete();
            event.consume();
        }
    }

    /** Takes the keyboard; something is selected then, if there is anything. */
    void take() {
        requestFocus();
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    /** Lets a person type another name for the selected run. */
    void editName() {
        int at = getSelectionModel().getSelectedIndex();
        if (at >= 0 && name.isEditable()) {
            scrollTo(Math.max(0, at - 1));
            layout();
            edit(at, name);
        }
    }
}
