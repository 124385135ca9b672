package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.ImageDetail.Answer;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/**
 * All instances from the cheapest to the dearest: the filled part is the probability of the true class, a sign below says right
 * or wrong. A click selects the instance.
 */
final class InstanceStrip extends FlowPane {
    private static final Texts TEXTS = Texts.of(InstanceStrip.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int WIDTH = 18;
    private static final int HEIGHT = 32;

    private final Consumer<Instance> chosen;
    private final Consumer<String> told;
    private final List<Cell> cells = new ArrayList<>();

    /**
     * @param chosen gets the instance that is clicked
     * @param told gets what an instance says when the mouse or the keyboard comes to it; blank when they leave
     */
    InstanceStrip(Consumer<Instance> chosen, Consumer<String> told) {
        this.chosen = chosen;
        this.told = told;
        setId("gallery-strip");
        getStyleClass().add("instance-strip");
        setHgap(1);
        setVgap(4);
        StripKeys.install(this, cells);
    }

    /** Shows the answers for an image; the cells stay the same so that the keyboard keeps its place. */
    void show(ImageDetail detail) {
        while (cells.size() < detail.answers().size()) {
            cells.add(new Cell());
        }
        while (cells.size() > detail.answers().size()) {
            cells.remove(cells.size() - 1);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(detail.answers().get(i), detail.trueClass(), i == detail.selected());
        }
        if (getChildren().size() != cells.size()) {
            getChildren().setAll(cells);
        }
        StripKeys.stop(cells, detail.selected());
    }

    private final class Cell extends Button {
        private final Region fill = new Region();
        private final StackPane box = new StackPane(fill);
        private final Label sign = new Label();
        private final Tooltip hint = new Tooltip();
        private String sentence = "";

        Cell() {
            getStyleClass().setAll("strip-cell");
            box.setMinSize(WIDTH, HEIGHT);
            box.setMaxSize(WIDTH, HEIGHT);
            box.setAlignment(Pos.BOTTOM_CENTER);
            fill.setMaxSize(WIDTH - 2, USE_PREF_SIZE);
            fill.setTranslateY(-1);
            sign.getStyleClass().add("sign");
            VBox both = new VBox(1, box, sign);
            both.setAlignment(Pos.CENTER);
            setGraphic(both);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setTooltip(hint);
            hoverProperty().subscribe(over -> told.accept(over ? sentence : ""));
            focusedProperty().subscribe(here -> told.accept(here ? sentence : ""));
        }

        void show(Answer answer, String trueClass, boolean selected) {
            Color colour = CostColors.of(answer.score().relativeCost());
            Color edge = CostColors.edge(answer.score().relativeCost());
            box.setBorder(new Border(
                    new BorderStroke(edge, BorderStrokeStyle.SOLID, new CornerRadii(2), new BorderWidths(1))));
            fill.setBackground(Background.fill(colour));
            double height = (HEIGHT - 2) * answer.trueProbability();
            fill.setMinHeight(height);
            fill.setPrefHeight(height);
            sign.setText(answer.right() ? "✓" : "×");
            pseudoClassStateChanged(WRONG, !answer.right());
            pseudoClassStateChanged(CHOSEN, selected);
            String story = TEXTS.get(
                    answer.right() ? "strip.right" : "strip.wrong",
                    answer.score().instance().label(),
                    Figures.gflops(answer.score().flops()),
                    Figures.ofFull(answer.score()),
                    answer.predicted(),
                    Figures.percent(answer.trueProbability()),
                    trueClass);
            hint.setText(TEXTS.get("strip.tip", story));
            sentence = TEXTS.get(
                    answer.right() ? "strip.sentence.right" : "strip.sentence.wrong",
                    answer.score().instance().label(),
                    answer.predicted(),
                    Figures.percent(answer.trueProbability()),
                    trueClass);
            if (isFocused() || isHover()) {
                told.accept(sentence);
            }
            setAccessibleText(story.replace('\n', ','));
            setOnAction(e -> chosen.accept(answer.score().instance()));
        }
    }
}
