package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
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

/** The five most probable classes with bars; empty lines of the same height until they are known, so that nothing below jumps. */
final class TopFive extends VBox {
    private static final Texts TEXTS = Texts.of(TopFive.class);
    private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true-class");
    private static final int ROWS = 5;

    private final List<Row> rows = new ArrayList<>();

    TopFive() {
        super(2);
        getStyleClass().add("top-five");
        for (int i = 0; i < ROWS; i++) {
            Row row = new Row();
            rows.add(row);
            getChildren().add(row);
        }
    }

    /**
     * Shows an answer, or lines that wait for it.
     *
     * @param trueClass position of the true class
     * @param name of a class
     */
    void show(Optional<Prediction> prediction, int trueClass, IntFunction<String> name) {
        List<Prediction.Guess> first = prediction.map(p -> p.top(ROWS)).orElse(List.of());
        for (int i = 0; i < ROWS; i++) {
            // Of fewer than five classes the other lines are left out.
            boolean used = first.isEmpty() || i < first.size();
            rows.get(i).setVisible(used);
            rows.get(i).setManaged(used);
            if (first.isEmpty()) {
                rows.get(i).await();
            } else if (used) {
                Prediction.Guess guess = first.get(i);
                rows.get(i).show(i + 1, guess, name, guess.classIndex() == trueClass);
            }
        }
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

        void await() {
            name.setText("…");
            percent.setText("");
            pseudoClassStateChanged(TRUE, false);
            fill.prefWidthProperty().unbind();
            fill.setPrefWidth(0);
            setAccessibleText(TEXTS.get("guess.spoken.unknown"));
        }

        void show(int rank, Prediction.Guess guess, IntFunction<String> names, boolean isTrue) {
            String said = names.apply(guess.classIndex());
            name.setText((isTrue ? "✓ " : "") + said);
            percent.setText(Figures.percent(guess.probability()));
            pseudoClassStateChanged(TRUE, isTrue);
            fill.prefWidthProperty().bind(track.widthProperty().multiply(guess.probability()));
            setAccessibleText(TEXTS.get(
                    isTrue ? "guess.spoken.true" : "guess.spoken", rank, said, Figures.percent(guess.probability())));
        }
    }
}
