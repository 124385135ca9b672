package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which images are in another group under another model: a row for each group of the first model, a column for each of the second, from
 * cheap to dear with "never" last, groups without images left out. Each image is in exactly one cell. Immutable.
 */
final class GroupMoves {
    private static final Texts TEXTS = Texts.of(GroupMoves.class);

    private final GallerySource before;
    private final GallerySource after;
    private final Criterion criterion;
    private final MinimumCost from;
    private final MinimumCost to;
    private final int[] rows;
    private final int[] columns;
    private final int[][] counts;
    private final Map<Move, Integer> totals = new EnumMap<>(Move.class);

    /**
     * Two passes over all images.
     *
     * @throws IllegalArgumentException with a sentence for a person, if the two are not of the same images
     */
    GroupMoves(GallerySource before, GallerySource after, Criterion criterion) {
        requireSameImages(before, after);
        this.before = before;
        this.after = after;
        this.criterion = criterion;
        from = before.minimumCost(criterion);
        to = after.minimumCost(criterion);
        int[][] all = new int[before.order().size() + 1][after.order().size() + 1];
        for (int image = 0; image < before.size(); image++) {
            all[place(from.rank(image), before)][place(to.rank(image), after)]++;
            totals.merge(move(image), 1, Integer::sum);
        }
        rows = IntStream.range(0, all.length)
                .filter(row -> Arrays.stream(all[row]).anyMatch(count -> count > 0))
                .toArray();
        columns = IntStream.range(0, all[0].length)
                .filter(column -> Arrays.stream(all).anyMatch(row -> row[column] > 0))
                .toArray();
        counts = Arrays.stream(rows)
                .mapToObj(row ->
                        Arrays.stream(columns).map(column -> all[row][column]).toArray())
                .toArray(int[][]::new);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rank(rows[i], before);
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = rank(columns[i], after);
        }
    }

    private static void requireSameImages(GallerySource before, GallerySource after) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException(TEXTS.get("compare.other-count", before.size(), after.size()));
        }
        for (int image = 0; image < before.size(); image++) {
            if (before.label(image) != after.label(image)) {
                throw new IllegalArgumentException(TEXTS.get("compare.other-class", Integer.toString(image)));
            }
        }
    }

    private static int place(int rank, GallerySource source) {
        return rank == MinimumCost.NEVER ? source.order().size() : rank;
    }

    private static int rank(int place, GallerySource source) {
        return place == source.order().size() ? MinimumCost.NEVER : place;
    }

    /** Number of images. */
    int images() {
        return before.size();
    }

    /** Number of rows. */
    int rows() {
        return rows.length;
    }

    /** Number of columns. */
    int columns() {
        return columns.length;
    }

    /** The instance that a row is named for; empty for "never". */
    Optional<InstanceScore> row(int row) {
        return score(before, rows[row]);
    }

    /** The instance that a column is named for; empty for "never". */
    Optional<InstanceScore> column(int column) {
        return score(after, columns[column]);
    }

    private static Optional<InstanceScore> score(GallerySource source, int rank) {
        return rank == MinimumCost.NEVER
                ? Optional.empty()
                : Optional.of(source.order().get(rank));
    }

    /** Images of a cell. */
    int count(int row, int column) {
        return counts[row][column];
    }

    /** Images of a row: the size of the first model's group. */
    int rowTotal(int row) {
        return Arrays.stream(counts[row]).sum();
    }

    /** Images of a column: the size of the second model's group. */
    int columnTotal(int column) {
        return Arrays.stream(counts).mapToInt(row -> row[column]).sum();
    }

    /** The largest count of all cells. */
    int largest() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
    }

    /** What became of the images of a cell. */
    Move move(int row, int column) {
        return Move.between(from, rows[row], to, columns[column]);
    }

    /** What became of an image. */
    Move move(int image) {
        return Move.between(from, from.rank(image), to, to.rank(image));
    }

    /** How many images a move took. */
    int total(Move move) {
        return totals.getOrDefault(move, 0);
    }

    /** Images that are not {@link Move#SAME the same}, ascending. */
    int[] moved() {
        return IntStream.range(0, images())
                .filter(image -> move(image) != Move.SAME)
                .toArray();
    }

    /** The images of a cell; a pass over all images. */
    Picked cell(int row, int column) {
        return picked(title(row, column), image -> from.rank(image) == rows[row] && to.rank(image) == columns[column]);
    }

    /** The images that a move took; a pass over all images. */
    Picked all(Move move) {
        return picked(title(move), image -> move(image) == move);
    }

    /** What {@link #cell} is called; tells cells apart. */
    String title(int row, int column) {
        return TEXTS.get("moves.picked", shown(row(row)), shown(column(column)));
    }

    /** What {@link #all} is called. */
    static String title(Move move) {
        return TEXTS.get("moves.picked.all", move.title());
    }

    private Picked picked(String title, IntPredicate wanted) {
        BitSet images = new BitSet(images());
        IntStream.range(0, images()).filter(wanted).forEach(images::set);
        return new Picked(title, images);
    }

    private static String shown(Optional<InstanceScore> score) {
        return score.map(s -> s.instance().label()).orElseGet(() -> TEXTS.get("never"));
    }

    /** For files, which are the same in all languages. */
    private static String name(Optional<InstanceScore> score) {
        return score.map(s -> s.instance().label()).orElse("never");
    }

    /**
     * The images that moved as comma-separated values (RFC 4180), one line an image.
     *
     * @param first name of the first model
     * @param second name of the second model
     */
    String csv(String first, String second) {
        StringBuilder csv =
                new StringBuilder("image,class,criterion,move,from_model,from_least_cost_flops,from_instance,"
                        + "to_model,to_least_cost_flops,to_instance\r\n");
        for (int image : moved()) {
            csv.append(String.join(
                            ",",
                            String.valueOf(image),
                            GroupCsv.quoted(before.className(before.label(image))),
                            criterion.title(),
                            move(image).id(),
                            GroupCsv.quoted(first),
                            flops(score(before, from.rank(image))),
                            GroupCsv.quoted(name(score(before, from.rank(image)))),
                            GroupCsv.quoted(second),
                            flops(score(after, to.rank(image))),
                            GroupCsv.quoted(name(score(after, to.rank(image))))))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String flops(Optional<InstanceScore> score) {
        return score.map(s -> Long.toString(s.flops())).orElse("");
    }
}
