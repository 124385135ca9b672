package dev.sdpoint.app.cli;

import dev.sdpoint.engine.event.TrainingEvent;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a run as a progress bar, with a line for every evaluation. */
final class TrainProgress implements Consumer<TrainingEvent>, AutoCloseable {
    private final PrintWriter err;
    private @Nullable TerminalProgress bar;
    private long lastCheckpoint = -1;
    private boolean checkpointIsLast;

    TrainProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            bar = new TerminalProgress("train", started.iterations(), started.iteration());
            lastCheckpoint = started.iteration() > 0 ? started.iteration() : -1;
        } else if (event instanceof TrainingEvent.IterationDone done && bar != null) {
            bar.reached(
                    done.iteration(),
                    String.format(
                            "epoch %d, loss %.3f, %.0f images/s",
                            done.epoch() + 1, done.loss(), done.imagesPerSecond()));
        } else if (event instanceof TrainingEvent.Evaluated evaluated) {
            var curve = evaluated.sweep().byCost();
            err.printf(
                    "%nepoch %d: error %.1f %% in full, %.1f %% at %.0f %% of the cost%n",
                    evaluated.epoch(),
                    100 * evaluated.sweep().scores().get(0).top1Error(),
                    100 * curve.get(0).top1Error(),
                    100 * curve.get(0).relativeCost());
            err.flush();
        } else if (event instanceof TrainingEvent.PeakRateChanged changed) {
            err.printf(
                    "%nThe peak learning rate is %s from iteration %d on.%n", changed.peakRate(), changed.iteration());
            err.flush();
        } else if (event instanceof TrainingEvent.Warned warned) {
            warn(warned.message());
        } else if (event instanceof TrainingEvent.CheckpointFailed failed) {
            warn(failed.message());
        } else if (event instanceof TrainingEvent.CheckpointWritten written) {
            lastCheckpoint = written.iteration();
        } else if (event instanceof TrainingEvent.Finished finished) {
            checkpointIsLast = lastCheckpoint == finished.iteration();
        }
    }

    private void warn(String sentence) {
        err.printf("%nWarning: %s%n", sentence);
        err.flush();
    }

    /** Whether the finished run can be taken up from its checkpoint without training a single iteration again. */
    boolean checkpointIsLast() {
        return checkpointIsLast;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
