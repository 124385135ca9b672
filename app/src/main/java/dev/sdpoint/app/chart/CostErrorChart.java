package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.PlottedSweep.Spot;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;

/**
 * The cost–error chart. Hovering names an instance or a published network, a click selects the instance, the arrow keys walk along the
 * costs; {@link PlotNavigation} tells how to zoom and move. JavaFX thread only.
 */
public final class CostErrorChart extends Region {
    private static final Texts TEXTS = Texts.of(CostErrorChart.class);
    private static final double REACH = 14;
    private static final double CARD_GAP = 14;

    private final ObjectProperty<CostErrorData> data = new SimpleObjectProperty<>(CostErrorData.EMPTY);
    private final ObjectProperty<Instance> selected = new SimpleObjectProperty<>(Instance.FULL);
    private final ObjectProperty<CostUnit> unit = new SimpleObjectProperty<>(CostUnit.GFLOPS);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(false);
    private final ObservableSet<String> hidden = FXCollections.observableSet(new HashSet<>());
    private final ObservableList<LatencyProfile> latencies = FXCollections.observableArrayList();
    private final CostErrorPlot plot = new CostErrorPlot();
    private final ReadOnlyObjectWrapper<CostErrorView> view = new ReadOnlyObjectWrapper<>(CostErrorView.EMPTY);
    private final ChartViewer viewer = new ChartViewer(plot.chart());
    private final ChartTokens tokens = new ChartTokens();
    private final SpotCard card = new SpotCard();
    private final PlotNavigation navigation;
    private Optional<ChartSpot> hovered = Optional.empty();

