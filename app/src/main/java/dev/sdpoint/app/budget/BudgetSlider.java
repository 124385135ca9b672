package dev.sdpoint.app.budget;

import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.jspecify.annotations.Nullable;

/**
 * A slider over a cost axis with a tick for every offer. The thumb stands at the budget; the tick of the selected instance is
 * marked. It moves by drag, click, wheel, arrow keys, Page Up and Down, Home and End, and changes nothing by itself: it tells
 * the actions, and shows what the properties say.
 */
final class BudgetSlider extends Region {
    private static final double BUBBLE_HEIGHT = 24;
    private static final double TRACK_HEIGHT = 12;
    private static final double TRACK_CENTER = BUBBLE_HEIGHT + 16;
    private static final double THUMB = 26;
    private static final double LABEL_TOP = TRACK_CENTER + 20;
    private static final double LABEL_HEIGHT = 18;
    private static final int LABEL_ROWS = 2;
    private static final double INSET = 20;
    private static final int COLOR_STOPS = 32;
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final ObjectProperty<@Nullable BudgetAxis> axis = new SimpleObjectProperty<>();
    private final DoubleProperty budget = new SimpleDoubleProperty();
    private final ObjectProperty<Instance> selected = new SimpleObjectProperty<>(Instance.FULL);
    private final BudgetActions actions;

    private final Region rest = styled("budget-track-rest");
    private final Region filled = styled("budget-track-filled");
    private final Region thumb = styled("budget-thumb");
    private final Label bubble = new Label();
    private final List<OfferTick> ticks = new ArrayList<>();
    private double wheel;

    BudgetSlider(BudgetActions actions) {
        this.actions = actions;
        getStyleClass().add("budget-slider");
        setId("budget-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Budget");
        bubble.getStyleClass().add("budget-bubble");
        bubble.setId("budget-bubble");
        bubble.setMouseTransparent(true);
        thumb.setMouseTransparent(true);
        thumb.setId("budget-thumb");
        getChildren().addAll(rest, filled, thumb, bubble);
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
        ticks.forEach(tick -> getChildren().removeAll(tick.mark(), tick.label()));
        ticks.clear();
        if (line != null) {
            line.offers().forEach(offer -> ticks.add(new OfferTick(line.unit(), offer, actions::chooseInstance)));
            ticks.forEach(tick -> getChildren().addAll(tick.mark(), tick.label()));
            thumb.toFront();
            bubble.toFront();
        }
        moved();
    }

    private void moved() {
        BudgetAxis line = axis.get();
        if (line != null) {
            bubble.setText("Budget " + line.unit().amount(budget.get()));
            setAccessibleText(bubble.getText() + ", buys " + selected.get().label());
            for (OfferTick tick : ticks) {
                tick.select(tick.offer().instance().equals(selected.get()));
            }
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || axis.get() == null) {
            return;
        }
        requestFocus();
        event.consume();
        OfferTick hit = ticks.stream()
                .filter(tick -> tick.hit(event.getX(), event.getY()))
                .findFirst()
                .orElse(null);
        if (hit != null) {
            actions.chooseInstance(hit.offer().instance());
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
        int page = Math.max(2, ticks.size() / 4);
        int steps = switch (event.getCode()) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN, MINUS, SUBTRACT -> -1;
            case RIGHT, UP, KP_RIGHT, KP_UP, PLUS, ADD -> 1;
            case PAGE_DOWN -> -page;
            case PAGE_UP -> page;
            case HOME -> -ticks.size();
            case END -> ticks.size();
            default -> 0;
        };
        if (steps != 0) {
            actions.stepBudget(steps);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        BudgetAxis line = axis.get();
        if (line == null) {
            return;
        }
        double width = trackWidth();
        double thumbX = INSET + line.position(budget.get()) * width;
        LinearGradient colors = colors(line, width);
        double top = TRACK_CENTER - TRACK_HEIGHT / 2;
        fill(rest, colors);
        fill(filled, colors);
        rest.resizeRelocate(INSET, top, width, TRACK_HEIGHT);
        filled.resizeRelocate(INSET, top, Math.max(0, thumbX - INSET), TRACK_HEIGHT);
        thumb.resizeRelocate(Math.rint(thumbX - THUMB / 2), TRACK_CENTER - THUMB / 2, THUMB, THUMB);
        double bubbleWidth = bubble.prefWidth(-1);
        double left = Math.max(0, Math.min(getWidth() - bubbleWidth, thumbX - bubbleWidth / 2));
        bubble.resizeRelocate(Math.rint(left), 0, bubbleWidth, BUBBLE_HEIGHT);
        layoutTicks(line, width);
    }

    private void layoutTicks(BudgetAxis line, double width) {
        List<TickLabels.Place> places = labels(line, getWidth(), line.indexOf(selected.get()));
        for (int i = 0; i < ticks.size(); i++) {
            OfferTick tick = ticks.get(i);
            tick.place(INSET + line.position(line.unit().of(tick.offer())) * width, TRACK_CENTER);
            Label label = tick.label();
            TickLabels.Place place = places.get(i);
            label.setVisible(place.row() != TickLabels.NO_ROW);
            double y = LABEL_TOP + Math.max(0, place.row()) * LABEL_HEIGHT;
            label.resizeRelocate(Math.rint(place.left()), y, label.prefWidth(-1), LABEL_HEIGHT);
        }
    }

    private List<TickLabels.Place> labels(BudgetAxis line, double width, int chosen) {
        double[] centers = new double[ticks.size()];
        double[] widths = new double[ticks.size()];
        for (int i = 0; i < centers.length; i++) {
            OfferTick tick = ticks.get(i);
            centers[i] = INSET + line.position(line.unit().of(tick.offer())) * Math.max(1, width - 2 * INSET);
            widths[i] = tick.label().prefWidth(-1);
        }
        return TickLabels.layout(centers, widths, width, 8, LABEL_ROWS, chosen);
    }

    /** Rows of labels that are needed, whichever tick is selected: nothing below moves while the budget does. */
    private int labelRows(double width) {
        BudgetAxis line = axis.get();
        if (line == null || width <= 0) {
            return LABEL_ROWS;
        }
        int last = IntStream.range(-1, ticks.size())
                .flatMap(chosen -> labels(line, width, chosen).stream().mapToInt(TickLabels.Place::row))
                .max()
                .orElse(0);
        return 1 + Math.max(0, last);
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - 2 * INSET);
    }

    private static LinearGradient colors(BudgetAxis line, double width) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= COLOR_STOPS; i++) {
            double position = (double) i / COLOR_STOPS;
            Color color = CostColors.of(line.relativeCost(position));
            stops.add(new Stop(position, color));
        }
        return new LinearGradient(0, 0, width, 0, false, CycleMethod.NO_CYCLE, stops);
    }

    private static void fill(Region region, LinearGradient colors) {
        region.setBackground(new Background(new BackgroundFill(colors, new CornerRadii(TRACK_HEIGHT / 2), null)));
    }

    private static Region styled(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
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
        return LABEL_TOP + labelRows(width) * LABEL_HEIGHT;
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
