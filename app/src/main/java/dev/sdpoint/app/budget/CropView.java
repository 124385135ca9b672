package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * A person's own picture with the square that the model gets: dragged or moved with the arrow keys, scaled with the wheel or
 * plus and minus, standard again with 0 or Home.
 */
final class CropView extends Region {
    private static final Texts TEXTS = Texts.of(CropView.class);
    private static final double HEIGHT = 160;
    private static final double STEP = 1 / 16.0;
    private static final double ZOOM = 1.1;

    private final CropActions actions;
    private final ImageView image = new ImageView();
    private final Path shade = new Path();
    private final Region frame = new Region();
    private @Nullable Shot shot;
    private @Nullable Crop crop;
    private @Nullable Crop grabbed;
    private Point2D grabbedAt = Point2D.ZERO;

    CropView(CropActions actions) {
        this.actions = actions;
        setId("crop-view");
        getStyleClass().add("crop-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setId("picture-original");
        image.setSmooth(true);
        image.setManaged(false);
        shade.getStyleClass().add("crop-shade");
        shade.setFillRule(FillRule.EVEN_ODD);
        shade.setManaged(false);
        frame.setId("crop-frame");
        frame.getStyleClass().add("crop-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        getChildren().addAll(image, shade, frame);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> grabbed = null);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a picture and what of it is taken. */
    @SuppressWarnings("ReferenceEquality")
    void show(Shot newShot, Crop newCrop) {
        if (shot != newShot) {
            image.setImage(Pixels.image(newShot.preview()));
            grabbed = null;
        }
        shot = newShot;
        crop = newCrop;
        boolean free = newShot.adjustable();
        setFocusTraversable(free);
        setCursor(free ? Cursor.MOVE : Cursor.DEFAULT);
        frame.setVisible(free);
        shade.setVisible(free);
        setAccessibleText(
                free
                        ? TEXTS.get(
                                "crop.square",
                                Integer.toString(newCrop.side()),
                                Integer.toString(newCrop.left()),
                                Integer.toString(newCrop.top()))
                        : TEXTS.get("crop.whole"));
        requestLayout();
    }

    /** Shows nothing. */
    void clear() {
        shot = null;
        crop = null;
        grabbed = null;
        image.setImage(null);
    }

    private double scale(Shot of) {
        return Math.min(getWidth() / of.width(), getHeight() / of.height());
    }

    private void press(MouseEvent event) {
        requestFocus();
        grabbed = crop;
        grabbedAt = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void drag(MouseEvent event) {
        Shot of = shot;
        Crop from = grabbed;
        if (of != null && from != null && of.adjustable()) {
            double scale = scale(of);
            double columns = (event.getX() - grabbedAt.getX()) / scale;
            double rows = (event.getY() - grabbedAt.getY()) / scale;
            actions.choose(from.moved(columns, rows, of.width(), of.height()));
            event.consume();
        }
    }

    private void scroll(ScrollEvent event) {
        // Without the focus the wheel scrolls the place, as anywhere else.
        if (isFocused() && event.getDeltaY() != 0 && zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM)) {
            event.consume();
        }
    }

    private boolean zoom(double factor) {
        Shot of = shot;
        Crop from = crop;
        if (of == null || from == null || !of.adjustable()) {
            return false;
        }
        int least = Math.min(of.usual().width(), Math.min(of.width(), of.height()));
        actions.choose(from.scaled(factor, least, of.width(), of.height()));
        return true;
    }

    private boolean move(int columns, int rows, boolean fine) {
        Shot of = shot;
        Crop from = crop;
        if (of == null || from == null || !of.adjustable()) {
            return false;
        }
        double step = fine ? 1 : Math.max(1, from.side() * STEP);
        actions.choose(from.moved(columns * step, rows * step, of.width(), of.height()));
        return true;
    }

    private boolean standard() {
        actions.reset();
        return true;
    }

    private void key(KeyEvent event) {
        boolean fine = event.isShiftDown();
        boolean done = switch (event.getCode()) {
            case LEFT -> move(-1, 0, fine);
            case RIGHT -> move(1, 0, fine);
            case UP -> move(0, -1, fine);
            case DOWN -> move(0, 1, fine);
            case PLUS, ADD, EQUALS -> zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(ZOOM);
            case DIGIT0, NUMPAD0, HOME -> standard();
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        Shot of = shot;
        Crop taken = crop;
        if (of == null || taken == null) {
            return;
        }
        double scale = scale(of);
        double width = of.width() * scale;
        double height = of.height() * scale;
        image.setFitWidth(width);
        image.setFitHeight(height);
        image.relocate(0, 0);
        double x = Math.rint(taken.left() * scale);
        double y = Math.rint(taken.top() * scale);
        double side = Math.rint(taken.side() * scale);
        frame.resizeRelocate(x, y, side, side);
        shade.getElements()
                .setAll(
                        new MoveTo(0, 0),
                        new LineTo(width, 0),
                        new LineTo(width, height),
                        new LineTo(0, height),
                        new ClosePath(),
                        new MoveTo(x, y),
                        new LineTo(x + side, y),
                        new LineTo(x + side, y + side),
                        new LineTo(x, y + side),
                        new ClosePath());
    }
}
