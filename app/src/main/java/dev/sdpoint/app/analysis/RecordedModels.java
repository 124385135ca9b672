package dev.sdpoint.app.analysis;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.CheckpointModel;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of recorded runs, from their checkpoints. Thread-safe; most calls wait for the disk, so none belongs on the JavaFX thread. */
final class RecordedModels {
    private static final int KEPT = 2;

    private final RunArchive archive;
    private final NetworkLoader loader;
    private final Map<String, SdpModel> read = new LinkedHashMap<>(KEPT + 1, 1, true);

    RecordedModels(RunArchive archive, NetworkLoader loader) {
        this.archive = archive;
        this.loader = loader;
    }

    /** The runs that have a checkpoint, the newest first; none if there is no list of runs. */
    List<Candidate> candidates() throws StoreException {
        Optional<RunStore> store = archive.store();
        if (store.isEmpty()) {
            return List.of();
        }
        return store.get().runs().stream()
                .filter(run -> run.checkpoint().filter(Files::isRegularFile).isPresent())
                .map(Candidate::of)
                .toList();
    }

    /** Every setting of a run. */
    Recipe recipe(RunId run) throws StoreException {
        return store().recipe(run);
    }

    /** A model that was read before and is still there. */
    synchronized Optional<SdpModel> known(Candidate candidate) {
        return candidate.model().or(() -> Optional.ofNullable(read.get(candidate.key())));
    }

    /**
     * The model of a candidate: read, calibrated and scored, unless it is known.
     *
     * @throws TrainingException with a sentence, if the checkpoint is gone, damaged or of other images
     */
    SdpModel model(Candidate candidate, DataSet data, Progress progress)
            throws StoreException, TrainingException, InterruptedException {
        Optional<SdpModel> known = known(candidate);
        if (known.isPresent()) {
            return known.get();
        }
        RunId run = candidate.run().orElseThrow().id();
        Path checkpoint = store().checkpoint(run)
                .orElseThrow(() -> new TrainingException(
                        "The checkpoint of \"" + candidate.name() + "\" is gone. Choose another model."));
        SdpModel model = CheckpointModel.read(checkpoint, recipe(run), data, loader, progress);
        keep(candidate, model);
        return model;
    }

    private synchronized void keep(Candidate candidate, SdpModel model) {
        read.put(candidate.key(), model);
        if (read.size() > KEPT) {
            read.remove(read.keySet().iterator().next());
        }
    }

    private RunStore store() throws StoreException {
        return archive.store().orElseThrow(() -> new StoreException("There is no list of runs."));
    }
}
