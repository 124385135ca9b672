package dev.sdpoint.app.archive;

import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.store.NewRun;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunStores;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.store.StoreOpening;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The person's recorded runs. The store is opened by the first call that needs it, and then stays open. Thread-safe; every call
 * but those that listen may wait for the disk, so none belongs on the JavaFX thread.
 */
public final class RunArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunArchive.class);

    /** For so long a deleted run can be brought back. */
    public static final Duration UNDO = Duration.ofDays(30);

    private final Path folder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> checkpointListeners = new CopyOnWriteArrayList<>();
    private @Nullable StoreOpening opening;

    /** @param folder of the run store; nothing happens in it yet */
    public RunArchive(Path folder) {
        this.folder = folder;
    }

    /** What became of opening the store; opens it if that has not been tried yet. */
    public synchronized StoreOpening opening() {
        StoreOpening known = opening;
        if (known == null) {
            known = RunStores.open(folder);
            opening = known;
            known.sentence().ifPresent(LOG::warn);
            known.store().filter(RunStore::writable).ifPresent(RunArchive::purge);
        }
        return known;
    }

    /** The store, if it could be opened; {@link #opening} says why not. */
    public Optional<RunStore> store() {
        return opening().store();
    }

    /** Begins to record a session of a run; a recording that says why it keeps nothing, if that cannot be. */
    Recording record(Recipe recipe, DataSet data, Optional<Path> checkpoint) {
        StoreOpening known = opening();
        try {
            Optional<RunStore> store = known.store();
            if (store.isEmpty() || !store.get().writable()) {
                return Recording.none(known.sentence().orElse("This run is not recorded."));
            }
            Recording recording = store.get().record(NewRun.of(recipe, data, checkpoint));
            noteOrigin(store.get(), recording, checkpoint);
            changed();
            return recording;
        } catch (StoreException e) {
            LOG.warn("A run is not recorded.", e);
            return Recording.none("This run trains, but is not recorded. " + Sentence.of(e));
        }
    }

    /** A fork says in its note which run it was forked from, unless a person has written another note on it. */
    private static void noteOrigin(RunStore store, Recording recording, Optional<Path> checkpoint) {
        try {
            Optional<Path> folder = checkpoint.map(Path::toAbsolutePath).map(Path::getParent);
            Optional<String> origin = folder.isPresent() ? new RunFolder(folder.get()).origin() : Optional.empty();
            if (origin.isPresent() && recording.run().isPresent()) {
                RunId id = recording.run().get();
                if (store.run(id).filter(run -> run.label().note().isEmpty()).isPresent()) {
                    store.setNote(id, origin.get());
                }
            }
        } catch (IOException | StoreException e) {
            LOG.warn("The note about the parent of a fork is missing.", e);
        }
    }

    /**
     * Takes a run in from a {@code .sdprun} file; if it brings a checkpoint, the run can be continued.
     *
     * @throws StoreException with a sentence for a person
     */
    public RunId importRun(Path file) throws StoreException {
        RunId id = required().importRun(file);
        checkpointsChanged();
        return id;
    }

    /** What is read from the runs, or changed in them. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; blocking. */
        T with(RunStore store) throws StoreException, IOException;
    }

    /**
     * Reads.
     *
     * @throws StoreException with a sentence for a person, also if there is no store
     */
    public <T> T read(Work<T> work) throws StoreException, IOException {
        return work.with(required());
    }

    /**
     * Changes what a person wrote on runs; those that listen hear of it.
     *
     * @throws StoreException with a sentence for a person, also if there is no store
     */
    public <T> T change(Work<T> work) throws StoreException, IOException {
        try {
            return work.with(required());
        } finally {
            changed();
        }
    }

    /**
     * Takes runs off the list, for {@link #UNDO} to be brought back; a run that trains now stays.
     *
     * @return those that are deleted now
     * @throws StoreException with a sentence for a person; those before the one that failed are deleted
     */
    public List<RunId> delete(Collection<RunId> runs) throws StoreException {
        RunStore store = required();
        List<RunId> deleted = new ArrayList<>();
        try {
            for (RunId id : runs) {
                if (store.run(id).filter(run -> !run.progress().state().live()).isPresent()) {
                    store.delete(id);
                    deleted.add(id);
                }
            }
            return deleted;
        } finally {
            checkpointsChanged();
        }
    }

    /**
     * Brings deleted runs back.
     *
     * @throws StoreException with a sentence for a person; those before the one that failed are back
     */
    public void restore(Collection<RunId> runs) throws StoreException {
        RunStore store = required();
        try {
            for (RunId id : runs) {
                store.undelete(id);
            }
        } finally {
            checkpointsChanged();
        }
    }

    private RunStore required() throws StoreException {
        StoreOpening known = opening();
        return known.store()
                .orElseThrow(() -> new StoreException(known.sentence().orElse("There is no list of runs.")));
    }

    /** Whether a checkpoint is of a run that the person deleted, so that it should not be offered. */
    public boolean deleted(Path checkpoint) {
        try {
            Optional<RunStore> store = store();
            return store.isPresent() && store.get().deleted(checkpoint);
        } catch (StoreException e) {
            LOG.warn("It is not known whether the run of {} is deleted.", checkpoint, e);
            return false;
        }
    }

    /** Whether a checkpoint is of a run that came to its end, as far as is known. */
    public boolean finished(Path checkpoint) {
        try {
            Optional<RunStore> store = store();
            return store.isPresent() && store.get().finished(checkpoint);
        } catch (StoreException e) {
            LOG.warn("It is not known whether the run of {} is finished.", checkpoint, e);
            return false;
        }
    }

    /** Hears on any thread when runs were begun, ended, imported, deleted, brought back or written on. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Hears on any thread when a run that can be continued may have come or gone: imported, deleted or brought back. */
    public void onCheckpointsChange(Runnable listener) {
        checkpointListeners.add(listener);
    }

    private void checkpointsChanged() {
        changed();
        checkpointListeners.forEach(Runnable::run);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    private static void purge(RunStore store) {
        try {
            store.purge(Instant.now().minus(UNDO));
        } catch (StoreException e) {
            LOG.warn("Runs that were deleted long ago could not be removed.", e);
        }
    }

    /** Closes the store, what is being recorded being written first; it is not opened again. */
    @Override
    public synchronized void close() {
        StoreOpening known = opening;
        if (known == null) {
            opening = new StoreOpening.Unusable("The program is ending.");
        } else {
            known.store().ifPresent(RunStore::close);
        }
    }
}
