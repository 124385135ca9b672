package dev.sdpoint.app.train;

import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.Trainer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run of the program in a process of its own that is killed without notice once it has written a checkpoint. */
final class KilledRun {
    private KilledRun() {}

    static DataSet data() {
        return SmallData.of(SyntheticModel.data(), 16, 2);
    }

    /** Eight iterations an epoch. */
    static Recipe recipe() {
        return new Recipe(
                new WideResNet(10, 1, 10, 32),
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(4, 20, 0.1, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(4), 20, 1, 20),
                5);
    }

    /**
     * Trains in a new process until two epochs are done, then kills it with SIGKILL, in the midst of the third.
     *
     * @param iteration after which it is killed, 17 to 23
     */
    static void leaveIn(Path folder, int iteration) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts sooner; Java's arithmetic is the same at every level
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRun.class.getName(),
                folder.toString(),
                String.valueOf(iteration)));
        String extension = System.getProperty("javacpp.platform.extension");
        if (extension != null) {
            command.add(1, "-Djavacpp.platform.extension=" + extension);
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(folder + ".errors")))
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (line.equals("IterationDone " + iteration)) {
                    process.destroyForcibly();
                    process.waitFor();
                    return;
                }
            }
        }
        throw new IOException("the process ended by itself with " + process.waitFor() + "; see " + folder + ".errors");
    }

    public static void main(String[] args) throws Exception {
        Recipe recipe = recipe();
        DataSet data = data();
        Path checkpoint = new RunFiles(Path.of(args[0])).begin(recipe, Optional.empty(), data, Set.of());
        new Trainer(new Dl4jCompute())
                .run(
                        recipe,
                        data,
                        new RunControl(),
                        event -> tell(event, Integer.parseInt(args[1])),
                        Optional.of(checkpoint));
    }

    private static void tell(TrainingEvent event, int last) {
        System.out.println(event.getClass().getSimpleName() + " " + event.iteration());
        if (event.iteration() >= last) {
            // The kill shall find it in the midst of an epoch, however fast it is.
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
