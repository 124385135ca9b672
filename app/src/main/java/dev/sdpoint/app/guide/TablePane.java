package dev.sdpoint.app.guide;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A table whose cells are as wide as their text where there is room, and break their lines where there is not. */
final class TablePane extends Region {
    private final List<List<Region>> rows;
    private final int columns;

    /** @param rows cells from left to right, equally many in each */
    TablePane(List<List<Region>> rows) {
        this.rows = rows;
        columns = rows.isEmpty() ? 0 : rows.get(0).size();
        rows.forEach(getChildren()::addAll);
        getStyleClass().add("guide-table");
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double sum = insets();
        for (double width : needed()) {
            sum += width;
        }
        return sum;
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = widths(width < 0 ? computePrefWidth(-1) : width);
        double sum = snappedTopInset() + snappedBottomInset();
        for (List<Region> row : rows) {
            sum += height(row, widths);
        }
        return sum;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth());
        double y = snappedTopInset();
        for (List<Region> row : rows) {
            double x = snappedLeftInset();
            double height = height(row, widths);
            for (int i = 0; i < columns; i++) {
                row.get(i).resizeRelocate(x, y, widths[i], height);
                x += widths[i];
            }
            y += height;
        }
    }

    private double insets() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double[] widths(double width) {
        return ColumnWidths.share(needed(), Math.max(0, Math.floor(width) - insets()));
    }

    private double[] needed() {
        double[] needed = new double[columns];
        for (List<Region> row : rows) {
            for (int i = 0; i < columns; i++) {
                needed[i] = Math.max(needed[i], Math.ceil(row.get(i).prefWidth(-1)));
            }
        }
        return needed;
    }

    private double height(List<Region> row, double[] widths) {
        double height = 0;
        for (int i = 0; i < columns; i++) {
            height = Math.max(height, Math.ceil(row.get(i).prefHeight(widths[i])));
        }
        return height;
    }
}
