package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.data.LabeledImages;
import java.util.OptionalInt;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One row on screen: a group's title, or a slice of a line of thumbnails on one canvas with the selection ring above it. The
 * ring is as high as the whole thumbnail; the slices of one line draw it at the same place.
 */
final class ImageRowCell extends ListCell<RowLayout.Row> {
    private final ImageList list;
    private final Canvas canvas = new Canvas(1, ThumbSize.ROW);
    private final RowPainter painter;
    private final Region ring = new Region();
    private final Pane pane = new Pane();
    private final PickMarks marks = new PickMarks(pane);
    private @Nullable GroupHeader header;

    ImageRowCell(ImageList list) {
        this.list = list;
        this.painter = new RowPainter(canvas, list.thumbnails());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Width comes from the viewport alone, so that the list never scrolls sideways.
        setPrefWidth(0);
        canvas.setVisible(false);
        ring.setVisible(false);
        ring.getStyleClass().add("selection-ring");
        ring.setMouseTransparent(true);
        pane.getChildren().addAll(canvas, ring);
        pane.getStyleClass().add("image-row");
        pane.setMinSize(0, ThumbSize.ROW);
        pane.setPrefHeight(ThumbSize.ROW);
        pane.setMaxHeight(ThumbSize.ROW);
        pane.prefWidthProperty().bind(list.contentWidthProperty());
        pane.setOnMousePressed(e -> {
            if (canvas.isVisible()) {
                list.pressed(getItem(), column(e.getX()), e);
                e.consume();
            }
        });
        pane.setOnMouseMoved(e -> list.hovered(canvas.isVisible() ? imageAt(e.getX()) : OptionalInt.empty()));
        pane.setOnMouseExited(e -> list.hovered(OptionalInt.empty()));
    }

    @Override
    protected void updateItem(RowLayout.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        boolean isHeader = row instanceof RowLayout.Header;
        if (isHeader && header == null) {
            header = list.newHeader();
            header.resizeRelocate(0, 0, 0, ThumbSize.ROW);
            header.prefWidthProperty().bind(list.contentWidthProperty());
            header.setPrefHeight(ThumbSize.ROW);
            pane.getChildren().add(header);
        }
        if (header != null) {
            header.setVisible(isHeader);
        }
        canvas.setVisible(!isHeader);
        RowLayout layout = list.shownLayout();
        list.source().ifPresent(source -> {
            if (row instanceof RowLayout.Slice slice) {
                int[] chosen = layout.group(row).images();
                painter.paint(source.images(), list.size(), layout.columns(), chosen, slice);
            } else if (header != null) {
                header.show(source, layout.grouping(), layout.group(row));
            }
        });
        updateRing();
        setGraphic(pane);
    }

    /** Paints again what the row shows, since images have arrived. */
    void repaint() {
        updateItem(getItem(), isEmpty());
    }

    /** Puts the ring where the selected image is, if it is in this row, and marks where images are selected together. */
    void updateRing() {
        RowLayout.Row row = getItem();
        if (row != null) {
            list.source()
                    .ifPresent(source -> marks.show(
                            list.shownLayout(),
                            row,
                            list.picks(),
                            list.size(),
                            source.images().side()));
        }
        OptionalInt column =
                row == null ? OptionalInt.empty() : list.shownLayout().columnIn(row, list.selected());
        ring.setVisible(column.isPresent());
        if (column.isPresent() && row instanceof RowLayout.Slice slice) {
            list.source().map(GallerySource::images).ifPresent(images -> place(images, column.getAsInt(), slice));
        }
    }

    /** Whether the selected image is in this row, which is on screen. */
    boolean showsRing() {
        return ring.isVisible() && isVisible() && !isEmpty();
    }

    private void place(LabeledImages images, int column, RowLayout.Slice slice) {
        ThumbSize size = list.size();
        int side = images.side();
        double around = Math.min(4, size.margin(side));
        double thumb = size.thumb(side) + 2 * around;
        double y = size.margin(side) - around - (double) slice.slice() * ThumbSize.ROW;
        ring.resizeRelocate(RowPainter.x(column, size, side) - around, y, thumb, thumb);
        ring.setPrefSize(thumb, thumb);
    }

    private OptionalInt imageAt(double x) {
        RowLayout.Row row = getItem();
        return row == null ? OptionalInt.empty() : list.shownLayout().imageAt(row, column(x));
    }

    private int column(double x) {
        return list.source()
                .map(s -> (int) Math.floor(
                        (x - ThumbSize.LEFT) / list.size().pitch(s.images().side())))
                .orElse(-1);
    }
}
