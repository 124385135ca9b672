package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A set of images that a person selected together. Immutable. */
final class Picks {
    /** No image. */
    static final Picks NONE = new Picks(new BitSet());

    private final BitSet images;
    private final int count;

    private Picks(BitSet images) {
        this.images = images;
        this.count = images.cardinality();
    }

    /** These images. */
    static Picks of(int... images) {
        return NONE.with(images);
    }

    boolean contains(int image) {
        return image >= 0 && images.get(image);
    }

    /** Number of images. */
    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The same with further images. */
    Picks with(int... more) {
        BitSet all = (BitSet) images.clone();
        for (int image : more) {
            all.set(image);
        }
        return new Picks(all);
    }

    /** The same with an image added, or taken out if it was in. */
    Picks toggled(int image) {
        BitSet all = (BitSet) images.clone();
        all.flip(image);
        return new Picks(all);
    }

    /** How many of them a grouping does not show. */
    int hiddenBy(Grouping grouping) {
        return count
                - (int) grouping.groups().stream()
                        .flatMapToInt(group -> IntStream.of(group.images()))
                        .filter(images::get)
                        .count();
    }

    /** The images as groups of one least cost, cheapest first and "never" last; each group's images ascending. */
    List<Grouping.Group> grouped(GallerySource source, Criterion criterion) {
        MinimumCost costs = source.minimumCost(criterion);
        List<Grouping.Group> groups = new ArrayList<>();
        for (int rank = 0; rank <= source.order().size(); rank++) {
            int wanted = rank == source.order().size() ? MinimumCost.NEVER : rank;
            int[] members =
                    images.stream().filter(image -> costs.rank(image) == wanted).toArray();
            if (members.length > 0) {
                groups.add(new Grouping.Group(wanted, members));
            }
        }
        return groups;
    }

    /**
     * The images between two, both included, in the order in which they are shown.
     *
     * @return the second alone if the first is not shown; nothing if the second is not
     */
    static Picks between(Grouping grouping, int from, int to) {
        int[] shown = grouping.groups().stream()
                .flatMapToInt(group -> IntStream.of(group.images()))
                .toArray();
        int last = place(shown, to);
        if (last < 0) {
            return NONE;
        }
        int first = place(shown, from);
        if (first < 0) {
            return of(to);
        }
        return of(IntStream.rangeClosed(Math.min(first, last), Math.max(first, last))
                .map(i -> shown[i])
                .toArray());
    }

    private static int place(int[] shown, int image) {
        return IntStream.range(0, shown.length)
                .filter(i -> shown[i] == image)
                .findFirst()
                .orElse(-1);
    }
}
