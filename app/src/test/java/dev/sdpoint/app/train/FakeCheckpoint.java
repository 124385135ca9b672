package dev.sdpoint.app.train;

import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SealedZip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A checkpoint that says of which images it is, perhaps with which rate, and nothing else. */
final class FakeCheckpoint {
    private FakeCheckpoint() {}

    static void write(Path file, String dataFingerprint) throws ModelFileException {
        writeManifest(file, "{\"dataFingerprint\": \"" + dataFingerprint + "\"}");
    }

    /** One of a run whose peak learning rate a person has set. */
    static void write(Path file, String dataFingerprint, double peakRate) throws ModelFileException {
        writeManifest(
                file,
                "{\"dataFingerprint\": \"" + dataFingerprint
                        + "\", \"run\": {\"rateEdits\": [{\"iteration\": 1, \"peakRate\": 0.5}, {\"iteration\": 3, \"peakRate\": "
                        + peakRate + "}]}}");
    }

    private static void writeManifest(Path file, String manifest) throws ModelFileException {
        SealedZip.write(
                file, "sdpoint-checkpoint", 2, Map.of("manifest.json", manifest.getBytes(StandardCharsets.UTF_8)));
    }
}
