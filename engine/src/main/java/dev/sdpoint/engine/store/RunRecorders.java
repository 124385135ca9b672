package dev.sdpoint.engine.store;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Begins recordings and knows those that are under way. Thread-safe. */
final class RunRecorders implements AutoCloseable {
    private final StoreFiles files;
    private final Optional<StoreLock> lock;
    private final Damage damage;
    private final Set<RunRecorder> recorders = ConcurrentHashMap.newKeySet();

    /** @param lock empty if nothing is known of others */
    RunRecorders(StoreFiles files, Optional<StoreLock> lock, Damage damage) {
        this.files = files;
        this.lock = lock;
        this.damage = damage;
    }

    /** As {@link RunStore#record}. */
    Recording begin(Database database, NewRun run) throws StoreException {
        RunBeginning begun =
                damage.noticing(() -> database.write(connection -> RunBeginning.of(connection, run, files)));
        long row = begun.row();
        claim(row);
        RunWriter writer = new RunWriter(database, begun);
        RunRecorder recorder = new RunRecorder(
                begun.id(),
                batch -> damage.noticing(() -> {
                    writer.write(batch);
                    return row;
                }),
                () -> {
                    dropIfNothingWasTold(database, row);
                    lock.ifPresent(held -> held.release(row));
                });
        recorders.removeIf(RunRecorder::ended);
        recorders.add(recorder);
        return recorder;
    }

    private void claim(long row) throws StoreException {
        try {
            if (lock.isPresent() && !lock.get().claim(row)) {
                throw new StoreException("Another instance of the program records this run.");
            }
        } catch (IOException e) {
            throw new StoreException("The run store's lock failed (" + e.getMessage() + ").", e);
        }
    }

    private void dropIfNothingWasTold(Database database, long row) {
        try {
            damage.noticing(() -> database.write(connection -> RunTable.dropIfNothingWasTold(connection, row)));
        } catch (StoreException e) {
            // an empty run stays in the list, and can be deleted there
        }
    }

    /** Ends all recordings, what they were told being written. */
    @Override
    public void close() {
        recorders.forEach(RunRecorder::close);
    }
}
