package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A slider over a cost axis with a tick for every offer. The thumb stands at the budget; the tick of the selected instance is
 * marked. It moves by drag, click, wheel, arrow keys, Page Up and Down, Home and End, and changes nothing by itself: it tells
 * the actions, and shows what the properties say.
 */
final class BudgetSlider extends Region {
    private static final Texts TEXTS = Texts.of(BudgetSlider.class);
    private static final double BUBBLE_HEIGHT = 24;
    private static final double TRACK_CENTER = BUBBLE_HEIGHT + 16;
    private static final double THUMB = 26;
    private static final double LABEL_TOP = TRACK_CENTER + 20;
    private static final double INSET = 20;
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final ObjectProperty<@Nullable BudgetAxis> axis = new SimpleObjectProperty<>();
    private final DoubleProperty budget = new SimpleDoubleProperty();
    private final ObjectProperty<Instance> selected = new SimpleObjectProperty<>(Instance.FULL);
    private final BudgetActions actions;

    private final BudgetTrack track = new BudgetTrack();
    private final Region thumb = new Region();
    private final Label bubble = new Label();
    private final Face face = new Face();
    private Optional<TickRow> ticks = Optional.empty();
    private double wheel;

    BudgetSlider(BudgetActions actions) {
        this.actions = actions;
        getStyleClass().add("budget-slider");
        setId("budget-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(TEXTS.get("slider.spoken"));
        bubble.getStyleClass().add("budget-bubble");
        bubble.setId("budget-bubble");
        bubble.setMouseTransparent(true);
        thumb.setMouseTransparent(true);
        thumb.getStyleClass().add("budget-thumb");
        thumb.setId("budget-thumb");
        getChildren().add(face);
        rebuild(null);
        axis.addListener((o, was, is) -> rebuild(is));
        budget.addListener((o, was, is) -> moved());
        selected.addListener((o, was, is) -> moved());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> pseudoClassStateChanged(DRAGGED, false));
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The line of offers. */
    ObjectProperty<@Nullable BudgetAxis> axisProperty() {
        return axis;
    }

    /** Where the thumb stands, in the axis's unit. */
    DoubleProperty budgetProperty() {
        return budget;
    }

    /** The instance whose tick is marked. */
    ObjectProperty<Instance> selectedProperty() {
        return selected;
    }

    private void rebuild(@Nullable BudgetAxis line) {
        ticks = Optional.ofNullable(line).map(offers -> new TickRow(offers, INSET, actions::chooseInstance));
        List<Node> parts = new ArrayList<>(track.parts());
        ticks.ifPresent(row -> row.ticks().forEach(tick -> parts.addAll(List.of(tick.mark(), tick.label()))));
        parts.addAll(List.of(thumb, bubble));
        face.getChildren().setAll(parts);
        moved();
        requestLayout();
    }

    private void moved() {
        BudgetAxis line = axis.get();
        if (line != null) {
            String amount = line.unit().amount(budget.get());
            bubble.setText(TEXTS.get("slider.budget", amount));
            setAccessibleText(
                    TEXTS.get("slider.budget.buys", amount, selected.get().label()));
            ticks.ifPresent(row -> row.select(selected.get()));
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        face.requestLayout();
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || axis.get() == null) {
            return;
        }
        requestFocus();
        event.consume();
        Optional<OfferTick> hit = ticks.flatMap(row -> row.hit(event.getX(), event.getY()));
        if (hit.isPresent()) {
            actions.chooseInstance(hit.get().offer().instance());
        } else {
            pseudoClassStateChanged(DRAGGED, true);
            chooseAt(event.getX());
        }
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && axis.get() != null) {
            pseudoClassStateChanged(DRAGGED, true);
            chooseAt(event.getX());
            event.consume();
        }
    }

    private void chooseAt(double x) {
        BudgetAxis line = axis.get();
        if (line != null) {
            actions.chooseBudget(line.value((x - INSET) / trackWidth()));
        }
    }

    private void scroll(ScrollEvent event) {
        double notch = event.getMultiplierY() > 0 ? event.getMultiplierY() : 40;
        wheel += event.getDeltaY() / notch;
        int steps = (int) wheel;
        if (steps != 0) {
            wheel -= steps;
            actions.stepBudget(steps);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        int count = ticks.map(row -> row.ticks().size()).orElse(0);
        int page = Math.max(2, count / 4);
        int steps = switch (event.getCode()) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN, MINUS, SUBTRACT -> -1;
            case RIGHT, UP, KP_RIGHT, KP_UP, PLUS, ADD -> 1;
            case PAGE_DOWN -> -page;
            case PAGE_UP -> page;
            case HOME -> -count;
            case END -> count;
            default -> 0;
        };
        if (steps != 0) {
            actions.stepBudget(steps);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        face.resizeRelocate(0, 0, getWidth(), getHeight());
        face.requestLayout();
    }

    private void place() {
        BudgetAxis line = axis.get();
        if (line == null) {
            return;
        }
        double width = trackWidth();
        double thumbX = INSET + line.position(budget.get()) * width;
        track.place(line, INSET, TRACK_CENTER, width, thumbX - INSET);
        thumb.resizeRelocate(Math.rint(thumbX - THUMB / 2), TRACK_CENTER - THUMB / 2, THUMB, THUMB);
        double bubbleWidth = bubble.prefWidth(-1);
        double left = Math.max(0, Math.min(getWidth() - bubbleWidth, thumbX - bubbleWidth / 2));
        bubble.resizeRelocate(Math.rint(left), 0, bubbleWidth, BUBBLE_HEIGHT);
        ticks.ifPresent(row -> row.place(getWidth(), TRACK_CENTER, LABEL_TOP));
    }

    /**
     * All that is to be seen. What moves with the budget is laid out again here alone: to the place around it, which has a lot to lay out,
     * the slider is as large as before.
     */
    private final class Face extends Pane {
        Face() {
            setManaged(false);
            setPickOnBounds(false);
        }

        @Override
        protected void layoutChildren() {
            place();
        }
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - 2 * INSET);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = width > 0 ? ticks.map(row -> row.rows(width)).orElse(TickRow.MOST_ROWS) : TickRow.MOST_ROWS;
        return LABEL_TOP + rows * TickRow.LABEL_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        BudgetAxis line = axis.get();
        if (line == null) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        return switch (attribute) {
            case VALUE -> budget.get();
            case MIN_VALUE -> line.least();
            case MAX_VALUE -> line.most();
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> actions.stepBudget(1);
            case DECREMENT -> actions.stepBudget(-1);
            case SET_VALUE -> actions.chooseBudget((Double) parameters[0]);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
