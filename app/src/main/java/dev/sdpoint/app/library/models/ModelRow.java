package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.model.ModelSummary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of the list.
 *
 * @param shelf where it is
 * @param name for people
 * @param path its file; empty for the sample
 * @param found the file as it was seen; empty for the sample, and if it is not there any more
 * @param summary what it tells; empty if it cannot be read
 * @param problem why it cannot be read; empty if it can
 * @param twin name of an earlier model in the list that is the same trained network; empty if there is none
 */
record ModelRow(
        Shelf shelf,
        String name,
        Optional<Path> path,
        Optional<FoundModel> found,
        Optional<ModelSummary> summary,
        String problem,
        String twin) {
    private static final Texts TEXTS = Texts.of(ModelRow.class);

    static ModelRow sample(String name, ModelSummary summary) {
        return new ModelRow(Shelf.SAMPLE, name, Optional.empty(), Optional.empty(), Optional.of(summary), "", "");
    }

    static ModelRow of(Shelf shelf, FoundModel found) {
        return new ModelRow(
                shelf,
                found.name(),
                Optional.of(found.file()),
                Optional.of(found),
                found.summary(),
                found.problem(),
                "");
    }

    static ModelRow missing(Path path) {
        return new ModelRow(
                Shelf.ELSEWHERE,
                FoundModel.nameOf(path),
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                TEXTS.get("row.missing", path),
                "");
    }

    ModelRow twinOf(String other) {
        return new ModelRow(shelf, name, path, found, summary, problem, other);
    }

    /** Whether the other stands for the same file, however that has changed. */
    boolean sameFile(ModelRow other) {
        return shelf == other.shelf && path.equals(other.path);
    }
}
