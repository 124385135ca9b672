package dev.sdpoint.app.train;

import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SealedZip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A checkpoint that says of which images it is, and nothing else. */
final class FakeCheckpoint {
    private FakeCheckpoint() {}

    static void write(Path file, String dataFingerprint) throws ModelFileException {
        String manifest = "{\"dataFingerprint\": \"" + dataFingerprint + "\"}";
        SealedZip.write(
                file, "sdpoint-checkpoint", 2, Map.of("manifest.json", manifest.getBytes(StandardCharsets.UTF_8)));
    }
}
