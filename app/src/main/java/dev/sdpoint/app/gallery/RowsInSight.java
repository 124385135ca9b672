package dev.sdpoint.app.gallery;

import java.util.OptionalInt;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are seen, whose rows have one height; the title of a group may cover one of them on top. JavaFX thread only. */
final class RowsInSight {
    private final ListView<?> list;
    private final double rowHeight;
    /** Asked for with every pulse, so not looked up each time. */
    private @Nullable VirtualFlow<?> known;

    RowsInSight(ListView<?> list, double rowHeight) {
        this.list = list;
        this.rowHeight = rowHeight;
        list.skinProperty().addListener((property, before, now) -> known = null);
    }

    /** The row on top, which may be seen in part; none before the list is laid out. */
    OptionalInt first() {
        IndexedCell<?> cell = firstCell();
        return cell == null ? OptionalInt.empty() : OptionalInt.of(cell.getIndex());
    }

    /** Pixels of the content above what is seen; 0 before the list is laid out. */
    double offset() {
        IndexedCell<?> first = firstCell();
        return first == null ? 0 : first.getIndex() * rowHeight - first.getLayoutY();
    }

    /** How many rows fit, the title on top left out. */
    int whole() {
        return (int) (list.getHeight() / rowHeight) - 1;
    }

    /** Brings a row right below the title on top. */
    void scrollBelowTitle(int row) {
        list.scrollTo(Math.max(0, row - 1));
    }

    /** Scrolls just as far as needed to see some rows below the title on top. */
    void reveal(int row, int rows) {
        VirtualFlow<?> flow = flow();
        if (flow == null || first().isEmpty()) {
            scrollBelowTitle(row);
            return;
        }
        double offset = offset();
        double top = (row - 1.0) * rowHeight;
        double bottom = ((double) row + rows) * rowHeight;
        if (top < offset) {
            flow.scrollPixels(top - offset);
        } else if (bottom > offset + flow.getHeight()) {
            flow.scrollPixels(bottom - offset - flow.getHeight());
        }
    }

    private @Nullable IndexedCell<?> firstCell() {
        VirtualFlow<?> flow = flow();
        return flow == null ? null : flow.getFirstVisibleCell();
    }

    private @Nullable VirtualFlow<?> flow() {
        if (known == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            known = flow;
        }
        return known;
    }
}
