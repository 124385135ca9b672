package dev.sdpoint.engine.model;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manifest of a model whose other parts are sound. */
public final class ManifestFuzz implements FuzzTarget {
    private final Map<String, byte[]> parts;

    /** Makes the other parts. */
    public ManifestFuzz() throws Exception {
        parts = ModelFiles.encode(TestModels.small());
    }

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(parts.getOrDefault(ModelFiles.MANIFEST, new byte[0]));
    }

    @Override
    public void read(byte[] input) throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(ModelFiles.MANIFEST, input);
        SdpModel model = Refusals.read(Refusals.sealed(changed));
        ModelCard.markdown(model, "sdpoint info");
    }

    @Override
    public Class<? extends Exception> refusal() {
        return ModelFileException.class;
    }

    @Override
    public int shortRun() {
        return 300;
    }
}
