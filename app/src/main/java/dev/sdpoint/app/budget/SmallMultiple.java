package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A card for every instance, cheap to dear; a click or Enter selects its instance. */
final class SmallMultiple extends FlowPane {
    private static final Texts TEXTS = Texts.of(SmallMultiple.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WIDTH = 160;
    private static final int GUESSES = 3;

    private final Consumer<Instance> choose;
    private final List<Card> cards = new ArrayList<>();

    SmallMultiple(Consumer<Instance> choose) {
        super(8, 8);
        this.choose = choose;
        setId("small-multiple");
        setAccessibleText(TEXTS.get("cards.title"));
    }

    /** Shows other answers; nodes stay where they are, so that the focus does too. */
    void show(List<InstanceCard> answers, Instance selected) {
        while (cards.size() < answers.size()) {
            cards.add(new Card());
        }
        while (cards.size() > answers.size()) {
            cards.remove(cards.size() - 1);
        }
        for (int i = 0; i < answers.size(); i++) {
            cards.get(i).show(answers.get(i), selected, choose);
        }
        if (getChildren().size() != cards.size()) {
            getChildren().setAll(cards);
        }
    }

    private static final class Card extends Button {
        private final Label name = new Label();
        private final Label cost = new Label();
        private final FontIcon icon = new FontIcon(Material2AL.CHECK);
        private final Label verdict = new Label();
        private final List<GuessLine> lines = new ArrayList<>();

        Card() {
            getStyleClass().setAll("instance-card");
            name.getStyleClass().add("instance-card-name");
            cost.getStyleClass().addAll("muted", "small", "figure");
            cost.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(0);
            verdict.getStyleClass().add("small");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            VBox box = new VBox(4, name, new HBox(4, verdict, space, cost));
            for (int i = 0; i < GUESSES; i++) {
                GuessLine line = new GuessLine();
                lines.add(line);
                box.getChildren().add(line);
            }
            box.setPrefWidth(WIDTH - 16);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(box);
            setPrefWidth(WIDTH);
            setMinWidth(WIDTH);
        }

        void show(InstanceCard card, Instance selected, Consumer<Instance> choose) {
            Instance instance = card.score().instance();
            String label = instance.label();
            name.setText(Character.toUpperCase(label.charAt(0)) + label.substring(1));
            cost.setText(TEXTS.get("common.of-full", Figures.share(card.score().relativeCost())));
            boolean known = !card.guesses().isEmpty();
            verdict.setText(known ? card.verdictWord() : TEXTS.get("card.verdict.waiting"));
            icon.setIconCode(card.verdict() == Verdict.WRONG ? Material2AL.CLOSE : Material2AL.CHECK);
            verdict.setGraphic(card.verdict() == Verdict.UNKNOWN ? null : icon);
            for (int i = 0; i < GUESSES; i++) {
                boolean there = i < card.guesses().size();
                lines.get(i).setVisible(there);
                if (there) {
                    lines.get(i).show(card.guesses().get(i));
                }
            }
            boolean chosen = instance.equals(selected);
            pseudoClassStateChanged(SELECTED, chosen);
            pseudoClassStateChanged(RIGHT, card.verdict() == Verdict.RIGHT);
            pseudoClassStateChanged(WRONG, card.verdict() == Verdict.WRONG);
            setAccessibleText(chosen ? TEXTS.get("card.selected", card.inWords()) : card.inWords());
            setOnAction(e -> choose.accept(instance));
        }
    }

    private static final class GuessLine extends HBox {
        private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true-class");

        private final Label name = new Label();
        private final ProbabilityBar bar = new ProbabilityBar();
        private final Label probability = new Label();

        GuessLine() {
            super(4);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().addAll("guess-row", "small");
            name.setPrefWidth(64);
            name.setMinWidth(64);
            probability.getStyleClass().addAll("figure", "guess-probability");
            probability.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow((Node) bar, Priority.ALWAYS);
            getChildren().addAll(name, bar, probability);
        }

        void show(InstanceCard.Guess guess) {
            name.setText(guess.name());
            bar.show(guess.probability(), guess.probability(), guess.isTrue());
            probability.setText(Figures.probability(guess.probability()));
            pseudoClassStateChanged(TRUE, guess.isTrue());
        }
    }
}
