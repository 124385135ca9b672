package dev.sdpoint.app.shell;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Optional;

/** Computes a model's answers on images in the background. JavaFX thread only. */
interface Sweeping {
    /** Hears how it goes, on the JavaFX thread; nothing any more after {@link Sweeping#cancel()}. */
    interface Listener {
        /** Some more images are answered, from the front. At most about once a second. */
        void grew(Outcomes soFar);

        void done(Outcomes all);

        void failed(Throwable problem);

        /** The person cancelled the job. */
        void stopped();
    }

    /**
     * Starts; {@link #cancel()} first if it runs.
     *
     * @param known answers on the first images, from an earlier start; the work goes on behind them
     */
    void start(SdpModel model, LabeledImages images, Optional<Outcomes> known, Listener listener);

    /** Ends what runs, without an answer; harmless if nothing does. */
    void cancel();
}
