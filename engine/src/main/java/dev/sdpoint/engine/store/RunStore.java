package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The recorded runs of a person. {@link RunStores} opens it. Thread-safe; every call reads or writes the disk, so none belongs on
 * the thread of an interface. What a call that returned has written is on the disk, whatever happens next.
 */
public final class RunStore implements AutoCloseable {
    /** Rows of steps that are read at a time, of 512 steps each. */
    private static final int ROWS_AT_A_TIME = 16;

    private final StoreFiles files;
    private final Database reading;
    private final Optional<Database> writing;
    private final Optional<StoreLock> lock;
    private final Damage damage;
    private final RunRecorders recorders;

    /**
     * @param writing empty if the store can only be read
     * @param lock empty if nothing is known of others
     */
    RunStore(StoreFiles files, Database reading, Optional<Database> writing, Optional<StoreLock> lock) {
        this.files = files;
        this.reading = reading;
        this.writing = writing;
        this.lock = lock;
        damage = new Damage(files, writing.isPresent());
        recorders = new RunRecorders(files, lock, damage);
    }

    /** Where the database lies, and beside it the folders of runs. */
    public Path folder() {
        return files.folder();
    }

    /** Whether runs can be recorded and changed. */
    public boolean writable() {
        return writing.isPresent();
    }

    /** All runs that are not deleted, the newest first. */
    public List<RunSummary> runs() throws StoreException {
        return read(connection -> list(connection).all(false));
    }

    /** The runs that are deleted but not purged, the newest first. */
    public List<RunSummary> deletedRuns() throws StoreException {
        return read(connection -> list(connection).all(true));
    }

    /** A number that is another one after anybody, here or in another process, has changed the store; cheap to ask for. */
    public long version() throws StoreException {
        return damage.noticing(reading::version);
    }

    /** One run, deleted or not; empty if there is none. */
    public Optional<RunSummary> run(RunId id) throws StoreException {
        return read(connection -> summary(connection, id));
    }

    /** Every setting of a run. */
    public Recipe recipe(RunId id) throws StoreException {
        return read(connection -> RunTable.recipe(connection, RunTable.row(connection, id)));
    }

    /** A run's evaluations with all instances, in the order in which they were made. */
    public List<RecordedEvaluation> evaluations(RunId id) throws StoreException {
        return read(connection -> EvaluationTable.of(connection, RunTable.row(connection, id)));
    }

    /** What a run told besides steps and evaluations, all its sessions, in the order in which it told it. */
    public List<RecordedEvent> history(RunId id) throws StoreException {
        return read(connection -> EventTable.of(connection, RunTable.row(connection, id)));
    }

    /**
     * Gives a run's steps in order, one after the other, on this thread; of a run of any length only some thousand are in
     * memory.
     *
     * @param first iteration of the first step wanted
     */
    public void steps(RunId id, long first, Consumer<IterationDone> sink) throws StoreException {
        long row = read(connection -> RunTable.row(connection, id));
        StepTable.pass(
                first, from -> read(connection -> StepTable.from(connection, row, from, ROWS_AT_A_TIME)), packed -> {
                    StepColumns steps = damage.noticing(packed::unpack);
                    for (int i = (int) Math.max(0, first - steps.first()); i < steps.count(); i++) {
                        sink.accept(steps.step(i));
                    }
                });
    }

    /**
     * Tells a run's story again as its trainer told it, as if it had never been taken up from an earlier checkpoint: what came
     * after that checkpoint did not happen.
     */
    public void replay(RunId id, Consumer<TrainingEvent> sink) throws StoreException {
        replayWithTimes(id, told -> sink.accept(told.event()));
    }

    /**
     * As {@link #replay}, with the time of everything. Steps are kept without one: those between two things that were told with
     * their time lie there evenly.
     */
    public void replayWithTimes(RunId id, Consumer<RecordedEvent> sink) throws StoreException {
        RunSummary.Progress progress = run(id).orElseThrow(RunTable::missing).progress();
        Replay replay = new Replay(history(id), evaluations(id), progress, sink);
        steps(id, 0, replay::step);
        replay.end();
    }

    /**
     * Calls a run otherwise.
     *
     * @throws IllegalArgumentException if the name is blank or longer than 200 characters
     */
    public void rename(RunId id, String name) throws StoreException {
        change(id, "UPDATE run SET name = ? WHERE id = ?", RunTexts.name(name));
    }

    /**
     * Keeps a person's note on a run, in the place of the one before.
     *
     * @throws IllegalArgumentException if it is longer than 100,000 characters
     */
    public void setNote(RunId id, String note) throws StoreException {
        change(id, "UPDATE run SET note = ? WHERE id = ?", RunTexts.note(note));
    }

    /**
     * Gives a run these tags and no others.
     *
     * @throws IllegalArgumentException if one is blank or longer than 50 characters
     */
    public void setTags(RunId id, Collection<String> tags) throws StoreException {
        List<String> names = RunTexts.tags(tags);
        write(connection -> {
            RunTexts.putTags(connection, RunTable.row(connection, id), names);
            return id;
        });
    }

