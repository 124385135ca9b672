package dev.sdpoint.app.shell;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.util.function.Consumer;

/** Computes a model's answers on images in the background. JavaFX thread only. */
interface Sweeping {
    /**
     * Starts; {@link #cancel()} first if it runs.
     *
     * @param success gets the answers on the JavaFX thread
     * @param failure gets the exception on the JavaFX thread
     */
    void start(SdpModel model, LabeledImages images, Consumer<Outcomes> success, Consumer<Throwable> failure);

    /** Ends what runs, without an answer; harmless if nothing does. */
    void cancel();
}
