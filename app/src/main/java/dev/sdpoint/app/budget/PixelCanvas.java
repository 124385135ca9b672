package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.RgbImage;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a small square picture so that each of its pixels is a sharp square of its own. */
final class PixelCanvas extends Region {
    /** Keeps the sampling inside a pixel: without it the renderer blurs the edges. */
    private static final double INSIDE = 0.01;

    private final Canvas canvas = new Canvas();
    private @Nullable Image image;
    private int side = 1;

    PixelCanvas() {
        getStyleClass().add("pixel-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    /** Shows a picture. */
    void show(RgbImage picture) {
        image = Pixels.image(picture);
        side = picture.width();
        draw();
    }

    /** Shows nothing. */
    void clear() {
        image = null;
        draw();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? side : width;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = Math.min(getWidth(), getHeight());
        // A whole number of screen pixels for each pixel of the picture, if there is room.
        double size = room >= side ? Math.floor(room / side) * side : Math.floor(room);
        canvas.relocate(Math.rint((getWidth() - size) / 2), Math.rint((getHeight() - size) / 2));
        if (canvas.getWidth() != size) {
            canvas.setWidth(size);
            canvas.setHeight(size);
        }
        draw();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (image != null) {
            graphics.setImageSmoothing(false);
            graphics.drawImage(image, INSIDE, INSIDE, side, side, 0, 0, canvas.getWidth(), canvas.getHeight());
        }
    }
}
