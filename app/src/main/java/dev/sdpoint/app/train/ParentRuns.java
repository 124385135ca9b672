package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the recorded runs that left a checkpoint. Blocking; never on the JavaFX thread. */
@FunctionalInterface
interface ParentRuns {
    /** The newest first. */
    List<ParentRun> all() throws StoreException;

    /** Those of an archive whose recipe this version of the program understands. */
    static ParentRuns of(RunArchive archive) {
        return () -> {
            List<ParentRun> found = new ArrayList<>();
            Optional<RunStore> store = archive.store();
            if (store.isPresent()) {
                for (RunSummary run : store.get().runs()) {
                    run.checkpoint()
                            .filter(Files::isRegularFile)
                            .flatMap(checkpoint -> parent(store.get(), run, checkpoint))
                            .ifPresent(found::add);
                }
            }
            return found;
        };
    }

    private static Optional<ParentRun> parent(RunStore store, RunSummary run, Path checkpoint) {
        try {
            return Optional.of(new ParentRun(
                    run.label().name(),
                    checkpoint,
                    store.recipe(run.id()),
                    run.progress().iteration(),
                    run.progress().iterations()));
        } catch (StoreException e) {
            Logger log = LoggerFactory.getLogger(ParentRuns.class);
            log.warn("{} cannot be forked.", run.label().name(), e); // the others can
            return Optional.empty();
        }
    }
}
