package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What every way to choose instances reached on the same images. */
final class ResultTable extends GridPane {
    private static final Texts TEXTS = Texts.of(ResultTable.class);
    private static final int COLUMNS = 6;

    ResultTable() {
        setId("stream-results");
        getStyleClass().add("stream-results");
        setAccessibleRole(AccessibleRole.TEXT);
        setHgap(16);
        setVgap(4);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        show(List.of());
    }

    /** Shows a row for each; nothing if there is none. */
    void show(List<StrategyResult> results) {
        getChildren().clear();
        String kept = results.isEmpty()
                ? ""
                : TEXTS.get("results.keeping", results.get(0).target().text());
        setAccessibleText(Stream.concat(Stream.of(kept), results.stream().map(ResultTable::words))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". ")));
        setVisible(!results.isEmpty());
        setManaged(!results.isEmpty());
        head(
                kept,
                TEXTS.get("results.within"),
                TEXTS.get("results.right"),
                TEXTS.get("results.in-time"),
                TEXTS.get("results.cost"),
                TEXTS.get("results.changes"));
        for (int row = 0; row < results.size(); row++) {
            StrategyResult result = results.get(row);
            add(label(result.strategy().title(), "name"), 0, row + 1);
            add(label(percent(result.summary().withinShare()), "figure"), 1, row + 1);
            add(label(percent(result.summary().accuracy()), "figure"), 2, row + 1);
            add(label(percent(result.summary().rightInTimeShare()), "figure"), 3, row + 1);
            add(label(TEXTS.get("results.of-full", percent(result.summary().meanCost())), "figure"), 4, row + 1);
            add(label(String.valueOf(result.summary().switches()), "figure"), 5, row + 1);
        }
    }

    private void head(String... names) {
        for (int i = 0; i < names.length; i++) {
            add(label(names[i], "muted"), i, 0);
        }
    }

    private static String words(StrategyResult result) {
        return TEXTS.get(
                "results.row",
                result.strategy().title(),
                percent(result.summary().withinShare()),
                percent(result.summary().accuracy()),
                percent(result.summary().meanCost()),
                String.valueOf(result.summary().switches()));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static String percent(double share) {
        return Double.isNaN(share)
                ? TEXTS.get("results.unknown")
                : String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share);
    }
}
