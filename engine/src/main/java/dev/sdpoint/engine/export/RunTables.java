package dev.sdpoint.engine.export;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RecordedEvaluation;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes a recorded run as two tables, comma separated, numbers with a point and all their digits: {@code steps.csv}, a line a
 * step, and {@code evaluations.csv}, a line an instance and evaluation. What was not measured stays empty.
 */
public final class RunTables {
    private static final String STEPS = "iteration,epoch,point,ratio,loss,error,learning_rate,images_per_second\n";
    private static final String EVALUATIONS =
            "iteration,epoch,time,images,point,ratio,flops,relative_cost,top1_error,top5_error,loss,millis_per_image\n";

    private RunTables() {}

    /** The files that {@link #write} makes of a run. */
    public static List<Path> files(RunSummary run, Path folder) {
        Path own = ExportNames.of(run, folder);
        return List.of(own.resolve("steps.csv"), own.resolve("evaluations.csv"));
    }

    /**
     * Writes both files into a folder of the run's own, each whole or not at all. Blocking.
     *
     * @param folder made if need be
     * @return the run's folder
     * @throws StoreException if there is no such run, or it cannot be read
     * @throws IOException if a file cannot be written
     */
    public static Path write(RunStore store, RunId id, Path folder) throws StoreException, IOException {
        RunSummary run = store.run(id).orElseThrow(() -> new StoreException("This run is no longer in the run store."));
        List<Path> files = files(run, folder);
        List<Instance> instances = store.recipe(id).space().instances();
        try {
            WholeFile.<StoreException>write(files.get(0), out -> {
                put(out, STEPS);
                store.steps(id, 0, step -> put(out, line(step, instances)));
            });
            WholeFile.<StoreException>write(files.get(1), out -> {
                put(out, EVALUATIONS);
                for (RecordedEvaluation evaluation : store.evaluations(id)) {
                    evaluation.told().sweep().scores().forEach(score -> put(out, line(evaluation, score)));
                }
            });
            return ExportNames.of(run, folder);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static String line(IterationDone step, List<Instance> instances) {
        Instance instance = instances.get(step.instance());
        return step.iteration() + "," + step.epoch() + "," + instance.point() + "," + instance.ratio() + ","
                + step.loss() + "," + step.error() + "," + step.learningRate() + "," + (float) step.imagesPerSecond()
                + "\n";
    }

    private static String line(RecordedEvaluation evaluation, InstanceScore score) {
        return evaluation.told().iteration() + "," + evaluation.told().epoch() + "," + evaluation.at() + ","
                + evaluation.told().sweep().images() + "," + score.instance().point() + ","
                + score.instance().ratio() + "," + score.flops() + "," + score.relativeCost() + ","
                + number(score.top1Error()) + "," + number(score.top5Error()) + "," + number(score.loss()) + ","
                + number(score.millisPerImage()) + "\n";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    private static void put(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
