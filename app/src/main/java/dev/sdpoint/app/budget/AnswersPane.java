package dev.sdpoint.app.budget;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.Prediction;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the card of the answers: the chosen instance beside the full network, and every instance below. */
final class AnswersPane {
    private static final Texts TEXTS = Texts.of(AnswersPane.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final BudgetModel state;
    private final Runnable askAgain;
    private final AnswerColumn chosen = new AnswerColumn("answer-chosen");
    private final AnswerColumn full = new AnswerColumn("answer-full");
    private final InstanceStrip strip;
    private final SmallMultiple multiple;

    AnswersPane(BudgetModel state, BudgetActions actions, Runnable askAgain) {
        this.state = state;
        this.askAgain = askAgain;
        this.strip = new InstanceStrip(actions::chooseInstance);
        this.multiple = new SmallMultiple(actions::chooseInstance);
    }

    /** The card. */
    VBox build() {
        HBox columns = new HBox(24, chosen, full);
        for (AnswerColumn column : new AnswerColumn[] {chosen, full}) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(10);
            column.setMinWidth(0);
        }
        BooleanBinding there = Bindings.createBooleanBinding(
                () -> state.comparisonProperty().get().isPresent(), state.comparisonProperty());
        columns.visibleProperty().bind(there);
        state.waitingProperty().addListener((o, was, is) -> columns.pseudoClassStateChanged(STALE, is));
        columns.getStyleClass().add("answer-columns");
        StackPane answers = new StackPane(columns, placeholder(there), problem());
        answers.setMinHeight(StackPane.USE_PREF_SIZE);
        multiple.visibleProperty().bind(state.smallMultipleProperty());
        multiple.managedProperty().bind(multiple.visibleProperty());
        VBox card = new VBox(8, answers, stripHeader(), strip, multiple);
        card.getStyleClass().add("card");
        state.comparisonProperty().addListener((o, was, is) -> show(is));
        state.cellsProperty().addListener((o, was, is) -> showStrip());
        state.instanceProperty().addListener((o, was, is) -> {
            showStrip();
            showCards();
        });
        state.cardsProperty().addListener((o, was, is) -> showCards());
        show(state.comparisonProperty().get());
        showStrip();
        return card;
    }

    private Node placeholder(BooleanBinding there) {
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(24, 24);
        busy.visibleProperty().bind(state.waitingProperty());
        busy.managedProperty().bind(busy.visibleProperty());
        Label text = new Label();
        text.setId("answer-placeholder");
        text.getStyleClass().add("muted");
        text.textProperty()
                .bind(Bindings.when(state.waitingProperty())
                        .then(TEXTS.get("answers.preparing"))
                        .otherwise(TEXTS.get("answers.none")));
        HBox box = new HBox(12, busy, text);
        box.setAlignment(Pos.CENTER);
        box.visibleProperty().bind(there.not().and(state.answerProblemProperty().isEmpty()));
        return box;
    }

    private Node problem() {
        Label sentence = new Label();
        sentence.setId("answer-problem");
        sentence.setWrapText(true);
        sentence.textProperty().bind(state.answerProblemProperty());
        Button again = new Button(TEXTS.get("answers.again"));
        again.setId("answer-again");
        again.setOnAction(e -> askAgain.run());
        VBox box = new VBox(8, sentence, again);
        box.getStyleClass().add("problem");
        box.setMaxHeight(VBox.USE_PREF_SIZE);
        box.visibleProperty().bind(state.answerProblemProperty().isNotEmpty());
        return box;
    }

    private Node stripHeader() {
        Label title = new Label(TEXTS.get("strip.title"));
        title.getStyleClass().add("card-title");
        Label legend = new Label();
        legend.setMinWidth(0);
        legend.getStyleClass().addAll("muted", "small");
        legend.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state.trueClassProperty().get().isEmpty()
                                ? TEXTS.get("strip.legend")
                                : TEXTS.get(
                                        "strip.legend.class",
                                        state.trueClassProperty().get()),
                        state.trueClassProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton all = new ToggleButton(TEXTS.get("strip.guesses"));
        all.setId("small-multiple-toggle");
        all.getStyleClass().add(Styles.SMALL);
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setTooltip(new Tooltip(TEXTS.get("strip.guesses.hint")));
        all.setAccessibleText(TEXTS.get("strip.guesses.spoken"));
        all.selectedProperty().bindBidirectional(state.smallMultipleProperty());
        HBox row = new HBox(8, title, legend, space, all);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void showCards() {
        multiple.show(state.cardsProperty().get(), state.instanceProperty().get());
    }

    private void show(Optional<Comparison> comparison) {
        comparison.ifPresent(c -> {
            chosen.show(name(c.chosen().prediction()), note(c.chosen().prediction()), c.chosen(), c.difference());
            boolean same = c.chosen()
                    .prediction()
                    .instance()
                    .equals(c.full().prediction().instance());
            full.show(
                    TEXTS.get("answers.full"),
                    note(c.full().prediction()),
                    c.full(),
                    TEXTS.get(same ? "answers.same" : "answers.notch"));
        });
    }

    private static String name(Prediction prediction) {
        String label = prediction.instance().label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static String note(Prediction prediction) {
        return TEXTS.get("answers.time", Figures.millis(prediction.millis()));
    }

    private void showStrip() {
        strip.show(
                state.cellsProperty().get(),
                state.instanceProperty().get(),
                state.trueClassProperty().get());
    }
}
