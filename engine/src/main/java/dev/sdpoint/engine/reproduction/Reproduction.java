package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains the runs of a comparison into a folder, one model file each, and finds again what was done before: a model of the same
 * recipe and images is taken as it is, a checkpoint is gone on with.
 */
public final class Reproduction {
    private final Training training;
    private final DataSet data;
    private final Path folder;

    /** What trains: {@link Trainer#run}, or somebody who keeps what it tells. */
    @FunctionalInterface
    public interface Training {
        /** As {@link Trainer#run}. */
        TrainingResult run(
                Recipe recipe,
                DataSet data,
                RunControl control,
                Consumer<TrainingEvent> listener,
                Optional<Path> checkpointFile)
                throws Exception;
    }

    /** @param folder where models and checkpoints are; must exist */
    public Reproduction(Training training, DataSet data, Path folder) {
        this.training = training;
        this.data = data;
        this.folder = folder;
    }

    /**
     * The finished model of a run, if the folder has it.
     *
     * @throws ModelFileException if there is a file that cannot be read, or of another recipe or other images
     */
    public Optional<SdpModel> finished(Entry entry) throws ModelFileException {
        Path file = folder.resolve(entry.fileName());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SdpModel model = ModelFiles.read(file);
        Map<String, String> differences =
                entry.recipe().differences(model.record().settings());
        if (!differences.isEmpty()) {
            throw new ModelFileException(file + " was trained with other settings " + differences
                    + ". Move it away, or choose another folder or seed.");
        }
        if (!model.record().dataFingerprint().equals(data.fingerprint())) {
            throw new ModelFileException(
                    file + " was trained on other images. Move it away, or give the images it was trained on.");
        }
        return Optional.of(model);
    }

    /**
     * The finished model of a run, trained now where the folder does not have it; empty if the control stopped it.
     *
     * @throws Exception as the training, or as {@link #finished}; also if the model cannot be written, or its checkpoint not be
     *     deleted
     */
    public Optional<SdpModel> model(Entry entry, RunControl control, Consumer<TrainingEvent> listener)
            throws Exception {
        Optional<SdpModel> before = finished(entry);
        if (before.isPresent()) {
            return before;
        }
        Path file = folder.resolve(entry.fileName());
        Path checkpoint = folder.resolve(entry.fileName() + ".checkpoint");
        TrainingResult result = training.run(entry.recipe(), data, control, listener, Optional.of(checkpoint));
        if (!(result instanceof TrainingResult.Completed completed)) {
            return Optional.empty();
        }
        ModelFiles.write(file, completed.model());
        Files.deleteIfExists(checkpoint);
        return Optional.of(completed.model());
    }
}
