package dev.sdpoint.engine.library;

import dev.sdpoint.engine.model.ModelSummary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model file as it was when it was looked at.
 *
 * @param file where it is
 * @param stamp as it was then
 * @param summary what it tells; empty if it cannot be read
 * @param problem why it cannot be read, as a sentence with an action; empty if it can
 */
public record FoundModel(Path file, FileStamp stamp, Optional<ModelSummary> summary, String problem) {
    /** The ending of model files. */
    public static final String ENDING = ".sdp";

    /** The file's name without its ending. */
    public String name() {
        return nameOf(file);
    }

    /** The name of a model file without its ending, however that is written. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return isModel(name) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Whether a file's name has the ending of models. */
    public static boolean isModel(String name) {
        return name.regionMatches(true, name.length() - ENDING.length(), ENDING, 0, ENDING.length());
    }
}
