package dev.sdpoint.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where everything stands in the list: per group a header row, then lines of images, each {@code slices} rows high. Pure and
 * immutable.
 */
final class RowLayout {
    /** Nothing to show. */
    static final RowLayout EMPTY = new RowLayout(Grouping.EMPTY, 1, 1);

    private final Grouping grouping;
    private final int columns;
    private final int slices;
    private final int[] headerRow;
    private final List<Row> rows;

    /** One row of the list. */
    sealed interface Row {
        /** Position of the group. */
        int group();
    }

    /** The title of a group. */
    record Header(int group) implements Row {}

    /**
     * A horizontal slice of a line of images.
     *
     * @param from place in the group of the line's first image
     * @param to place after its last
     * @param slice 0 is the top one
     */
    record Slice(int group, int from, int to, int slice) implements Row {}

    /** Where the selection goes from an image. */
    enum Move {
        LEFT,
        RIGHT,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END
    }

    /**
     * @param columns images in a line, at least 1
     * @param slices rows a line takes, at least 1
     */
    RowLayout(Grouping grouping, int columns, int slices) {
        this.grouping = grouping;
        this.columns = columns;
        this.slices = slices;
        headerRow = new int[grouping.groups().size()];
        List<Row> all = new ArrayList<>();
        for (int group = 0; group < headerRow.length; group++) {
            headerRow[group] = all.size();
            all.add(new Header(group));
            int size = grouping.groups().get(group).size();
            for (int from = 0; from < size; from += columns) {
                int to = Math.min(size, from + columns);
                for (int slice = 0; slice < slices; slice++) {
                    all.add(new Slice(group, from, to, slice));
                }
            }
        }
        rows = List.copyOf(all);
    }

    Grouping grouping() {
        return grouping;
    }

    /** All rows, from the top. */
    List<Row> rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Rows a line of images takes. */
    int slices() {
        return slices;
    }

    /** The image in a column of a row, if there is one. */
    OptionalInt imageAt(Row row, int column) {
        if (row instanceof Slice slice && column >= 0 && slice.from() + column < slice.to()) {
            return OptionalInt.of(group(row).images()[slice.from() + column]);
        }
        return OptionalInt.empty();
    }

    /** The group that a row belongs to. */
    Grouping.Group group(Row row) {
        return grouping.groups().get(row.group());
    }

    /** The row of a group's title. */
    int headerRow(int group) {
        return headerRow[group];
    }

    /**
     * How far down the title on top may stand, in pixels: 0, or less where the title of the next group pushes it out.
     *
     * @param group that the topmost visible row belongs to
     * @param offset pixels of the content above the viewport
     * @param rowHeight pixels of a row, which is also the height of a title
     */
    double titleShift(int group, double offset, double rowHeight) {
        if (group + 1 >= headerRow.length) {
            return 0;
        }
        double next = headerRow[group + 1] * rowHeight - offset;
        return Math.max(-rowHeight, Math.min(0, next - rowHeight));
    }

    /** The topmost row of an image; empty if it is not shown. */
    OptionalInt rowOf(int image) {
        return place(image).stream()
                .mapToInt(p -> headerRow[p.group] + 1 + p.index / columns * slices)
                .findFirst();
    }

    /** The column of an image in a row; empty if it is not in it. */
    OptionalInt columnIn(Row row, int image) {
        if (row instanceof Slice slice) {
            int index = group(row).indexOf(image);
            if (index >= slice.from() && index < slice.to()) {
                return OptionalInt.of(index - slice.from());
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The image that a key leads to. From an image that is not shown, every key leads to the first.
     *
     * @param image where the selection is, or a negative number
     * @param pageLines lines of images on screen, for the page keys
     * @return empty if no image is shown
     */
    OptionalInt move(int image, Move move, int pageLines) {
        int groups = headerRow.length;
        if (groups == 0) {
            return OptionalInt.empty();
        }
        Place from = place(image).stream().findFirst().orElse(null);
        if (from == null || move == Move.HOME) {
            return OptionalInt.of(image(new Place(0, 0)));
        }
        Place to = switch (move) {
            case LEFT -> before(from);
            case RIGHT -> after(from);
            case UP -> up(from);
            case DOWN -> down(from);
            case PAGE_UP -> repeat(from, Math.max(1, pageLines), true);
            case PAGE_DOWN -> repeat(from, Math.max(1, pageLines), false);
            case END -> new Place(groups - 1, size(groups - 1) - 1);
            case HOME -> new Place(0, 0);
        };
        return OptionalInt.of(image(to));
    }

    private record Place(int group, int index) {}

    private Optional<Place> place(int image) {
        for (int group = 0; group < headerRow.length; group++) {
            int index = grouping.groups().get(group).indexOf(image);
            if (index >= 0) {
                return Optional.of(new Place(group, index));
            }
        }
        return Optional.empty();
    }

    private int image(Place place) {
        return grouping.groups().get(place.group).images()[place.index];
    }

    private int size(int group) {
        return grouping.groups().get(group).size();
    }

    private Place before(Place p) {
        if (p.index > 0) {
            return new Place(p.group, p.index - 1);
        }
        return p.group > 0 ? new Place(p.group - 1, size(p.group - 1) - 1) : p;
    }

    private Place after(Place p) {
        if (p.index < size(p.group) - 1) {
            return new Place(p.group, p.index + 1);
        }
        return p.group < headerRow.length - 1 ? new Place(p.group + 1, 0) : p;
    }

    private Place up(Place p) {
        if (p.index >= columns) {
            return new Place(p.group, p.index - columns);
        }
        if (p.group == 0) {
            return p;
        }
        int last = size(p.group - 1) - 1;
        return new Place(p.group - 1, Math.min(last, last / columns * columns + p.index % columns));
    }

    private Place down(Place p) {
        int last = size(p.group) - 1;
        if (p.index / columns < last / columns) {
            return new Place(p.group, Math.min(last, p.index + columns));
        }
        if (p.group == headerRow.length - 1) {
            return p;
        }
        return new Place(p.group + 1, Math.min(size(p.group + 1) - 1, p.index % columns));
    }

    private Place repeat(Place from, int times, boolean up) {
        Place p = from;
        for (int i = 0; i < times; i++) {
            p = up ? up(p) : down(p);
        }
        return p;
    }
}
