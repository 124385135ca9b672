package dev.sdpoint.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Frames with a tick around those images of a row that are selected together. Like the ring of the image that is looked at, a mark is as
 * high as the whole thumbnail, and the rows of one line draw it at the same place. Marks are kept and moved, not made anew.
 */
final class PickMarks {
    private static final double TICK = 16;

    private final Pane pane;
    private final List<Mark> marks = new ArrayList<>();

    /** @param pane of the row */
    PickMarks(Pane pane) {
        this.pane = pane;
    }

    /** Puts the marks where images of the row are selected. */
    void show(RowLayout layout, RowLayout.Row row, Picks picks, ThumbSize size, int side) {
        int used = 0;
        if (row instanceof RowLayout.Slice slice && !picks.isEmpty()) {
            for (int column = 0; column < slice.to() - slice.from(); column++) {
                OptionalInt image = layout.imageAt(row, column);
                if (image.isPresent() && picks.contains(image.getAsInt())) {
                    mark(used++).place(column, slice.slice(), size, side);
                }
            }
        }
        for (int i = used; i < marks.size(); i++) {
            marks.get(i).hide();
        }
    }

    private Mark mark(int number) {
        if (number == marks.size()) {
            marks.add(new Mark());
        }
        return marks.get(number);
    }

    private final class Mark {
        private final Region frame = part("pick-frame");
        private final Region tick = part("pick-tick");
        private final Region check = part("pick-check");

        private Region part(String styleClass) {
            Region region = new Region();
            region.getStyleClass().add(styleClass);
            region.setMouseTransparent(true);
            region.setManaged(false);
            pane.getChildren().add(region);
            return region;
        }

        void place(int column, int slice, ThumbSize size, int side) {
            double around = Math.min(2, size.margin(side));
            double thumb = size.thumb(side) + 2 * around;
            double x = RowPainter.x(column, size, side) - around;
            double y = size.margin(side) - around - (double) slice * ThumbSize.ROW;
            frame.resizeRelocate(x, y, thumb, thumb);
            tick.resizeRelocate(x + thumb - TICK + 2, y - 2, TICK, TICK);
            check.resizeRelocate(x + thumb - TICK + 6, y + 3, TICK - 8, TICK - 10);
            setVisible(true);
        }

        void hide() {
            setVisible(false);
        }

        private void setVisible(boolean visible) {
            frame.setVisible(visible);
            tick.setVisible(visible);
            check.setVisible(visible);
        }
    }
}
