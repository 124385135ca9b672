package dev.sdpoint.engine.study;

import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.PassBudget;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How sure every instance was of its first guess for every image, and whether it was right. Cells are addressed by image and by
 * position of the instance in {@link #instances()}. Immutable; arrays are {@code [instance · images + image]}.
 */
public final class Confidences {
    private final List<Instance> instances;
    private final int images;
    private final float[] top;
    private final boolean[] right;

    /**
     * @param top largest of the class probabilities, 0 … 1
     * @param right whether that class is the true one
     * @throws IllegalArgumentException if the lengths do not agree
     */
    public Confidences(List<Instance> instances, int images, float[] top, boolean[] right) {
        int cells = Math.multiplyExact(instances.size(), images);
        if (images < 1 || top.length != cells || right.length != cells) {
            throw new IllegalArgumentException("confidences of " + instances.size() + " instances and " + images
                    + " images need " + cells + " cells, not " + top.length + " and " + right.length);
        }
        this.instances = List.copyOf(instances);
        this.images = images;
        this.top = top.clone();
        this.right = right.clone();
    }

    /**
     * Runs all instances on all images of a maker, the layers before a point shared.
     *
     * @param maker labelled images without augmentation
     * @param progress hears the share of images done after each batch and says whether to go on
     * @throws InterruptedException if it says no
     */
    public static Confidences gather(
            ExecutableNetwork network,
            StatisticsBank bank,
            List<Instance> instances,
            BatchMaker maker,
            Progress progress)
            throws InterruptedException {
        int count = maker.images().size();
        int classes = network.spec().classes();
        int batchSize = PassBudget.STANDARD.batch(network.spec().plan());
        float[] top = new float[instances.size() * count];
        boolean[] right = new boolean[top.length];
        for (int from = 0; from < count; from += batchSize) {
            int first = from;
            int size = Math.min(batchSize, count - from);
            var batch = maker.make(IntStream.range(from, from + size).toArray(), 0);
            network.sweep(batch.images(), size, instances, bank, (instance, probabilities, nanos) -> {
                int cell = instances.indexOf(instance) * count + first;
                for (int i = 0; i < size; i++) {
                    int best = first(probabilities, i * classes, classes);
                    top[cell + i] = probabilities[i * classes + best];
                    right[cell + i] = best == batch.labels()[i];
                }
            });
            progress.report((double) (from + size) / count);
        }
        return new Confidences(instances, count, top, right);
    }

    /** The most probable class; ties go to the lower one, as everywhere. */
    static int first(float[] probabilities, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = probabilities[row + k] > probabilities[row + best] ? k : best;
        }
        return best;
    }

    /** The instances, in the order of the cells. */
    public List<Instance> instances() {
        return instances;
    }

    /** Number of images. */
    public int images() {
        return images;
    }

    /** Probability of the first guess, 0 … 1. */
    public float top(int image, int instance) {
        return top[cell(image, instance)];
    }

    /** Whether the first guess is the true class. */
    public boolean right(int image, int instance) {
        return right[cell(image, instance)];
    }

    /** Share of images whose first guess is wrong. */
    public double error(int instance) {
        int wrong = 0;
        for (int image = 0; image < images; image++) {
            wrong += right(image, instance) ? 0 : 1;
        }
        return (double) wrong / images;
    }

    /** The confidences of some images, in the order given. */
    public Confidences select(int[] chosen) {
        float[] tops = new float[instances.size() * chosen.length];
        boolean[] rights = new boolean[tops.length];
        for (int instance = 0; instance < instances.size(); instance++) {
            for (int i = 0; i < chosen.length; i++) {
                int from = cell(chosen[i], instance);
                tops[instance * chosen.length + i] = top[from];
                rights[instance * chosen.length + i] = right[from];
            }
        }
        return new Confidences(instances, chosen.length, tops, rights);
    }

    private int cell(int image, int instance) {
        if (image < 0 || image >= images) {
            throw new IndexOutOfBoundsException("image " + image + " of " + images);
        }
        return instance * images + image;
    }
}
