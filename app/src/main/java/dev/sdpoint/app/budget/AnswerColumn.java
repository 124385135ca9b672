package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Answer;
import dev.sdpoint.app.budget.Comparison.Row;
import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One answer: the verdict, and the first five classes with their probabilities. */
final class AnswerColumn extends VBox {
    private static final Texts TEXTS = Texts.of(AnswerColumn.class);
    private static final int ROWS = 6;
    private static final double TWO_LINES = 32;
    private static final double NARROW = 300;
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label title = new Label();
    private final Label remark = new Label();
    private final FontIcon icon = new FontIcon(Material2AL.CHECK_CIRCLE);
    private final Label verdict = new Label();
    private final Label difference = new Label();
    private final List<GuessRow> rows = new ArrayList<>();

    AnswerColumn(String id) {
        super(2);
        setId(id);
        getStyleClass().add("answer");
        title.getStyleClass().add("card-title");
        remark.getStyleClass().addAll("muted", "small");
        verdict.getStyleClass().add("answer-verdict");
        verdict.setId(id + "-verdict");
        verdict.setGraphic(icon);
        difference.getStyleClass().addAll("muted", "small");
        difference.setId(id + "-difference");
        difference.setWrapText(true);
        difference.setAlignment(Pos.TOP_LEFT);
        difference.setMinHeight(TWO_LINES); // in both columns, so that their rows are level
        difference.setPrefHeight(TWO_LINES);
        title.setMinWidth(Region.USE_PREF_SIZE);
        remark.setMinWidth(0);
        verdict.setMinWidth(0);
        HBox head = new HBox(8, title, remark);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, verdict, difference);
        for (int i = 0; i < ROWS; i++) {
            GuessRow row = new GuessRow();
            rows.add(row);
            getChildren().add(row);
        }
        widthProperty().addListener((o, was, is) -> rows.forEach(row -> row.narrow(is.doubleValue() < NARROW)));
    }

    /**
     * Shows an answer.
     *
     * @param name of the instance
     * @param note what it costs
     * @param comparedTo what differs from the other answer, in words
     */
    void show(String name, String note, Answer answer, String comparedTo) {
        title.setText(name);
        remark.setText(note);
        verdict.setText(answer.sentence());
        icon.setIconCode(
                switch (answer.verdict()) {
                    case RIGHT -> Material2AL.CHECK_CIRCLE;
                    case WRONG -> Material2AL.CANCEL;
                    case UNKNOWN -> Material2AL.LABEL;
                });
        verdict.pseudoClassStateChanged(RIGHT, answer.verdict() == Verdict.RIGHT);
        verdict.pseudoClassStateChanged(WRONG, answer.verdict() == Verdict.WRONG);
        difference.setText(comparedTo);
        for (int i = 0; i < ROWS; i++) {
            rows.get(i).setVisible(i < answer.guesses().size());
            if (i < answer.guesses().size()) {
                rows.get(i).show(answer.guesses().get(i));
            }
        }
    }

    /** A class with its probability. */
    private static final class GuessRow extends HBox {
        private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true-class");

        private final FontIcon mark = new FontIcon(Material2AL.CHECK);
        private final Label name = new Label();
        private final ProbabilityBar bar = new ProbabilityBar();
        private final Label probability = new Label();
        private final Label delta = new Label();
        private final Label moved = new Label();

        GuessRow() {
            super(6);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("guess-row");
            name.setGraphic(mark);
            name.setPrefWidth(112);
            name.setMinWidth(92);
            probability.getStyleClass().addAll("figure", "guess-probability");
            probability.setPrefWidth(60);
            probability.setMinWidth(Region.USE_PREF_SIZE);
            delta.getStyleClass().addAll("figure", "guess-delta");
            delta.setPrefWidth(40);
            delta.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            moved.getStyleClass().addAll("muted", "small", "guess-moved");
            moved.setPrefWidth(48);
            moved.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(name, bar, probability, delta, moved);
        }

        /** Leaves off what the sentence above and the other column say too. */
        void narrow(boolean is) {
            moved.setVisible(!is);
            moved.setManaged(!is);
            probability.setPrefWidth(is ? 56 : 60); // as "100.0 %" in bold needs
            name.setMinWidth(is ? 66 : 92);
        }

        void show(Row row) {
            boolean tail = row.rank() > 5;
            name.setText(tail ? row.name() + " (#" + row.rank() + ")" : row.name());
            mark.setVisible(row.isTrue());
            bar.show(row.probability(), row.other(), row.isTrue());
            probability.setText(Figures.probability(row.probability()));
            delta.setText(Figures.points(row.probability() - row.other()));
            moved.setText(moved(row));
            moved.setTooltip(row.rank() == row.otherRank() ? null : new Tooltip(movedInWords(row)));
            pseudoClassStateChanged(TRUE, row.isTrue());
            String words = TEXTS.get(
                    row.isTrue() ? "guess.true" : "guess",
                    row.name(),
                    Figures.probability(row.probability()),
                    Figures.points(row.probability() - row.other()));
            setAccessibleText(
                    row.rank() == row.otherRank() ? words : TEXTS.get("common.joined", words, movedInWords(row)));
        }

        private static String moved(Row row) {
            if (row.rank() == row.otherRank()) {
                return "";
            }
            return (row.rank() < row.otherRank() ? "▲ #" : "▼ #") + row.otherRank();
        }

        private static String movedInWords(Row row) {
            return TEXTS.get(
                    row.onlyHere() ? "guess.moved.in" : "guess.moved",
                    Integer.toString(row.rank()),
                    Integer.toString(row.otherRank()));
        }
    }
}
