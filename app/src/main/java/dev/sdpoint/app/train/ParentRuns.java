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

/** Finds the recorded runs that left a checkpoint. Blocking; never on the JavaFX thread. */
@FunctionalInterface
interface ParentRuns {
    /** The newest first. */
    List<ParentRun> all() throws StoreException;

    /** Those of an archive. */
    static ParentRuns of(RunArchive archive) {
        return () -> {
            List<ParentRun> found = new ArrayList<>();
            Optional<RunStore> store = archive.store();
            if (store.isPresent()) {
                for (RunSummary run : store.get().runs()) {
                    Optional<Path> checkpoint = run.checkpoint().filter(Files::isRegularFile);
                    if (checkpoint.isPresent()) {
                        found.add(new ParentRun(
                                run.label().name(),
                                checkpoint.get(),
                                store.get().recipe(run.id()),
                                run.progress().iteration(),
                                run.progress().iterations()));
                    }
                }
            }
            return found;
        };
    }
}
