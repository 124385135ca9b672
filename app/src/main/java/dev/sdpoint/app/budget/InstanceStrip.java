package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * One cell an instance, from the cheapest to the dearest: right or wrong, how probable the true class is (as a number where
 * there is room, and as a level), and the colour of the cost. A click or an arrow key selects the instance. One focus stop.
 */
final class InstanceStrip extends Region {
    private static final Texts TEXTS = Texts.of(InstanceStrip.class);
    private static final double GAP = 4;
    private static final double NARROWEST = 22;
    private static final double HEIGHT = 46;
    private static final double COST = 6;

    private final Consumer<Instance> choose;
    private final List<Cell> cells = new ArrayList<>();
    private List<InstanceCell> shown = List.of();
    private int selected = -1;

    InstanceStrip(Consumer<Instance> choose) {
        this.choose = choose;
        getStyleClass().add("instance-strip");
        setId("instance-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows the cells, with the one of an instance marked. */
    void show(List<InstanceCell> newCells, Instance selectedInstance, String trueClass) {
        if (cells.size() != newCells.size()) {
            cells.clear();
            for (int i = 0; i < newCells.size(); i++) {
                cells.add(new Cell(i));
            }
            getChildren().setAll(cells);
        }
        shown = List.copyOf(newCells);
        selected = -1;
        for (int i = 0; i < shown.size(); i++) {
            boolean chosen = shown.get(i).score().instance().equals(selectedInstance);
            selected = chosen ? i : selected;
            cells.get(i).show(shown.get(i), chosen, trueClass);
        }
        setAccessibleText(
                selected < 0
                        ? TEXTS.get("strip.title")
                        : TEXTS.get("strip.selected", shown.get(selected).inWords(trueClass)));
        requestLayout();
    }

    private void select(int index) {
        requestFocus();
        if (index >= 0 && index < shown.size()) {
            choose.accept(shown.get(index).score().instance());
        }
    }

    private void key(KeyEvent event) {
        int last = shown.size() - 1;
        int target = switch (event.getCode()) {
            case LEFT -> selected - 1;
            case RIGHT -> selected + 1;
            case HOME -> 0;
            case END -> last;
            default -> -2;
        };
        if (target != -2) {
            select(Math.max(0, Math.min(last, target)));
            event.consume();
        }
    }

    /** Cells a row: as many as fit, spread evenly over as few rows as possible. */
    private int columns(double width) {
        int count = Math.max(1, cells.size());
        int fitting = (int) Math.max(1, Math.min(count, (width + GAP) / (NARROWEST + GAP)));
        int rows = (count + fitting - 1) / fitting;
        return (count + rows - 1) / rows;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double step = (getWidth() + GAP) / columns;
        for (int i = 0; i < cells.size(); i++) {
            double left = Math.floor(i % columns * step);
            double right = Math.floor((i % columns + 1) * step) - GAP;
            double top = Math.floorDiv(i, columns) * (HEIGHT + GAP);
            cells.get(i).resizeRelocate(left, top, Math.max(4, right - left), HEIGHT);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? Double.MAX_VALUE : width);
        int rows = Math.max(1, (cells.size() + columns - 1) / columns);
        return rows * (HEIGHT + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return cells.size() * 48.0;
    }

    /** One instance. */
    private final class Cell extends Region {
        private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
        private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
        private static final double TEXT = 16;
        private static final double WITH_NUMBER = 30;

        private final Region level = new Region();
        private final Region cost = new Region();
        private final FontIcon glyph = new FontIcon(Material2AL.CHECK);
        private final Label text = new Label();
        private final Tooltip tooltip = new Tooltip();
        private @Nullable InstanceCell shownCell;
        private String shownClass = "";
        private double share;

        Cell(int index) {
            getStyleClass().add("instance-cell");
            level.getStyleClass().add("instance-level");
            text.getStyleClass().addAll("figure", "instance-text");
            text.setAlignment(Pos.CENTER);
            tooltip.setShowDelay(Duration.millis(250));
            Tooltip.install(this, tooltip);
            setOnMousePressed(e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                    select(index);
                    e.consume();
                }
            });
            getChildren().addAll(level, cost, glyph, text);
            getChildren().forEach(c -> c.setMouseTransparent(true));
        }

        void show(InstanceCell cell, boolean chosen, String trueClass) {
            pseudoClassStateChanged(SELECTED, chosen);
            if (cell.equals(shownCell) && trueClass.equals(shownClass)) {
                return;
            }
            shownCell = cell;
            shownClass = trueClass;
            share = cell.probability();
            pseudoClassStateChanged(RIGHT, cell.known() && cell.verdict() == Verdict.RIGHT);
            pseudoClassStateChanged(WRONG, cell.known() && cell.verdict() == Verdict.WRONG);
            glyph.setVisible(cell.known() && cell.verdict() != Verdict.UNKNOWN);
            glyph.setIconCode(cell.verdict() == Verdict.RIGHT ? Material2AL.CHECK : Material2AL.CLOSE);
            text.setText(
                    !cell.known()
                            ? "…"
                            : cell.verdict() == Verdict.UNKNOWN
                                    ? cell.guess()
                                    : Long.toString(Math.round(100 * cell.probability())));
            cost.setBackground(
                    CostColors.mark(cell.score().relativeCost(), new CornerRadii(0, 0, 4, 4, false), Insets.EMPTY));
            tooltip.setText(cell.inWords(trueClass));
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double inner = getHeight() - COST - 2;
            double height = Math.rint(inner * Math.max(0, Math.min(1, share)));
            level.resizeRelocate(1, 1 + inner - height, width - 2, height);
            cost.resizeRelocate(1, getHeight() - COST - 1, width - 2, COST);
            boolean both = glyph.isVisible() && width >= WITH_NUMBER;
            text.setVisible(!glyph.isVisible() || both);
            double icon = glyph.prefWidth(-1);
            double iconHeight = glyph.prefHeight(-1);
            double top = both ? 3 : (inner - iconHeight) / 2;
            glyph.resizeRelocate(Math.rint((width - icon) / 2), Math.rint(top), icon, iconHeight);
            double textTop = both ? inner - TEXT - 2 : (inner - TEXT) / 2;
            text.resizeRelocate(2, Math.rint(textTop), Math.max(0, width - 4), TEXT);
        }
    }
}
