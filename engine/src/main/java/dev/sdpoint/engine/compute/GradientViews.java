package dev.sdpoint.engine.compute;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks up a layer's part of the flattened gradient, which DL4J sets before the first backward pass. */
final class GradientViews {
    private GradientViews() {}

    static INDArray of(Map<String, INDArray> views, String parameter) {
        INDArray view = views.get(parameter);
        if (view == null) {
            throw new IllegalStateException("no gradient view was set for " + parameter);
        }
        return view;
    }
}