    /**
     * Takes a run off the list; {@link #undelete} brings it back, {@link #purge} ends that.
     *
     * @throws StoreException if it is being recorded
     */
    public void delete(RunId id) throws StoreException {
        requireIdle(id);
        change(id, "UPDATE run SET deleted_at = ? WHERE id = ?", Instant.now().toEpochMilli());
    }

    /** Brings a deleted run back. */
    public void undelete(RunId id) throws StoreException {
        change(id, "UPDATE run SET deleted_at = NULL WHERE id = ?");
    }

    /**
     * Removes for good what was deleted before a time, with the folders of checkpoints; a folder in which a run trains, or whose
     * checkpoint another run has, stays.
     *
     * @return how many runs
     */
    public int purge(Instant deletedBefore) throws StoreException {
        List<RunSummary> old = deletedRuns().stream()
                .filter(run -> run.deletedAt().filter(deletedBefore::isAfter).isPresent())
                .toList();
        int purged = 0;
        for (RunSummary run : old) {
            purged += purge(run, deletedBefore);
        }
        return purged;
    }

    /** The folder goes after the row is gone for good, and only if no other run is left that has the same checkpoint. */
    int purge(RunSummary run, Instant deletedBefore) throws StoreException {
        List<Path> free = new ArrayList<>();
        int purged = write(connection -> {
            int gone = Database.update(
                    connection,
                    "DELETE FROM run WHERE key = ? AND deleted_at < ?",
                    run.id().key(),
                    deletedBefore.toEpochMilli());
            if (gone > 0
                    && run.checkpoint().isPresent()
                    && !RunTable.knows(connection, files.text(run.checkpoint().get()))) {
                free.add(run.checkpoint().get());
            }
            return gone;
        });
        free.forEach(files::removeFolder);
        return purged;
    }

    /** The checkpoint from which a run can go on, if the file is there. */
    public Optional<Path> checkpoint(RunId id) throws StoreException {
        return run(id).flatMap(RunSummary::checkpoint).filter(Files::isRegularFile);
    }

    /** Whether a checkpoint is of a run that is deleted, so that nobody should offer to go on with it. */
    public boolean deleted(Path checkpoint) throws StoreException {
        return read(connection -> RunTable.onlyDeleted(connection, files.text(checkpoint)));
    }

    /** Whether a checkpoint is of a run that has done all its epochs. */
    public boolean finished(Path checkpoint) throws StoreException {
        return read(connection -> RunTable.finished(connection, files.text(checkpoint)));
    }

    /**
     * Begins to record a session of a run: of one that is known by its checkpoint, if that file is there, else of a new one.
     *
     * @throws StoreException if the store can only be read, or another instance records the same run
     */
    public Recording record(NewRun run) throws StoreException {
        return recorders.begin(writing.orElseThrow(this::readOnly), run);
    }

    /**
     * Writes a run with all its steps, evaluations, events and its checkpoint into one {@code .sdprun} file, whole or not at
     * all.
     */
    public void export(RunId id, Path file) throws StoreException {
        new RunExport(this, id).write(file);
    }

    /**
     * Takes in a run that {@link #export} wrote, here or elsewhere, whole or not at all; its checkpoint gets a folder of its own.
     *
     * @return its name here: the one it had, or a new one if that run is here already
     * @throws StoreException if the file is missing, damaged or of a newer program, or the store can only be read
     */
    public RunId importRun(Path file) throws StoreException {
        if (!writable()) {
            throw readOnly();
        }
        return RunImport.read(file).into(this, files);
    }

    Optional<RunSummary> summary(Connection connection, RunId id) throws SQLException {
        return list(connection).one(id);
    }

    private RunList list(Connection connection) {
        return new RunList(
                connection, row -> lock.filter(known -> known.claimed(row)).isPresent(), files::path);
    }

    private void change(RunId id, String sql, Object... values) throws StoreException {
        write(connection -> {
            Object[] all = Arrays.copyOf(values, values.length + 1);
            all[values.length] = RunTable.row(connection, id);
            return Database.update(connection, sql, all);
        });
    }

    private void requireIdle(RunId id) throws StoreException {
        if (run(id).filter(run -> run.progress().state().live()).isPresent()) {
            throw new StoreException("This run is training. Stop it first.");
        }
    }

    <T> T read(Database.Work<T> work) throws StoreException {
        return damage.noticing(() -> reading.read(work));
    }

    <T> T write(Database.Work<T> work) throws StoreException {
        Database database = writing.orElseThrow(this::readOnly);
        return damage.noticing(() -> database.write(work));
    }

    private StoreException readOnly() {
        return new StoreException("The run store in " + folder() + " can only be read. Make the folder writable.");
    }

    /** Ends all recordings, what they were told being written, and closes the store. */
    @Override
    public void close() {
        recorders.close();
        reading.close();
        writing.ifPresent(Database::close);
        lock.ifPresent(StoreLock::close);
        files.close();
    }
}
