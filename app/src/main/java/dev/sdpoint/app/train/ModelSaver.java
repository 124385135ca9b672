package dev.sdpoint.app.train;

import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;

/** Writes a model file; the engine's writer in the program. */
@FunctionalInterface
interface ModelSaver {
    /**
     * Writes the file whole or not at all.
     *
     * @throws Exception with a sentence for a person
     */
    void save(Path file, SdpModel model) throws Exception;
}
