package dev.sdpoint.engine.store;

import static java.util.Objects.requireNonNull;

import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A store that takes runs in, shows them as the window would, and forgets them. */
final class ImportedRuns {
    static final Story STORY = new Story(2, 20, 9);

    private final Path place = ScratchFolder.create();
    private final RunStore store = Stores.ready(place.resolve("there"));
    private final Map<String, byte[]> parts;

    ImportedRuns() {
        try (RunStore here = Stores.ready(place.resolve("here"))) {
            RunId id = Stores.record(here, STORY, Optional.empty());
            here.export(id, exported());
            parts = SealedZip.read(exported(), RunExport.KIND, RunExport.VERSION);
        } catch (Exception e) {
            throw new IllegalStateException("no sound run to begin with", e);
        }
    }

    Path exported() {
        return place.resolve("sound.sdprun");
    }

    Path arriving() {
        return place.resolve("any.sdprun");
    }

    byte[] part(String name) {
        return requireNonNull(parts.get(name));
    }

    void arriveWith(String name, byte[] content) throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(name, content);
        SealedZip.write(arriving(), RunExport.KIND, RunExport.VERSION, changed);
    }

    /** Whatever was taken in must be readable, exportable and removable; whatever was refused must have left nothing. */
    void take() throws Exception {
        RunId id;
        try {
            id = store.importRun(arriving());
        } catch (StoreException e) {
            if (!store.runs().isEmpty()) {
                throw new AssertionError("a refused run is in the list", e);
            }
            throw e;
        }
        try {
            if (store.run(id).isEmpty()) {
                throw new AssertionError("a run that was taken in is not in the list");
            }
            store.recipe(id);
            store.history(id);
            store.evaluations(id);
            store.replay(id, event -> {});
            store.export(id, place.resolve("again.sdprun"));
        } catch (StoreException e) {
            throw new AssertionError("what was taken in cannot be read", e);
        } finally {
            store.delete(id);
            store.purge(Instant.now().plusSeconds(60));
        }
    }
}
