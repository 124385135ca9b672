package dev.sdpoint.engine.study;

import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BilinearResize;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.PassBudget;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How little answers change with the size of what is seen (paper §4.5): images are resized to several pre-crop sizes, the centre
 * of the network's side is cut out of each, and the class probabilities of one image at two sizes are compared by the
 * cosine of their angle. 1 is indifferent to scale.
 *
 * @param sizes sides before the crop, ascending
 * @param images how many images were compared
 * @param scores an entry per instance, in the order asked for
 */
public record ScaleSensitivity(List<Integer> sizes, int images, List<Score> scores) {
    public ScaleSensitivity {
        sizes = List.copyOf(sizes);
        scores = List.copyOf(scores);
    }

    /**
     * How one instance answers.
     *
     * @param similarity mean over images and pairs of sizes, 0 … 1
     * @param pairs mean over images, per pair of sizes
     * @param top1Errors share of wrong first guesses, per size
     */
    public record Score(Instance instance, double similarity, List<Pair> pairs, List<Double> top1Errors) {
        public Score {
            pairs = List.copyOf(pairs);
            top1Errors = List.copyOf(top1Errors);
        }
    }

    /** Mean cosine similarity of the answers at two sizes. */
    public record Pair(int smaller, int larger, double similarity) {}

    /** Five sizes from the network's side to half as much again, rounded: 32, 36, 40, 44, 48. */
    public static List<Integer> defaultSizes(int side) {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(i -> (int) Math.rint(side * (1 + i / 8.0)))
                .distinct()
                .toList();
    }

    /**
     * Measures.
     *
     * @param maker labelled images of the network's side, without augmentation; all of them are used
     * @param sizes distinct sides before the crop, at least two, none below the network's side
     * @param progress hears the share of images done after each batch and says whether to go on
     * @throws InterruptedException if it says no
     */
    public static ScaleSensitivity measure(
            ExecutableNetwork network,
            StatisticsBank bank,
            List<Instance> instances,
            BatchMaker maker,
            List<Integer> sizes,
            Progress progress)
            throws InterruptedException {
        int side = maker.images().side();
        List<Integer> ascending = sizes.stream().distinct().sorted().toList();
        if (ascending.size() < 2 || ascending.get(0) < side) {
            throw new IllegalArgumentException("scale is compared at 2 or more distinct sizes from the side of the"
                    + " images, " + side + ", on; these are " + sizes);
        }
        int count = maker.images().size();
        int classes = network.spec().classes();
        int batchSize = PassBudget.STANDARD.batch(network.spec().plan());
        Sums[] sums = new Sums[instances.size()];
        Arrays.setAll(sums, i -> new Sums(ascending.size(), classes));
        for (int from = 0; from < count; from += batchSize) {
            int size = Math.min(batchSize, count - from);
            var batch = maker.make(IntStream.range(from, from + size).toArray(), 0);
            for (int s = 0; s < ascending.size(); s++) {
                int number = s;
                float[] seen = seen(batch.images(), size, side, ascending.get(s));
                network.sweep(
                        seen,
                        size,
                        instances,
                        bank,
                        (instance, probabilities, nanos) ->
                                sums[instances.indexOf(instance)].answers[number] = probabilities);
            }
            for (Sums one : sums) {
                one.add(batch.labels());
            }
            progress.report((double) (from + size) / count);
        }
        List<Score> scores = IntStream.range(0, sums.length)
                .mapToObj(i -> sums[i].score(instances.get(i), ascending, count))
                .toList();
        return new ScaleSensitivity(ascending, count, scores);
    }

    /** Images resized to a size and cut back to their side around the centre. */
    static float[] seen(float[] images, int count, int side, int size) {
        if (size == side) {
            return images;
        }
        BilinearResize resize = BilinearResize.of(side, size);
        int values = images.length / count;
        int channels = values / (side * side);
        int margin = (size - side) / 2;
        int row = side * channels;
        float[] seen = new float[images.length];
        for (int image = 0; image < count; image++) {
            float[] large = resize.apply(Arrays.copyOfRange(images, image * values, (image + 1) * values), 1);
            for (int y = 0; y < side; y++) {
                System.arraycopy(large, ((y + margin) * size + margin) * channels, seen, image * values + y * row, row);
            }
        }
        return seen;
    }

    /** Cosine of the angle between two rows of probabilities. */
    static double cosine(float[] a, float[] b, int from, int length) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int k = from; k < from + length; k++) {
            dot += (double) a[k] * b[k];
            aa += (double) a[k] * a[k];
            bb += (double) b[k] * b[k];
        }
        return dot / Math.sqrt(aa * bb);
    }

    /** What one instance answered so far. */
    private static final class Sums {
        private final int classes;
        private final float[][] answers;
        private final double[][] similarity;
        private final int[] wrong;

        Sums(int sizes, int classes) {
            this.classes = classes;
            answers = new float[sizes][0];
            similarity = new double[sizes][sizes];
            wrong = new int[sizes];
        }

        void add(int[] labels) {
            for (int s = 0; s < answers.length; s++) {
                for (int i = 0; i < labels.length; i++) {
                    int row = i * classes;
                    wrong[s] += Confidences.first(answers[s], row, classes) == labels[i] ? 0 : 1;
                    for (int t = s + 1; t < answers.length; t++) {
                        similarity[s][t] += cosine(answers[s], answers[t], row, classes);
                    }
                }
            }
        }

        Score score(Instance instance, List<Integer> sizes, int images) {
            List<Pair> pairs = new ArrayList<>();
            for (int s = 0; s < answers.length; s++) {
                for (int t = s + 1; t < answers.length; t++) {
                    pairs.add(new Pair(sizes.get(s), sizes.get(t), similarity[s][t] / images));
                }
            }
            double mean = pairs.stream().mapToDouble(Pair::similarity).average().orElse(1);
            List<Double> errors =
                    Arrays.stream(wrong).mapToObj(w -> (double) w / images).toList();
            return new Score(instance, mean, pairs, errors);
        }
    }
}
