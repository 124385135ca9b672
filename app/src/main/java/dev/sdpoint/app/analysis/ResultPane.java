package dev.sdpoint.app.analysis;

import dev.sdpoint.app.chart.FigureView;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.workspace.Piece;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An answer: the sentence, the figure, and the numbers below it. */
final class ResultPane extends VBox {
    private static final double TABLE_SHARE = 0.3;
    private static final double LOWEST_TABLE = 112;
    private static final double HIGHEST_TABLE = 320;
    private static final double ROW = 33;

    private final Label finding = new Label();
    private final FigureView figure;
    private final ResultTable table;
    private Optional<StudyResult> shown = Optional.empty();

    ResultPane(String id, Piece<FigureView> figure, Piece<ResultTable> table) {
        super();
        this.figure = figure.get();
        this.table = table.get();
        getStyleClass().add("result");
        finding.setId(id + "-finding");
        finding.getStyleClass().addAll("finding", "figure");
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        this.figure.setId(id + "-figure");
        this.table.setId(id + "-table");
        ScrollPane scroll = ScrollPanes.of(this.figure);
        scroll.getStyleClass().add("figure-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        VBox card = new VBox(finding, scroll);
        card.getStyleClass().add("card");
        card.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox numbers = new VBox(this.table);
        numbers.getStyleClass().addAll("card", "flush");
        VBox.setVgrow(this.table, Priority.ALWAYS);
        numbers.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(this::tableHeight, heightProperty(), this.table.itemsProperty()));
        numbers.minHeightProperty().bind(numbers.prefHeightProperty());
        getChildren().addAll(card, numbers);
    }

    FigureView figure() {
        return figure;
    }

    /** Shows an answer; nothing if there is none. */
    void show(Optional<StudyResult> result) {
        if (result.equals(shown)) {
            return;
        }
        shown = result;
        finding.setText(
                result.map(answer -> String.join(" ", answer.findings())).orElse(""));
        figure.figureProperty().set(result.map(StudyResult::figure));
        table.show(result.map(StudyResult::table));
        requestLayout();
    }

    private double tableHeight() {
        double share = Math.max(LOWEST_TABLE, Math.min(HIGHEST_TABLE, TABLE_SHARE * getHeight()));
        return Math.rint(Math.min(share, ROW * (2 + Math.max(2, table.getItems().size()))));
    }
}
