package dev.sdpoint.app.budget;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A bar as long as a probability, with a notch at the probability of the other answer. */
final class ProbabilityBar extends Region {
    private static final double THICKNESS = 10;
    private static final double NOTCH = 2;
    private static final PseudoClass TRUE = PseudoClass.getPseudoClass("true-class");

    private final Region track = part("probability-track");
    private final Region fill = part("probability-fill");
    private final Region notch = part("probability-notch");
    private double probability;
    private double other;

    ProbabilityBar() {
        getStyleClass().add("probability-bar");
        getChildren().addAll(track, fill, notch);
    }

    /** Shows two probabilities, 0 … 1. */
    void show(double mine, double others, boolean isTrueClass) {
        probability = mine;
        other = others;
        pseudoClassStateChanged(TRUE, isTrueClass);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = Math.floor((getHeight() - THICKNESS) / 2);
        track.resizeRelocate(0, y, width, THICKNESS);
        fill.resizeRelocate(0, y, Math.max(2, Math.rint(width * probability)), THICKNESS);
        double at = Math.min(width - NOTCH, Math.rint(width * other));
        notch.resizeRelocate(at, y - 3, NOTCH, THICKNESS + 6);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 80;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 24;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 20;
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setManaged(false);
        return region;
    }
}
