package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.sdpoint.Instance;

/** Says what an image is, under any instance; {@link BudgetedClassifier} does. */
@FunctionalInterface
public interface StreamClassifier extends AutoCloseable {
    /** What an instance says of a picture, and how long its forward pass took. */
    Prediction classify(RgbImage picture, Instance instance);

    /** Releases what it holds; nothing unless it says so. */
    @Override
    default void close() {}
}
