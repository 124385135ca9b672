package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.ImageDetail.Answer;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.Prediction;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What one instance answers: the class it says, right or wrong, and the probability of the true class as a bar. */
final class AnswerRow extends VBox {
    private static final Texts TEXTS = Texts.of(AnswerRow.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label title = new Label();
    private final Label says = new Label();
    private final Label verdict = new Label();
    private final Label trueClass = new Label();
    private final Label percent = new Label();
    private final Region fill = new Region();
    private final StackPane track = new StackPane(fill);
    private final TopFive topFive = new TopFive();

    AnswerRow() {
        getStyleClass().add("answer");
        title.getStyleClass().add("section");
        says.getStyleClass().add("says");
        verdict.getStyleClass().add("verdict");
        trueClass.getStyleClass().add("muted");
        trueClass.setMinWidth(96);
        trueClass.setMaxWidth(96);
        percent.getStyleClass().add("figure");
        percent.setMinWidth(56);
        percent.setAlignment(Pos.CENTER_RIGHT);
        track.getStyleClass().add("share-track");
        track.setAlignment(Pos.CENTER_LEFT);
        fill.getStyleClass().add("probability-fill");
        fill.setMaxWidth(USE_PREF_SIZE);
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox first = new HBox(8, says, verdict);
        first.setAlignment(Pos.BASELINE_LEFT);
        HBox recorded = new HBox(8, trueClass, track, percent);
        recorded.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, first, recorded, topFive);
    }

    /**
     * Shows an answer.
     *
     * @param whose such as "Full network"
     */
    void show(String whose, Answer answer, String trueName) {
        title.setText(whose);
        says.setText(answer.predicted());
        verdict.setText(TEXTS.get(answer.right() ? "answer.right" : "answer.wrong"));
        pseudoClassStateChanged(WRONG, !answer.right());
        trueClass.setText("p(" + trueName + ")");
        percent.setText(Figures.percent(answer.trueProbability()));
        fill.prefWidthProperty().bind(track.widthProperty().multiply(answer.trueProbability()));
    }

    /**
     * Shows the first five classes.
     *
     * @param prediction what the network says, once it is there
     * @param expected whether it will come; if not, the classes take no room
     * @param trueIndex position of the true class
     * @param name of a class
     */
    void guesses(Optional<Prediction> prediction, boolean expected, int trueIndex, IntFunction<String> name) {
        topFive.show(prediction, trueIndex, name);
        boolean wanted = expected || prediction.isPresent();
        topFive.setVisible(wanted);
        topFive.setManaged(wanted);
    }
}
