package dev.sdpoint.app.library.models;

import dev.sdpoint.engine.library.DeletedModel;
import dev.sdpoint.engine.library.Duplicates;
import dev.sdpoint.engine.library.FileStamp;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.ModelLooks;
import dev.sdpoint.engine.library.RecentModels;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelSummary;
import dev.sdpoint.engine.model.SampleModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where all models of the list are. Reads files: never on the JavaFX thread.
 *
 * @param library what a person keeps
 * @param recent what was opened elsewhere
 * @param looks looks at files
 */
public record ModelShelves(ModelLibrary library, RecentModels recent, ModelLooks looks) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelShelves.class);

    /** Shelves in folders. */
    public static ModelShelves in(Path models, Path recent) {
        ModelLooks looks = new ModelLooks();
        return new ModelShelves(new ModelLibrary(models, looks), new RecentModels(recent), looks);
    }

    /** Remembers that a file was opened; nothing for those of the library. A failure is only logged. */
    public void opened(Path file) {
        if (library.holds(file)) {
            return;
        }
        try {
            recent.add(file);
        } catch (IOException e) {
            LOG.warn("It is not remembered that {} was opened.", file, e);
        }
    }

    /**
     * What there is.
     *
     * @param rows the models, duplicates marked
     * @param deleted what can be restored
     * @param stamps by what a change is noticed
     */
    record Listing(List<ModelRow> rows, List<DeletedModel> deleted, Map<Path, FileStamp> stamps) {}

    Listing list() throws ModelFileException {
        Map<Path, FileStamp> stamps = stamps(); // first: what changes while it is read is noticed the next time
        List<ModelRow> rows = new ArrayList<>();
        sample().ifPresent(rows::add);
        library.list().forEach(found -> rows.add(ModelRow.of(Shelf.OWN, found)));
        for (Path file : elsewhere()) {
            rows.add(looks.at(file)
                    .map(found -> ModelRow.of(Shelf.ELSEWHERE, found))
                    .orElseGet(() -> ModelRow.missing(file)));
        }
        return new Listing(marked(rows), library.deleted(), stamps);
    }

    private static List<ModelRow> marked(List<ModelRow> rows) {
        Map<ModelRow, ModelRow> twins = Duplicates.of(rows, row -> row.summary().map(ModelSummary::content));
        return rows.stream()
                .map(row -> {
                    ModelRow first = twins.get(row);
                    return first == null ? row : row.twinOf(first.name());
                })
                .toList();
    }

    private static Optional<ModelRow> sample() {
        try {
            return Optional.of(ModelRow.sample(FoundModel.nameOf(Path.of(SampleModels.name())), SampleModels.look()));
        } catch (ModelFileException e) {
            LOG.warn("The sample model cannot be looked at.", e);
            return Optional.empty();
        }
    }

    /** By what a change of the list is noticed. */
    Map<Path, FileStamp> stamps() throws ModelFileException {
        Map<Path, FileStamp> stamps = new LinkedHashMap<>(library.stamps());
        for (Path file : elsewhere()) {
            try {
                stamps.put(file, FileStamp.of(file));
            } catch (IOException e) {
                stamps.put(file, new FileStamp(0, 0, "")); // gone
            }
        }
        return stamps;
    }

    private List<Path> elsewhere() {
        try {
            return recent.list().stream().filter(file -> !library.holds(file)).toList();
        } catch (IOException e) {
            LOG.warn("Which models were opened elsewhere is not known.", e);
            return List.of();
        }
    }
}
