package dev.sdpoint.app.inference;

import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import dev.sdpoint.engine.model.SdpModel;
import org.jspecify.annotations.Nullable;

/**
 * The network of the model that was asked for last, with its native memory; loaded when it is first wanted. After construction
 * only one worker thread may use it.
 */
public final class LoadedNetwork {
    private final NetworkLoader loader;
    private @Nullable SdpModel loadedModel;
    private @Nullable BudgetedClassifier classifier;

    /** @param loader makes networks */
    public LoadedNetwork(NetworkLoader loader) {
        this.loader = loader;
    }

    /** The network of a model; that of another model is closed. */
    // The very same model, not an equal one: comparing weights would take longer than answering.
    @SuppressWarnings("ReferenceEquality")
    public BudgetedClassifier of(SdpModel wanted) {
        BudgetedClassifier current = classifier;
        if (current != null && loadedModel == wanted) {
            return current;
        }
        release();
        BudgetedClassifier fresh = new BudgetedClassifier(wanted, loader);
        loadedModel = wanted;
        classifier = fresh;
        return fresh;
    }

    /** Closes the network, if there is one. */
    public void release() {
        if (classifier != null) {
            classifier.close();
            classifier = null;
            loadedModel = null;
        }
    }
}
