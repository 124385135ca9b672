package dev.sdpoint.engine.training;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A real run of 32 bundled images in a process of its own, as the command {@code train --resume} makes it: it goes on from
 * its checkpoint, writes the model, then removes the checkpoint. Once all libraries are loaded it waits to be told its
 * folder; then it tells its events.
 */
final class ChildRun {
    static final int ITERATIONS = 24;
    private static final int IMAGES = 32;
    private static final int VALIDATION = 8;
    private static final int SIDE = 32;
    private static final int BYTES = SIDE * SIDE * 3;

    private ChildRun() {}

    static Recipe recipe() {
        return recipe(6, new Schedule.WarmupCosine(0.15));
    }

    /** Four iterations an epoch. */
    static Recipe recipe(int epochs, Schedule schedule) {
        return new Recipe(
                new WideResNet(10, 1, 10, SIDE),
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(epochs, 8, 0.1, schedule, 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(4), 4, 1, 8),
                3);
    }

    static Path checkpoint(Path folder) {
        return folder.resolve("run.sdp.checkpoint");
    }

    static Path model(Path folder) {
        return folder.resolve("run.sdp");
    }

    /** Some bundled images, in a file: reading all of them takes longer than the run. */
    static void writeImages(Path file) throws DataException, IOException {
        DataSet all = BundledCifar10.load();
        try (var out = Files.newOutputStream(file)) {
            for (LabeledImages images : List.of(
                    all.training().subset(first(all.training().size(), IMAGES)),
                    all.validation().subset(first(all.validation().size(), VALIDATION)))) {
                for (int i = 0; i < images.size(); i++) {
                    out.write(images.label(i));
                    out.write(images.pixels(i));
                }
            }
        }
    }

    private static int[] first(int size, int count) {
        return Arrays.copyOf(EpochOrder.of(size, 5, 0), count);
    }

    static DataSet images(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        return DataSet.of("some", "Some", classes, part(bytes, 0, IMAGES), part(bytes, IMAGES, VALIDATION));
    }

    private static LabeledImages part(byte[] bytes, int first, int count) {
        byte[] pixels = new byte[count * BYTES];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int at = (first + i) * (BYTES + 1);
            labels[i] = bytes[at];
            System.arraycopy(bytes, at + 1, pixels, i * BYTES, BYTES);
        }
        return new LabeledImages(SIDE, pixels, labels);
    }

    /** Starts the process; its standard input wants the folder when it shall run. */
    static Process start(Path images, int checkpointMillis, String... jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts sooner; Java's arithmetic is the same at every level
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(1, List.of(jvm));
        String extension = System.getProperty("javacpp.platform.extension");
        if (extension != null) {
            command.add(1, "-Djavacpp.platform.extension=" + extension);
        }
        command.addAll(List.of(ChildRun.class.getName(), images.toString(), String.valueOf(checkpointMillis)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(images + ".errors")))
                .start();
    }

    public static void main(String[] args) throws Exception {
        DataSet data = images(Path.of(args[0]));
        Dl4jCompute compute = new Dl4jCompute();
        compute.build(recipe().network(), recipe().optimization(), 1).close();
        System.out.println("ready");
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            return;
        }
        Path folder = Path.of(line);
        TrainingResult result = new Trainer(compute, Duration.ofMillis(Integer.parseInt(args[1])))
                .run(recipe(), data, new RunControl(), ChildRun::tell, Optional.of(checkpoint(folder)));
        ModelFiles.write(model(folder), ((TrainingResult.Completed) result).model());
        Files.delete(checkpoint(folder));
        System.out.println("done");
    }

    private static void tell(TrainingEvent event) {
        System.out.println(event.getClass().getSimpleName() + " " + event.iteration());
    }
}
