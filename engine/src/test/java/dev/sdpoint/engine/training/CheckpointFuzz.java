package dev.sdpoint.engine.training;

import static dev.sdpoint.engine.training.Runs.NETWORK;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manifest of a checkpoint whose other parts are sound, read as by a run that goes on from it. */
public final class CheckpointFuzz implements FuzzTarget {
    private static final String MANIFEST = "manifest.json";
    private static final String KIND = "sdpoint-checkpoint";
    private static final NetworkPlan PLAN = NETWORK.plan();

    private final Path file = ScratchFolder.create().resolve("any.checkpoint");
    private final DataSet data = Runs.data(1);
    private final Map<String, byte[]> parts;

    /** Writes a sound one. */
    public CheckpointFuzz() throws Exception {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NamedWeights.expected(PLAN).forEach((name, length) -> arrays.put(name, new float[length.intValue()]));
        new Checkpoint(
                        10,
                        1.5,
                        RecipeText.settings(Runs.recipe()),
                        data.fingerprint(),
                        new NamedWeights(arrays),
                        new float[] {1},
                        Optional.empty(),
                        new LossWatch.Memory(List.of(1.5, 1 / 3.0), 0.5),
                        true)
                .write(file);
        parts = SealedZip.read(file, KIND, 2);
    }

    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(parts.getOrDefault(MANIFEST, new byte[0]));
    }

    @Override
    public void read(byte[] input) throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(MANIFEST, input);
        SealedZip.write(file, KIND, 2, changed);
        Checkpoint found = Checkpoint.read(file, PLAN);
        RunChecks.checkResume(found, Runs.recipe(), data, "any.checkpoint");
    }

    @Override
    public Class<? extends Exception> refusal() {
        return TrainingException.class;
    }

    @Override
    public int shortRun() {
        return 100;
    }
}
