package dev.sdpoint.engine.export;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RecordedEvent;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a recorded run as an event file that TensorBoard opens: loss, training error, learning rate, instance drawn and speed of
 * every step, the error of every instance and the best at every evaluation, and the recipe as a text. The step is the
 * iteration; times are the recorded ones.
 */
public final class TensorBoardExport {
    /** Where TensorBoard has the name of a machine: that is nobody's business, and asking for it asks the network. */
    private static final String HOST = "sdpoint";

    private TensorBoardExport() {}

    /** The file that {@link #write} makes of a run. */
    public static Path file(RunSummary run, Path folder) {
        String name = String.format(
                Locale.ROOT,
                "events.out.tfevents.%010d.%s.%s",
                run.progress().startedAt().getEpochSecond(),
                HOST,
                ExportNames.shortKey(run));
        return ExportNames.of(run, folder).resolve(name);
    }

    /**
     * Writes {@code events.out.tfevents.<begun>.sdpoint.<run>} into a folder of the run's own, whole or not at all; a second export
     * of the same run takes its place. Blocking, some seconds for a million steps.
     *
     * @param folder for {@code tensorboard --logdir}; made if need be
     * @return the file
     * @throws StoreException if there is no such run, or it cannot be read
     * @throws IOException if the file cannot be written
     */
    public static Path write(RunStore store, RunId id, Path folder) throws StoreException, IOException {
        RunSummary run = store.run(id).orElseThrow(() -> new StoreException("This run is no longer in the run store."));
        Path file = file(run, folder);
        try {
            WholeFile.<StoreException>write(file, out -> {
                EventFile events = EventFile.begin(out, run.progress().startedAt());
                String recipe = run.origin()
                        .recipeText()
                        .lines()
                        .map(line -> "    " + line + "\n")
                        .reduce("", String::concat);
                events.writeText(run.progress().startedAt(), 0, "recipe", recipe);
                store.replayWithTimes(id, told -> write(events, told));
            });
            return file;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static void write(EventFile events, RecordedEvent told) {
        try {
            if (told.event() instanceof IterationDone step) {
                events.write(told.at(), step.iteration(), scalars(step));
            } else if (told.event() instanceof TrainingEvent.Evaluated evaluated) {
                events.write(told.at(), evaluated.iteration(), scalars(evaluated));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventFile.Scalars scalars(IterationDone step) {
        return new EventFile.Scalars()
                .add("train/loss", step.loss())
                .add("train/error", step.error())
                .add("train/learning_rate", step.learningRate())
                .add("train/instance", step.instance())
                .add("train/images_per_second", step.imagesPerSecond());
    }

    private static EventFile.Scalars scalars(TrainingEvent.Evaluated evaluated) {
        EventFile.Scalars scalars = new EventFile.Scalars();
        double best = Double.NaN;
        for (InstanceScore score : evaluated.sweep().scores()) {
            scalars.add("evaluation_error/" + tag(score.instance()), score.top1Error());
            best = Double.isNaN(best) ? score.top1Error() : Math.min(best, score.top1Error());
        }
        return scalars.add("evaluation/best_error", best);
    }

    private static String tag(Instance instance) {
        return instance.equals(Instance.FULL) ? "full" : "point_" + instance.point() + "_ratio_" + instance.ratio();
    }
}
