package dev.sdpoint.app.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Lets a person zoom and move a chart: the wheel comes closer, a drag shows what lies under its rectangle, a drag with Ctrl or the middle
 * button moves, a double click or Home shows the whole again, plus and minus zoom. JavaFX thread only.
 */
public final class PlotNavigation {
    private static final double STEP = 0.8;
    private static final double LEAST_DRAG = 5;

    private final PlotWindow window;
    private final PlotWindow.Plane plane;
    private final Runnable changed;
    private final Region owner;
    private final Rectangle band = new Rectangle();
    private final boolean upright;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;
    private boolean moving;

    /**
     * Adds what a chart does with wheel, mouse and keys; a plain click is left to the chart.
     *
     * @param owner takes the events; puts {@link #band()} among its children
     * @param upright whether the upright axis is zoomed too
     * @param changed called when the window is another one
     */
    public PlotNavigation(Region owner, PlotWindow window, PlotWindow.Plane plane, boolean upright, Runnable changed) {
        this.owner = owner;
        this.window = window;
        this.plane = plane;
        this.upright = upright;
        this.changed = changed;
        band.getStyleClass().add("chart-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        owner.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        owner.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        owner.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        owner.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        owner.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        owner.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The rectangle that a drag draws. */
    public Rectangle band() {
        return band;
    }

    /** Whether the button that was just released had been drawing a rectangle or moving: no click then. */
    public boolean dragged() {
        return dragging;
    }

    /** Shows the whole. */
    public void reset() {
        if (window.zoomed()) {
            window.reset();
            changed.run();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && inside(event.getX(), event.getY())) {
            zoom(event.getX(), event.getY(), event.getDeltaY() > 0 ? STEP : 1 / STEP);
            event.consume();
        }
    }

    private void zoom(double x, double y, double factor) {
        Rectangle2D area = plane.area();
        if (upright) {
            window.zoom(plane, x, y, factor);
        } else {
            double from = x - (x - area.getX()) * factor;
            window.rectangle(
                    plane, new Rectangle2D.Double(from, area.getY(), area.getWidth() * factor, area.getHeight()));
        }
        changed.run();
    }

    private void press(MouseEvent event) {
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        dragging = false;
        moving = event.getButton() == MouseButton.MIDDLE
                || (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown());
    }

    private void drag(MouseEvent event) {
        boolean known = moving || event.getButton() == MouseButton.PRIMARY;
        boolean far = Math.hypot(event.getX() - pressX, event.getY() - pressY) >= LEAST_DRAG;
        if (!known || !inside(pressX, pressY) || (!dragging && !far)) {
            return;
        }
        dragging = true;
        event.consume();
        if (moving) {
            owner.setCursor(Cursor.CLOSED_HAND);
            window.pan(plane, event.getX() - lastX, upright ? event.getY() - lastY : 0);
            changed.run();
        } else {
            Rectangle2D part = part(event);
            band.setX(part.getX());
            band.setY(part.getY());
            band.setWidth(part.getWidth());
            band.setHeight(part.getHeight());
            band.setVisible(true);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void release(MouseEvent event) {
        owner.setCursor(Cursor.DEFAULT);
        if (dragging && !moving) {
            Rectangle2D part = part(event);
            if (part.getWidth() >= LEAST_DRAG && (!upright || part.getHeight() >= LEAST_DRAG)) {
                window.rectangle(plane, part);
                changed.run();
            }
        }
        band.setVisible(false);
    }

    private Rectangle2D part(MouseEvent event) {
        Rectangle2D area = plane.area();
        double toX = Math.max(area.getX(), Math.min(area.getMaxX(), event.getX()));
        double toY = Math.max(area.getY(), Math.min(area.getMaxY(), event.getY()));
        return new Rectangle2D.Double(
                Math.min(pressX, toX),
                upright ? Math.min(pressY, toY) : area.getY(),
                Math.abs(toX - pressX),
                upright ? Math.abs(toY - pressY) : area.getHeight());
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !dragging) {
            reset();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        Rectangle2D area = plane.area();
        if (event.getCode() == KeyCode.HOME) {
            reset();
            event.consume();
        } else if (event.getText().equals("+") || event.getCode() == KeyCode.ADD) {
            zoom(area.getCenterX(), area.getCenterY(), STEP);
            event.consume();
        } else if (event.getText().equals("-") || event.getCode() == KeyCode.SUBTRACT) {
            zoom(area.getCenterX(), area.getCenterY(), 1 / STEP);
            event.consume();
        }
    }

    private boolean inside(double x, double y) {
        return plane.area().contains(x, y);
    }
}
