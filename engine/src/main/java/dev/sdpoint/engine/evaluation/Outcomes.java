package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/**
 * What every instance answered for every image of a validation set: predicted class, probability and rank of the true class.
 * Cells are addressed by image and by position of the instance in {@link #instances()}. Immutable; arrays are
 * {@code [instance · images + image]}.
 */
public final class Outcomes {
    private final List<Instance> instances;
    private final int images;
    private final short[] predicted;
    private final float[] trueProbability;
    private final short[] trueRank;

    /**
     * @param predicted class with the highest probability
     * @param trueProbability probability of the true class, 0 … 1
     * @param trueRank how many classes were more probable than the true one; 0 is a right answer
     * @throws IllegalArgumentException if the lengths do not agree
     */
    public Outcomes(
            List<Instance> instances, int images, short[] predicted, float[] trueProbability, short[] trueRank) {
        int cells = Math.multiplyExact(instances.size(), images);
        if (predicted.length != cells || trueProbability.length != cells || trueRank.length != cells) {
            throw new IllegalArgumentException("outcomes of " + instances.size() + " instances and " + images
                    + " images need " + cells + " cells, not " + predicted.length);
        }
        this.instances = List.copyOf(instances);
        this.images = images;
        this.predicted = predicted.clone();
        this.trueProbability = trueProbability.clone();
        this.trueRank = trueRank.clone();
    }

    /** The instances, in the order of the instance space. */
    public List<Instance> instances() {
        return instances;
    }

    /** Number of images. */
    public int images() {
        return images;
    }

    /** Class that an instance found most probable. */
    public int predicted(int image, int instance) {
        return predicted[cell(image, instance)];
    }

    /** Probability that an instance gave to the true class, 0 … 1. */
    public float trueProbability(int image, int instance) {
        return trueProbability[cell(image, instance)];
    }

    /** How many classes an instance found more probable than the true one. */
    public int trueRank(int image, int instance) {
        return trueRank[cell(image, instance)];
    }

    /** Whether the true class is among the first {@code top} guesses. */
    public boolean right(int image, int instance, int top) {
        return trueRank[cell(image, instance)] < top;
    }

    /** A copy of all predicted classes, {@code [instance · images + image]}. */
    public short[] predictedCells() {
        return predicted.clone();
    }

    /** A copy of all probabilities of true classes, {@code [instance · images + image]}. */
    public float[] trueProbabilityCells() {
        return trueProbability.clone();
    }

    /** A copy of all ranks of true classes, {@code [instance · images + image]}. */
    public short[] trueRankCells() {
        return trueRank.clone();
    }

    /** The outcomes of some images, in the order given. */
    public Outcomes select(int[] chosen) {
        int cells = instances.size() * chosen.length;
        short[] classes = new short[cells];
        float[] probabilities = new float[cells];
        short[] ranks = new short[cells];
        for (int instance = 0; instance < instances.size(); instance++) {
            for (int i = 0; i < chosen.length; i++) {
                int from = cell(chosen[i], instance);
                int to = instance * chosen.length + i;
                classes[to] = predicted[from];
                probabilities[to] = trueProbability[from];
                ranks[to] = trueRank[from];
            }
        }
        return new Outcomes(instances, chosen.length, classes, probabilities, ranks);
    }

    /**
     * These outcomes, and behind them those of further images.
     *
     * @throws IllegalArgumentException if those are of other instances
     */
    public Outcomes followedBy(Outcomes further) {
        if (!further.instances.equals(instances)) {
            throw new IllegalArgumentException("outcomes of other instances cannot follow these");
        }
        int all = Math.addExact(images, further.images);
        int cells = Math.multiplyExact(instances.size(), all);
        short[] classes = new short[cells];
        float[] probabilities = new float[cells];
        short[] ranks = new short[cells];
        for (int i = 0; i < instances.size(); i++) {
            int here = i * images;
            int there = i * further.images;
            System.arraycopy(predicted, here, classes, i * all, images);
            System.arraycopy(further.predicted, there, classes, i * all + images, further.images);
            System.arraycopy(trueProbability, here, probabilities, i * all, images);
            System.arraycopy(further.trueProbability, there, probabilities, i * all + images, further.images);
            System.arraycopy(trueRank, here, ranks, i * all, images);
            System.arraycopy(further.trueRank, there, ranks, i * all + images, further.images);
        }
        return new Outcomes(instances, all, classes, probabilities, ranks);
    }

    private int cell(int image, int instance) {
        if (image < 0 || image >= images) {
            throw new IndexOutOfBoundsException("image " + image + " of " + images);
        }
        return instance * images + image;
    }
}
