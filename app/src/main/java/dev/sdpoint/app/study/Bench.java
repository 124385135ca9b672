package dev.sdpoint.app.study;

import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.SdpModel;

/** Where the networks of a study run, and who watches them. For one thread. */
public interface Bench {
    /** The network of a model, for the calling thread's use. */
    ExecutableNetwork load(SdpModel model);

    /**
     * Begins to watch a pass over images.
     *
     * @param title what runs, such as "wrn-16-2 confidences"
     */
    Watch watch(String title, int images);

    /** Hears how far a pass is, and can end it. */
    interface Watch extends Progress, AutoCloseable {
        @Override
        void close();
    }
}
