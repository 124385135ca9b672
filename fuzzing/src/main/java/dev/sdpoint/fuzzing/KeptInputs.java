package dev.sdpoint.fuzzing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Inputs that once broke a promise, kept in the test resources below {@code fuzz/}, one folder for a target. */
public final class KeptInputs {
    private KeptInputs() {}

    /**
     * The inputs of a target by the names of their files; none if it has no folder.
     *
     * @throws IOException if they cannot be read
     */
    public static Map<String, byte[]> of(FuzzTarget target) throws IOException {
        URL folder = target.getClass().getResource("/fuzz/" + target.name());
        Map<String, byte[]> inputs = new TreeMap<>();
        if (folder == null) {
            return inputs;
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (URISyntaxException e) {
            throw new IOException(folder + " is no folder", e);
        }
        return inputs;
    }
}
