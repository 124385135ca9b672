package dev.sdpoint.app.archive;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.CheckpointModel;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models of recorded runs, from their checkpoints. Thread-safe; every call waits for the disk, so none belongs on the JavaFX thread. */
public final class RunModels {
    private final RunArchive archive;
    private final NetworkLoader loader;

    /**
     * @param archive the recorded runs
     * @param loader makes the network of a checkpoint
     */
    public RunModels(RunArchive archive, NetworkLoader loader) {
        this.archive = archive;
        this.loader = loader;
    }

    /** The runs that have a checkpoint, the newest first; none if there is no list of runs. */
    public List<RunSummary> withCheckpoint() throws StoreException {
        Optional<RunStore> store = archive.store();
        if (store.isEmpty()) {
            return List.of();
        }
        return store.get().runs().stream()
                .filter(run -> run.checkpoint().filter(Files::isRegularFile).isPresent())
                .toList();
    }

    /** Every setting of a run. */
    public Recipe recipe(RunId run) throws StoreException {
        return store().recipe(run);
    }

    /**
     * The model of a run as its checkpoint is now: read, calibrated, and scored on all validation images of the data.
     *
     * @param name of the run, for messages
     * @param data that the run is trained on
     * @param progress hears the share done, 0 … 1, and says whether to go on
     * @throws StoreException with a sentence, if the run is not recorded any more
     * @throws TrainingException with a sentence, if the checkpoint is gone, damaged or of other images
     * @throws InterruptedException if the progress says no
     */
    public SdpModel read(RunId run, String name, DataSet data, Progress progress)
            throws StoreException, TrainingException, InterruptedException {
        Path checkpoint = store().checkpoint(run)
                .orElseThrow(() ->
                        new TrainingException("The checkpoint of \"" + name + "\" is gone. Choose another model."));
        return CheckpointModel.read(checkpoint, recipe(run), data, loader, progress);
    }

    private RunStore store() throws StoreException {
        return archive.store().orElseThrow(() -> new StoreException("There is no list of runs."));
    }
}
