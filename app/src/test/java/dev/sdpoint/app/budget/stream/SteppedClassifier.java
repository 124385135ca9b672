package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.inference.StreamClassifier;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Says the first class, and tells times that follow from the cost of the instance alone, and from whether there is stress: what happens does not depend on
 * how busy the machine is.
 */
final class SteppedClassifier implements StreamClassifier {
    /** What the full network takes without stress. */
    static final double FULL_MILLIS = 10;

    private final SdpModel model;
    private final BooleanSupplier stressed;
    private final double slowed;

    /** @param slowed how many times as long everything takes under stress */
    SteppedClassifier(SdpModel model, BooleanSupplier stressed, double slowed) {
        this.model = model;
        this.stressed = stressed;
        this.slowed = slowed;
    }

    @Override
    public Prediction classify(RgbImage picture, Instance instance) {
        try {
            TimeUnit.MILLISECONDS.sleep(1); // so that a second of stream is not thousands of frames
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        double cost = model.sweep().scores().stream()
                .filter(score -> score.instance().equals(instance))
                .findFirst()
                .orElseThrow()
                .relativeCost();
        List<Float> probabilities =
                new ArrayList<>(Collections.nCopies(model.classNames().size(), 0f));
        probabilities.set(0, 1f);
        return new Prediction(instance, probabilities, FULL_MILLIS * cost * (stressed.getAsBoolean() ? slowed : 1));
    }
}
