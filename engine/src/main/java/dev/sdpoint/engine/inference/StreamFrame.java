package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;

/**
 * What happened with one image of a stream.
 *
 * @param number 0 for the first
 * @param atMillis end of the frame, since the stream began
 * @param score the instance that was used, with its cost: the budget of this frame
 * @param label class of the image, {@link StreamImage#UNKNOWN} if not known
 * @param prediction what the instance said
 * @param reading what was measured, as the strategy heard it
 * @param slowdown time of the forward pass over its expected time: the load; 1 is as expected
 * @param used what it used, in the unit of the target; of a share of the processors what the last look at them found, whatever instances it saw,
 *     and NaN before the first
 * @param withinBudget whether the target was kept; false where nobody knows
 * @param recentAccuracy share of the last 100 images of known class that were right, 0 … 1; NaN until there is one
 */
public record StreamFrame(
        long number,
        double atMillis,
        InstanceScore score,
        int label,
        Prediction prediction,
        FrameReading reading,
        double slowdown,
        double used,
        boolean withinBudget,
        double recentAccuracy) {
    /** @throws IllegalArgumentException if the target was kept but what was used is not known */
    public StreamFrame {
        if (withinBudget && Double.isNaN(used)) {
            throw new IllegalArgumentException("what a frame used must be known to be within the budget");
        }
    }

    /** Whether it is known if the target was kept. */
    public boolean judged() {
        return !Double.isNaN(used);
    }

    /** The instance that was used. */
    public Instance instance() {
        return score.instance();
    }

    /** The most probable class. */
    public int predictedClass() {
        return prediction.top(1).get(0).classIndex();
    }

    /** Whether the class is known. */
    public boolean labelled() {
        return label != StreamImage.UNKNOWN;
    }

    /** Whether the class is known and the first guess was right. */
    public boolean right() {
        return label == predictedClass();
    }
}
