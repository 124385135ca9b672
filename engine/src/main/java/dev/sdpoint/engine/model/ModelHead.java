package dev.sdpoint.engine.model;

import java.io.IOException;
import java.util.List;

/**
 * The beginning of a model file, checked: its seal and its manifest, and that the lengths which the seal gives are those of the
 * network that the manifest names. Nothing of the arrays is read for it.
 *
 * @param seal of the file
 * @param manifest as the newest version of the format has it
 */
record ModelHead(Seal seal, Manifest manifest) {
    static final int MOST_BYTES = 1 << 24;

    /** Parts of a file besides its manifest. */
    static final List<String> ARRAYS = List.of(
            ModelFiles.WEIGHTS,
            ModelFiles.STATISTICS,
            ModelFiles.DIGESTS,
            ModelFiles.PREDICTED,
            ModelFiles.TRUE_PROBABILITY,
            ModelFiles.TRUE_RANK);

    /**
     * Reads a head.
     *
     * @throws IOException if the manifest is no JSON
     * @throws IllegalArgumentException with what else is wrong
     */
    static ModelHead of(Seal seal, byte[] bytes) throws IOException {
        ARRAYS.forEach(seal::bytes);
        if (seal.parts().size() != ARRAYS.size() + 1) {
            throw new IllegalArgumentException(
                    "it has " + seal.parts().size() + " parts instead of " + (ARRAYS.size() + 1));
        }
        Fields fields = ManifestMigration.toNewest(Json.parse(bytes), seal.version());
        Manifest manifest = Manifest.read(fields, seal.bytes(ModelFiles.WEIGHTS), seal.bytes(ModelFiles.STATISTICS));
        long images = manifest.outcomeImages();
        long cells = images * manifest.space().size();
        requireBytes(seal, ModelFiles.DIGESTS, images * Long.BYTES);
        requireBytes(seal, ModelFiles.PREDICTED, cells * Short.BYTES);
        requireBytes(seal, ModelFiles.TRUE_PROBABILITY, cells * Float.BYTES);
        requireBytes(seal, ModelFiles.TRUE_RANK, cells * Short.BYTES);
        return new ModelHead(seal, manifest);
    }

    private static void requireBytes(Seal seal, String part, long bytes) {
        if (seal.bytes(part) != bytes) {
            throw new IllegalArgumentException(
                    "its part " + part + " has " + seal.bytes(part) + " bytes instead of " + bytes);
        }
    }

    /** What it tells, checked as a whole model is. */
    ModelSummary summary() {
        SdpModel.requireFit(manifest.network(), manifest.space(), manifest.classNames());
        ModelCheck.checkSummary(
                manifest.network().plan(),
                manifest.space(),
                manifest.classNames(),
                manifest.sweep(),
                manifest.record());
        return new ModelSummary(
                seal.version(),
                manifest.network(),
                manifest.space(),
                manifest.classNames(),
                manifest.sweep(),
                manifest.record(),
                ModelSummary.content(
                        manifest.network(),
                        manifest.space(),
                        seal.sha256(ModelFiles.WEIGHTS),
                        seal.sha256(ModelFiles.STATISTICS)));
    }
}
