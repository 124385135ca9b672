package dev.sdpoint.app.analysis;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.archive.RunModels;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of recorded runs that were read last. Thread-safe; most calls wait for the disk, so none belongs on the JavaFX thread. */
final class RecordedModels {
    private static final Texts TEXTS = Texts.of(RecordedModels.class);
    private static final int KEPT = 2;

    private final RunModels models;
    private final Map<String, SdpModel> read = new LinkedHashMap<>(KEPT + 1, 1, true);

    RecordedModels(RunArchive archive, NetworkLoader loader) {
        models = new RunModels(archive, loader);
    }

    /** The runs that have a checkpoint, the newest first; none if there is no list of runs. */
    List<Candidate> candidates() throws StoreException {
        return models.withCheckpoint().stream().map(Candidate::of).toList();
    }

    /** Every setting of a run. */
    Recipe recipe(RunId run) throws StoreException {
        return models.recipe(run);
    }

    /** A model that was read before and is still there. */
    synchronized Optional<SdpModel> known(Candidate candidate) {
        return candidate.model().or(() -> Optional.ofNullable(read.get(candidate.key())));
    }

    /**
     * The model of a candidate: read, calibrated and scored, unless it is known.
     *
     * @throws TrainingException with a sentence, if the checkpoint is gone, is another one by now, is damaged or of other images
     */
    SdpModel model(Candidate candidate, DataSet data, Progress progress)
            throws StoreException, TrainingException, InterruptedException {
        Optional<SdpModel> known = known(candidate);
        if (known.isPresent()) {
            return known.get();
        }
        if (candidate.earlier()) {
            throw new TrainingException(TEXTS.get("candidate.before.gone", candidate.name()));
        }
        SdpModel model = models.read(candidate.run().orElseThrow().id(), candidate.name(), data, progress);
        keep(candidate, model);
        return model;
    }

    private synchronized void keep(Candidate candidate, SdpModel model) {
        read.put(candidate.key(), model);
        if (read.size() > KEPT) {
            read.remove(read.keySet().iterator().next());
        }
    }
}
