package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that is open.
 *
 * @param name for people, such as the file's name
 * @param model the model
 * @param file where it was read from; empty if it came with the program or was trained here and not saved
 */
public record OpenModel(String name, SdpModel model, Optional<Path> file) {
    /** A model that was not read from a file of the person's. */
    public OpenModel(String name, SdpModel model) {
        this(name, model, Optional.empty());
    }
}
