package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** One offer on the slider: a coloured mark across the track and a label under it. */
final class OfferTick {
    private static final Texts TEXTS = Texts.of(OfferTick.class);
    private static final double HEIGHT = 28;
    private static final double SELECTED_HEIGHT = 36;
    private static final double HIT_WIDTH = 12;
    private static final double WIDTH = 4;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final InstanceScore offer;
    private final Region mark = new Region();
    private final Label label;
    private boolean selected;

    OfferTick(BudgetUnit unit, InstanceScore offer, Consumer<Instance> choose) {
        this.offer = offer;
        mark.getStyleClass().add("budget-tick");
        double side = (HIT_WIDTH - WIDTH) / 2;
        // The mark is wider than it looks, so that it is easy to hit.
        mark.setBackground(CostColors.mark(offer.relativeCost(), new CornerRadii(2), new Insets(0, side, 0, side)));
        label = new Label(unit.tick(unit.of(offer)));
        label.getStyleClass().add("budget-tick-label");
        label.setOnMousePressed(e -> {
            choose.accept(offer.instance());
            e.consume();
        });
        Tooltip tooltip = new Tooltip(TEXTS.get(
                "offer.hint",
                offer.instance().label(),
                BudgetUnit.GFLOPS.amount(offer.flops() / 1e9),
                Figures.share(offer.relativeCost()),
                Figures.error(offer.top1Error())));
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setHideDelay(Duration.ZERO); // it may cover the next tick, and would take the press meant for that
        Tooltip.install(mark, tooltip);
        Tooltip.install(label, tooltip);
    }

    InstanceScore offer() {
        return offer;
    }

    Region mark() {
        return mark;
    }

    Label label() {
        return label;
    }

    /** Marks it as the selected instance. */
    void select(boolean isSelected) {
        selected = isSelected;
        mark.pseudoClassStateChanged(SELECTED, isSelected);
        label.pseudoClassStateChanged(SELECTED, isSelected);
    }

    /** Puts the mark across the track. */
    void place(double x, double trackCenter) {
        double height = selected ? SELECTED_HEIGHT : HEIGHT;
        mark.resizeRelocate(Math.rint(x - HIT_WIDTH / 2), trackCenter - height / 2, HIT_WIDTH, height);
    }

    /** Whether a point of the slider lies on the mark. */
    boolean hit(double x, double y) {
        return mark.getBoundsInParent().contains(x, y);
    }
}
