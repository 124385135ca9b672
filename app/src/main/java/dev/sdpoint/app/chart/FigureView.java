package dev.sdpoint.app.chart;

import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.figure.Figure;
import dev.sdpoint.app.figure.FigureScreen;
import dev.sdpoint.app.figure.Look;
import dev.sdpoint.app.figure.Spot;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A figure in the window: the same one that is written to files, in the size and colours of the window. It is drawn on a thread of its
 * own; what was there stays until the new drawing is ready. Hovering names a mark, a click on an instance selects it; the arrow keys
 * walk from mark to mark, Enter selects. JavaFX thread only.
 */
public final class FigureView extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(FigureView.class);
    private static final Texts TEXTS = Texts.of(FigureView.class);
    private static final double REACH = 12;
    private static final double RING = 8;
    private static final double LOW = 200;

    private final ObjectProperty<Optional<Figure>> figure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Instance> selected = new SimpleObjectProperty<>(Instance.FULL);
    private final ImageView image = new ImageView();
    private final Pane rings = new Pane();
    private final FigureCard card = new FigureCard();
    private final ChartTokens tokens = new ChartTokens();
    private final Region focusRing = new Region();
    private final LatestTask<Request, Drawing> drawing;
    private List<Spot> spots = List.of();
    private int pointed = -1;
    private @Nullable Request wanted;
    private double measuredWidth;
    private double leastHeight;

    private record Request(Figure figure, int width, int height, double scale, ChartPalette palette) {}

    private record Drawing(Request request, Image image, List<Spot> spots) {}

    /**
     * An empty view.
     *
     * @param worker draws, one figure after the other
     * @param tasks brings the drawings to the JavaFX thread
     */
    public FigureView(Executor worker, TaskRunner tasks) {
        drawing = new LatestTask<>(
                worker,
                tasks,
                FigureView::draw,
                this::show,
                problem -> LOG.error("A figure could not be drawn.", problem));
        getStyleClass().add("figure-view");
        Sheets.add(this, FigureView.class, "chart.css");
        rings.setMouseTransparent(true);
        rings.setManaged(false);
        image.setMouseTransparent(true);
        focusRing.getStyleClass().add("figure-focus"); // above the picture, which is opaque
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusVisibleProperty());
        getChildren().addAll(image, rings, focusRing, card, tokens);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(0);
        figure.addListener((value, before, after) -> change());
        selected.addListener((value, before, after) -> ring());
        tokens.paletteProperty().addListener((value, before, after) -> redraw());
        setOnMouseMoved(event -> point(at(event)));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::walk);
        change();
    }

    /** What is shown. */
    public ObjectProperty<Optional<Figure>> figureProperty() {
        return figure;
    }

    /** The instance whose marks have a ring; a click sets it. */
    public ObjectProperty<Instance> selectedProperty() {
        return selected;
    }

    /** What one can point at in what is drawn now, in this node's coordinates. */
    public List<Spot> spots() {
        return spots;
    }

    /** Whether the figure of now is drawn in the size and colours of now. */
    public boolean drawn() {
        return figure.get().isEmpty() || (wanted != null && wanted.equals(image.getUserData()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = Math.floor(width < 0 ? getWidth() : width);
        if (figure.get().isEmpty() || inner < 2) {
            return LOW;
        }
        if (inner != measuredWidth) {
            measuredWidth = inner;
            leastHeight = FigureScreen.leastHeight(figure.get().get(), inner);
        }
        return leastHeight;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        image.relocate(0, 0);
        rings.resizeRelocate(0, 0, getWidth(), getHeight());
        focusRing.resizeRelocate(0, 0, getWidth(), getHeight());
        tokens.resizeRelocate(0, 0, 0, 0);
        redraw();
        placeCard();
    }

    private void change() {
        wanted = null;
        measuredWidth = 0;
        if (figure.get().isEmpty()) {
            drawing.cancel();
            image.setImage(null);
            spots = List.of();
            ring();
        }
        point(-1);
        requestLayout();
    }

    private void redraw() {
        int width = (int) Math.floor(getWidth());
        int height = (int) Math.floor(getHeight());
        if (figure.get().isEmpty() || width < 2 || height < 2 || getScene() == null) {
            return;
        }
        double scale = getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
        Request request = new Request(
                figure.get().get(),
                width,
                height,
                scale,
                tokens.paletteProperty().get());
        if (!request.equals(wanted)) {
            wanted = request;
            drawing.request(request);
        }
    }

    private static Drawing draw(Request request) {
        ChartPalette palette = request.palette();
        Look look = new Look(palette.surface(), palette.text(), palette.muted(), palette.grid(), palette.muted());
        FigureScreen.Drawn drawn =
                FigureScreen.draw(request.figure(), request.width(), request.height(), request.scale(), look);
        return new Drawing(request, SwingFXUtils.toFXImage(drawn.pixels(), null), drawn.spots());
    }

    private void show(Drawing done) {
        image.setImage(done.image());
        image.setUserData(done.request());
        image.setFitWidth(done.image().getWidth() / done.request().scale());
        image.setFitHeight(done.image().getHeight() / done.request().scale());
        spots = done.spots();
        pointed = Math.min(pointed, spots.size() - 1);
        ring();
        describe();
    }

    private void ring() {
        rings.getChildren()
                .setAll(spots.stream()
                        .filter(spot ->
                                spot.instance().filter(selected.get()::equals).isPresent())
                        .map(spot -> {
                            Circle ring = new Circle(spot.x(), spot.y(), RING);
                            ring.getStyleClass().add("figure-ring");
                            return ring;
                        })
                        .toList());
    }

    private int at(MouseEvent event) {
        int nearest = -1;
        double least = REACH * REACH;
        for (int i = 0; i < spots.size(); i++) {
            double dx = spots.get(i).x() - event.getX();
            double dy = spots.get(i).y() - event.getY();
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }

    private void click(MouseEvent event) {
        requestFocus();
        point(at(event));
        select();
    }

    private void select() {
        if (pointed >= 0) {
            spots.get(pointed).instance().ifPresent(selected::set);
        }
    }

    private void walk(KeyEvent event) {
        int last = spots.size() - 1;
        int next;
        switch (event.getCode()) {
            case LEFT, UP -> next = Math.max(0, pointed - 1);
            case RIGHT, DOWN -> next = Math.min(last, pointed + 1);
            case HOME -> next = 0;
            case END -> next = last;
            case ENTER, SPACE -> {
                select();
                event.consume();
                return;
            }
            default -> {
                return;
            }
        }
        if (!spots.isEmpty()) {
            event.consume();
            point(next);
        }
    }

    private void point(int spot) {
        pointed = spot;
        boolean something = spot >= 0 && spot < spots.size();
        setCursor(something && spots.get(spot).instance().isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        card.setVisible(something);
        if (something) {
            card.show(spots.get(spot));
            placeCard();
        }
        describe();
    }

    /** Above and to the right of the mark, or wherever there is room. */
    private void placeCard() {
        if (card.isVisible() && pointed >= 0 && pointed < spots.size()) {
            Spot spot = spots.get(pointed);
            card.autosize();
            double x = spot.x() + REACH;
            double y = spot.y() - REACH - card.getHeight();
            x = x + card.getWidth() > getWidth() ? spot.x() - REACH - card.getWidth() : x;
            card.relocate(Math.rint(Math.max(0, x)), Math.rint(y < 0 ? spot.y() + REACH : y));
        }
    }

    private void describe() {
        String title = figure.get().map(Figure::title).orElseGet(() -> TEXTS.get("figure.none"));
        if (pointed >= 0 && pointed < spots.size()) {
            Spot at = spots.get(pointed);
            setAccessibleText(TEXTS.get("figure.spoken.pointed", title, at.title(), String.join(", ", at.lines())));
        } else {
            setAccessibleText(TEXTS.get(spots.isEmpty() ? "figure.spoken" : "figure.spoken.marks", title));
        }
    }
}
