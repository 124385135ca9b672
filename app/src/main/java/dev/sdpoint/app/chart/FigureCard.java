package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.Spot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what a mark of a figure stands for. */
final class FigureCard extends VBox {
    FigureCard() {
        super();
        getStyleClass().add("chart-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(Spot spot) {
        List<Label> labels = new ArrayList<>();
        Label title = new Label(spot.title());
        title.getStyleClass().add("name");
        labels.add(title);
        spot.lines().forEach(line -> labels.add(new Label(line)));
        getChildren().setAll(labels);
    }
}
