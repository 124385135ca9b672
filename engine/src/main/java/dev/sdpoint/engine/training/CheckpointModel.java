package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;

/**
 * The model of a run that has left no model: the weights of its checkpoint, with statistics calibrated and all instances scored as at the
 * end of a run. Of a checkpoint after the last iteration it is the same model that the run gave, to the last bit.
 */
public final class CheckpointModel {
    private CheckpointModel() {}

    /**
     * Reads, calibrates and scores on the calling thread; takes as long as the last evaluation of the run.
     *
     * @param recipe of the run
     * @param data that the run is trained on: its training images calibrate, its validation images score
     * @param progress hears the share done, 0 … 1, and says whether to go on
     * @throws TrainingException with a sentence for a person, if the file is missing, damaged, or of another recipe or other images
     * @throws InterruptedException if the progress says no
     */
    public static SdpModel read(Path checkpoint, Recipe recipe, DataSet data, NetworkLoader loader, Progress progress)
            throws TrainingException, InterruptedException {
        RunChecks.check(recipe, data);
        Checkpoint found = Checkpoint.read(checkpoint, recipe.network().plan());
        RunChecks.checkResume(found, recipe, data, checkpoint.toString());
        RunLog unkept = new RunLog(machine(found));
        try (ExecutableNetwork network = loader.load(recipe.network(), found.weights())) {
            return new ModelAssembly(recipe, data, new RunControl(), unkept).asOf(found, network, progress);
        }
    }

    private static Machine machine(Checkpoint checkpoint) {
        return checkpoint
                .history()
                .map(RunHistory::machines)
                .map(machines -> machines.get(machines.size() - 1))
                .orElseGet(() -> ThisMachine.with(new Device("CPU", 1, 1)));
    }
}
