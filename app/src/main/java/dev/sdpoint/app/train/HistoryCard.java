package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The evaluations of the run, newest first. */
final class HistoryCard extends VBox {
    private static final Texts TEXTS = Texts.of(HistoryCard.class);
    private static final double ROW = 28;

    HistoryCard(TrainModel model) {
        super();
        getStyleClass().addAll("card", "history-card");
        setMinHeight(0);
        Label title = new Label(TEXTS.get("history.title"));
        title.getStyleClass().add("card-title");
        Label subtitle = new Label(TEXTS.get("history.subtitle"));
        subtitle.getStyleClass().add("card-subtitle");
        HBox header = new HBox(title, subtitle);
        header.getStyleClass().add("card-header");
        ListView<EvaluationSummary> list = new ListView<>(model.history());
        list.getStyleClass().add("list-plain");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setAccessibleText(TEXTS.get("history.accessible"));
        Label empty = new Label(TEXTS.get("history.empty"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPrefHeight(0);
        getChildren().addAll(header, list);
    }

    private static final class Row extends ListCell<EvaluationSummary> {
        private final Label label = new Label();
        private final Label figures = new Label();
        private final HBox line;

        Row() {
            super();
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            figures.getStyleClass().add("figure");
            line = new HBox(label, space, figures);
        }

        @Override
        protected void updateItem(@Nullable EvaluationSummary item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            label.setText(item.label());
            figures.setText(
                    String.format(Locale.ROOT, "%5.1f %% · %5.1f %%", 100 * item.best(), 100 * item.cheapest()));
            setGraphic(line);
        }
    }
}
