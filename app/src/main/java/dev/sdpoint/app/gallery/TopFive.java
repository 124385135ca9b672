package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.inference.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The five most probable classes with bars, and the true one below if it is not among them. */
final class TopFive extends VBox {
    private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true-class");
    private static final int FIRST = 5;

    private final List<Row> rows = new ArrayList<>();

    TopFive() {
        super(2);
        getStyleClass().add("top-five");
        for (int i = 0; i <= FIRST; i++) {
            Row row = new Row();
            rows.add(row);
            getChildren().add(row);
        }
        show(Optional.empty(), -1, i -> "");
    }

    /**
     * Shows an answer, or takes no room.
     *
     * @param trueClass position of the true class
     * @param name of a class
     */
    void show(Optional<Prediction> prediction, int trueClass, IntFunction<String> name) {
        List<Prediction.Guess> all = prediction
                .map(p -> p.top(p.probabilities().size()))
                .orElse(List.of());
        for (int i = 0; i < FIRST; i++) {
            boolean there = i < all.size();
            rows.get(i).setVisible(there);
            rows.get(i).setManaged(there);
            if (there) {
                rows.get(i).show(i + 1, all.get(i), name, all.get(i).classIndex() == trueClass);
            }
        }
        Row last = rows.get(FIRST);
        last.setVisible(false);
        last.setManaged(false);
        for (int i = FIRST; i < all.size(); i++) {
            if (all.get(i).classIndex() == trueClass) {
                last.show(i + 1, all.get(i), name, true);
                last.setVisible(true);
                last.setManaged(true);
            }
        }
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
    }

    private static final class Row extends HBox {
        private final Label name = new Label();
        private final Label percent = new Label();
        private final Region fill = new Region();
        private final StackPane track = new StackPane(fill);

        Row() {
            super(8);
            getStyleClass().add("guess");
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.TEXT);
            name.setMinWidth(112);
            name.setMaxWidth(112);
            percent.getStyleClass().add("figure");
            percent.setMinWidth(56);
            percent.setAlignment(Pos.CENTER_RIGHT);
            track.getStyleClass().add("share-track");
            track.setAlignment(Pos.CENTER_LEFT);
            fill.getStyleClass().add("probability-fill");
            fill.setMaxWidth(USE_PREF_SIZE);
            HBox.setHgrow(track, Priority.ALWAYS);
            getChildren().addAll(name, track, percent);
        }

        void show(int rank, Prediction.Guess guess, IntFunction<String> names, boolean isTrue) {
            String said = names.apply(guess.classIndex());
            name.setText((isTrue ? "✓ " : "") + said + (rank > FIRST ? " (#" + rank + ")" : ""));
            percent.setText(Figures.percent(guess.probability()));
            pseudoClassStateChanged(TRUE, isTrue);
            fill.prefWidthProperty().bind(track.widthProperty().multiply(guess.probability()));
            setAccessibleText(
                    rank + ", " + said + (isTrue ? ", the true class, " : ", ") + Figures.percent(guess.probability()));
        }
    }
}