    /** An empty chart. */
    public CostErrorChart() {
        getStyleClass().add("cost-error-chart");
        Sheets.add(this, CostErrorChart.class, "chart.css");
        viewer.getCanvas().setMouseTransparent(true);
        viewer.setMouseTransparent(true);
        viewer.visibleProperty().bind(view.map(CostErrorChart::shows));
        navigation = new PlotNavigation(this, plot.window(), new Plane(), true, this::moved);
        getChildren().addAll(viewer, navigation.band(), card, tokens);
        setMinSize(200, 120);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (ObservableValue<?> input : List.of(data, unit, logarithmic)) {
            input.addListener((value, before, after) -> refresh());
        }
        hidden.addListener((SetChangeListener<String>) change -> refresh());
        latencies.addListener((javafx.collections.ListChangeListener<LatencyProfile>) change -> refresh());
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

    /** Labels of references that are not drawn beside an evaluation. */
    public ObservableSet<String> hiddenReferences() {
        return hidden;
    }

    /** What was measured on this machine, for {@link CostUnit#MILLIS}; an evaluation of another network is left out there. */
    public ObservableList<LatencyProfile> latencies() {
        return latencies;
    }

    /** What is drawn now. */
    public ReadOnlyObjectProperty<CostErrorView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The colours that the theme gives it. */
    public ReadOnlyObjectProperty<ChartPalette> paletteProperty() {
        return tokens.paletteProperty();
    }

    /** The chart as it is now, the part that is zoomed into, for a file or the clipboard. */
    public CostErrorExport export() {
        PlotWindow window = plot.window();
        Optional<CostErrorFigure.Part> part =
                window.zoomed() ? Optional.of(new CostErrorFigure.Part(window.x(), window.y())) : Optional.empty();
        return new CostErrorExport(view.get(), CostErrorFigure.of(view.get(), part));
    }

    /** What part of the plane is shown. */
    PlotWindow window() {
        return plot.window();
    }

    /** Shows everything again. */
    public void resetZoom() {
        navigation.reset();
    }

    /** Where an instance is drawn, in this node's coordinates; empty if it is not shown. */
    public Optional<Point2D> placeOf(Instance instance) {
        return spots().stream()
                .filter(s -> s.score().instance().equals(instance))
                .findFirst()
                .map(s -> new Point2D(plot.x(s.x(), area()), plot.y(s.error(), area())));
    }

    @Override
    protected void layoutChildren() {
        viewer.resizeRelocate(0, 0, getWidth(), getHeight());
        tokens.resizeRelocate(0, 0, 0, 0);
        placeCard();
    }

    private static boolean shows(CostErrorView view) {
        return view.front().isPresent() || !view.literature().isEmpty();
    }

    private void refresh() {
        CostErrorView shown = CostErrorView.of(data.get(), unit.get(), logarithmic.get(), latencies, hidden);
        plot.show(shown);
        view.set(shown);
        point(Optional.empty());
        describe();
    }

    private void moved() {
        plot.windowChanged();
        point(Optional.empty());
    }

    private void hover(MouseEvent event) {
        point(plot.at(event.getX(), event.getY(), area(), REACH));
    }

    private void click(MouseEvent event) {
        requestFocus();
        if (!navigation.dragged()) {
            plot.at(event.getX(), event.getY(), area(), REACH)
                    .flatMap(ChartSpot::instance)
                    .ifPresent(selected::set);
        }
    }

    private void walk(KeyEvent event) {
        List<Spot> order = spots();
        if (order.isEmpty()) {
            return;
        }
        int now = 0;
        while (now < order.size() - 1 && !order.get(now).score().instance().equals(selected.get())) {
            now++;
        }
        int last = order.size() - 1;
        boolean far = event.isShortcutDown();
        int next;
        switch (event.getCode()) {
            case LEFT, DOWN -> next = far ? 0 : Math.max(0, now - 1);
            case RIGHT, UP -> next = far ? last : Math.min(last, now + 1);
            case END -> next = last;
            default -> {
                return;
            }
        }
        event.consume();
        Spot spot = order.get(next);
        selected.set(spot.score().instance());
        view.get().front().ifPresent(front -> point(Optional.of(new ChartSpot.OfInstance(front, spot))));
    }

    private void point(Optional<ChartSpot> spot) {
        hovered = spot.filter(s -> area().contains(plot.x(s.x(), area()), plot.y(s.error(), area())));
        setCursor(hovered.flatMap(ChartSpot::instance).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        card.setVisible(hovered.isPresent());
        hovered.ifPresent(at -> {
            card.show(at, view.get().front());
            placeCard();
        });
    }

    /** Above and to the right of what it describes, or wherever there is room. */
    private void placeCard() {
        if (!card.isVisible() || hovered.isEmpty()) {
            return;
        }
        card.autosize();
        double x = plot.x(hovered.get().x(), area()) + CARD_GAP;
        double y = plot.y(hovered.get().error(), area()) - CARD_GAP - card.getHeight();
        if (x + card.getWidth() > getWidth()) {
            x -= 2 * CARD_GAP + card.getWidth();
        }
        card.relocate(Math.rint(Math.max(0, x)), Math.rint(y < 0 ? y + 2 * CARD_GAP + card.getHeight() : y));
    }

    private Rectangle2D area() {
        return PlotWindow.areaOf(viewer);
    }

    private List<Spot> spots() {
        return view.get().front().map(PlottedSweep::spots).orElse(List.of());
    }

    private void describe() {
        setAccessibleText(spots().stream()
                .filter(s -> s.score().instance().equals(selected.get()))
                .findFirst()
                .map(s -> TEXTS.get(
                        "chart.selected",
                        s.score().instance().label(),
                        String.format(Locale.ROOT, "%.0f %%", 100 * s.score().relativeCost()),
                        String.format(Locale.ROOT, "%.1f %%", s.error())))
                .orElseGet(() -> TEXTS.get(spots().isEmpty() ? "chart.empty" : "chart.unselected")));
    }

    private final class Plane implements PlotWindow.Plane {
        @Override
        public Rectangle2D area() {
            return CostErrorChart.this.area();
        }

        @Override
        public ValueAxis x() {
            return plot.chart().getXYPlot().getDomainAxis();
        }

        @Override
        public ValueAxis y() {
            return plot.chart().getXYPlot().getRangeAxis();
        }
    }
}
