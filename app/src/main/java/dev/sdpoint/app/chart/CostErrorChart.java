package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.chart.fx.ChartViewer;

/**
 * The cost–error chart. Hovering names an instance, a click selects it, the arrow keys walk along the costs, Home and End go
 * to the cheapest and the dearest. JavaFX thread only.
 */
public final class CostErrorChart extends Region {
    private static final double REACH = 14;
    private static final double CARD_GAP = 14;

    private final ObjectProperty<CostErrorData> data = new SimpleObjectProperty<>(CostErrorData.EMPTY);
    private final ObjectProperty<Instance> selected = new SimpleObjectProperty<>(Instance.FULL);
    private final ObjectProperty<CostUnit> unit = new SimpleObjectProperty<>(CostUnit.GFLOPS);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(false);
    private final BooleanProperty referenceShown = new SimpleBooleanProperty(true);
    private final CostErrorPlot plot = new CostErrorPlot();
    private final ChartViewer viewer = new ChartViewer(plot.chart());
    private final ChartTokens tokens = new ChartTokens();
    private final InstanceCard card = new InstanceCard();
    private Optional<InstanceScore> hovered = Optional.empty();

    /** An empty chart. */
    public CostErrorChart() {
        getStyleClass().add("cost-error-chart");
        getStylesheets()
                .add(Objects.requireNonNull(CostErrorChart.class.getResource("/dev/sdpoint/app/chart/chart.css"))
                        .toExternalForm());
        viewer.getCanvas().setMouseTransparent(true);
        viewer.setMouseTransparent(true);
        viewer.visibleProperty().bind(data.map(d -> d.front().isPresent()));
        getChildren().addAll(viewer, card, tokens);
        setMinSize(200, 120);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        data.addListener((value, before, after) -> refresh());
        unit.addListener((value, before, after) -> refresh());
        logarithmic.addListener((value, before, after) -> refresh());
        referenceShown.addListener((value, before, after) -> refresh());
        selected.addListener((value, before, after) -> {
            plot.select(after);
            describe();
        });
        tokens.paletteProperty().addListener((value, before, after) -> plot.paint(after));
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> point(Optional.empty()));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::walk);
        plot.select(selected.get());
        describe();
    }

    /** What is shown. */
    public ObjectProperty<CostErrorData> dataProperty() {
        return data;
    }

    /** The instance with the ring; a click sets it. */
    public ObjectProperty<Instance> selectedProperty() {
        return selected;
    }

    /** What the cost axis counts. */
    public ObjectProperty<CostUnit> unitProperty() {
        return unit;
    }

    /** Whether the cost axis is logarithmic. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether the reference is drawn beside an evaluation; without one it always is. */
    public BooleanProperty referenceShownProperty() {
        return referenceShown;
    }

    /** The chart as it is, at twice the size on screen. */
    public BufferedImage picture() {
        return CostErrorExport.picture(plot.chart(), (int) Math.max(400, getWidth()), (int) Math.max(300, getHeight()));
    }

    /** Where an instance is drawn, in this node's coordinates; empty if it is not shown. */
    public Optional<javafx.geometry.Point2D> placeOf(Instance instance) {
        return scores().stream()
                .filter(s -> s.instance().equals(instance))
                .findFirst()
                .map(s -> new javafx.geometry.Point2D(plot.x(s, area()), plot.y(s, area())));
    }

    @Override
    protected void layoutChildren() {
        viewer.resizeRelocate(0, 0, getWidth(), getHeight());
        tokens.resizeRelocate(0, 0, 0, 0);
        placeCard();
    }

    private void refresh() {
        boolean alone = data.get().latest().isEmpty();
        CostErrorData shown =
                alone || referenceShown.get() ? data.get() : data.get().withReference(Optional.empty());
        plot.show(shown, unit.get(), logarithmic.get());
        point(hovered.flatMap(old -> scores().stream()
                .filter(s -> s.instance().equals(old.instance()))
                .findFirst()));
        describe();
    }

    private void hover(MouseEvent event) {
        point(plot.at(event.getX(), event.getY(), area(), REACH));
    }

    private void click(MouseEvent event) {
        requestFocus();
        plot.at(event.getX(), event.getY(), area(), REACH).ifPresent(s -> selected.set(s.instance()));
    }

    private void walk(KeyEvent event) {
        List<InstanceScore> order = scores();
        if (order.isEmpty()) {
            return;
        }
        int now = 0;
        while (now < order.size() - 1 && !order.get(now).instance().equals(selected.get())) {
            now++;
        }
        int last = order.size() - 1;
        int next;
        switch (event.getCode()) {
            case LEFT, DOWN -> next = Math.max(0, now - 1);
            case RIGHT, UP -> next = Math.min(last, now + 1);
            case HOME -> next = 0;
            case END -> next = last;
            default -> {
                return;
            }
        }
        event.consume();
        selected.set(order.get(next).instance());
        point(Optional.of(order.get(next)));
    }

    private void point(Optional<InstanceScore> score) {
        hovered = score;
        setCursor(score.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        Optional<Sweep> sweep = data.get().front().map(Labelled::sweep);
        card.setVisible(score.isPresent() && sweep.isPresent());
        if (score.isPresent() && sweep.isPresent()) {
            card.show(score.get(), sweep.get());
            placeCard();
        }
    }

    /** Above and to the right of the instance, or wherever there is room. */
    private void placeCard() {
        if (!card.isVisible() || hovered.isEmpty()) {
            return;
        }
        card.autosize();
        double x = plot.x(hovered.get(), area()) + CARD_GAP;
        double y = plot.y(hovered.get(), area()) - CARD_GAP - card.getHeight();
        if (x + card.getWidth() > getWidth()) {
            x -= 2 * CARD_GAP + card.getWidth();
        }
        card.relocate(Math.rint(Math.max(0, x)), Math.rint(y < 0 ? y + 2 * CARD_GAP + card.getHeight() : y));
    }

    private Rectangle2D area() {
        return viewer.getRenderingInfo().getPlotInfo().getDataArea();
    }

    private List<InstanceScore> scores() {
        return data.get().front().map(Labelled::sweep).map(Sweep::byCost).orElse(List.of());
    }

    private void describe() {
        String text = scores().stream()
                .filter(s -> s.instance().equals(selected.get()))
                .findFirst()
                .map(s -> String.format(
                        Locale.ROOT,
                        "Cost–error chart. Selected: %s, %.0f %% of full, error %.1f %%.",
                        s.instance().label(),
                        100 * s.relativeCost(),
                        100 * s.top1Error()))
                .orElse(scores().isEmpty() ? "Cost–error chart, empty." : "Cost–error chart.");
        setAccessibleText(text + " Arrow keys choose an instance.");
    }
}
