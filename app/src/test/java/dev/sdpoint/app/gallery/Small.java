package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/**
 * Six images of three classes under three instances, small enough to work everything out by hand. A row of the table is an
 * image, a column an instance from the cheapest to the dearest; r right, w wrong (the class after the true one is predicted):
 *
 * <pre>
 * image class  half  three-quarters  full   least cost
 * 0     ant    r     r               r      half
 * 1     ant    w     r               r      three-quarters
 * 2     bee    w     w               w      never
 * 3     bee    r     w               r      half, non-monotone
 * 4     cow    w     w               r      full
 * 5     cow    w     r               w      three-quarters, non-monotone
 * </pre>
 */
final class Small {
    static final Instance HALF = Instance.of(1, 0.5);
    static final Instance THREE_QUARTERS = Instance.of(1, 0.75);
    static final List<InstanceScore> SCORES = List.of(
            score(Instance.FULL, 1_000_000_000L, 1),
            score(HALF, 400_000_000L, 0.4),
            score(THREE_QUARTERS, 700_000_000L, 0.7));

    private static final String[] TABLE = {"rrr", "wrr", "www", "rwr", "wwr", "wrw"};

    private Small() {}

    static DataSet data() {
        int[] labels = {0, 0, 1, 1, 2, 2};
        LabeledImages images = new LabeledImages(2, new byte[6 * 12], labels);
        return DataSet.of("small", "Small", List.of("ant", "bee", "cow"), images, images);
    }

    static Outcomes outcomes() {
        return outcomes(TABLE, new float[] {0.75f, 0.75f, 0.75f, 0.75f, 0.75f, 0.75f});
    }

    /** Another model of the same instances. */
    static GallerySource source(String... table) {
        return source(SCORES, table);
    }

    /** Another model of other costs, in the order of the instance space: full first. */
    static GallerySource source(List<InstanceScore> scores, String... table) {
        float[] certain = {0.75f, 0.75f, 0.75f, 0.75f, 0.75f, 0.75f};
        return new GallerySource(data(), new Sweep(6, scores), outcomes(table, certain));
    }

    /** @param certain probability of each image's true class where it is right */
    private static Outcomes outcomes(String[] table, float[] certain) {
        // Outcomes stand in the order of the instance space: full first.
        int[] column = {2, 0, 1};
        short[] predicted = new short[18];
        float[] probability = new float[18];
        short[] rank = new short[18];
        for (int instance = 0; instance < 3; instance++) {
            for (int image = 0; image < 6; image++) {
                boolean right = table[image].charAt(column[instance]) == 'r';
                int cell = instance * 6 + image;
                int label = image / 2;
                predicted[cell] = (short) (right ? label : (label + 1) % 3);
                probability[cell] = right ? certain[image] : 0.25f;
                rank[cell] = (short) (right ? 0 : 1);
            }
        }
        return new Outcomes(SCORES.stream().map(InstanceScore::instance).toList(), 6, predicted, probability, rank);
    }

    static Sweep sweep() {
        return new Sweep(6, SCORES);
    }

    static GallerySource source() {
        return new GallerySource(data(), sweep(), outcomes());
    }

    static GallerySource source(float[] certain) {
        return new GallerySource(data(), sweep(), outcomes(TABLE, certain));
    }

    static InstanceScore score(Instance instance, long flops, double relative) {
        return new InstanceScore(instance, flops, relative, 0.5, 0, 1, Double.NaN);
    }
}
