package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether long work leaves anything behind: whole runs of a tiny network, one after another, each with iterations under random instances, checkpoints,
 * calibrations and sweeps; what the process holds is read between runs. A program for a long look; its test takes a short one.
 *
 * <p>Arguments: iterations in all, and iterations of a run; default {@code 20000 200}.
 */
public final class SoakBenchmark {
    /** What may stay behind in a whole soak: less than a run's own needs, and no handle at all. */
    static final VitalCourse.Limits LIMITS = new VitalCourse.Limits(4, 40, 0.5);

    private static final int SIDE = 16;
    private static final int CLASSES = 3;
    private static final int BATCH = 4;
    private static final int EPOCHS = 2;
    private static final int READINGS = 40;

    private final DataSet data;
    private final Recipe recipe;
    private final Dl4jCompute compute = new Dl4jCompute();

    SoakBenchmark(int iterationsOfARun) {
        int images = BATCH * Math.max(1, iterationsOfARun / EPOCHS);
        data = DataSet.of("noise", "Noise", List.of("a", "b", "c"), noise(images, 1), noise(50, 2));
        recipe = new Recipe(
                new WideResNet(10, 1, CLASSES, SIDE),
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(EPOCHS, BATCH, 0.01, new Schedule.WarmupCosine(0), 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(2), 20, 2, 4),
                7);
    }

    private static LabeledImages noise(int count, long seed) {
        byte[] pixels = new byte[count * SIDE * SIDE * 3];
        new Random(seed).nextBytes(pixels);
        return new LabeledImages(
                SIDE, pixels, IntStream.range(0, count).map(i -> i % CLASSES).toArray());
    }

    /** Prints the table; ends with an error if something leaks. */
    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.of(arguments);
        int iterations = given.number(0, 20_000);
        int ofARun = given.number(1, 200);
        VitalCourse course = new SoakBenchmark(ofARun).course(Math.max(1, iterations / ofARun));
        course.print(LIMITS);
        List<String> leaks = course.leaks(LIMITS);
        leaks.forEach(System.err::println);
        System.exit(leaks.isEmpty() ? 0 : 1);
    }

    /** Runs, and readings now and then. */
    VitalCourse course(int runs) throws Exception {
        VitalCourse course =
                new VitalCourse("runs of " + EPOCHS * (data.training().size() / BATCH) + " iterations, " + EPOCHS
                        + " sweeps and a checkpoint after each");
        Path folder = Files.createTempDirectory("sdpoint-soak");
        try {
            for (int run = 1; run <= runs; run++) {
                run(folder.resolve("run.checkpoint"));
                if (run % Math.max(1, runs / READINGS) == 0) {
                    course.read(run);
                }
            }
        } finally {
            for (Path left : List.of(folder.resolve("run.checkpoint"), folder)) {
                Files.deleteIfExists(left);
            }
        }
        return course;
    }

    private void run(Path checkpoint) throws Exception {
        new Trainer(compute).run(recipe, data, new RunControl(), event -> {}, Optional.of(checkpoint));
        Files.deleteIfExists(checkpoint);
    }
}
