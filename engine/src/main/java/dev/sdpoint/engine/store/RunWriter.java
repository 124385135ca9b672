package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.store.RunTable.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Turns what one session of a run tells into rows. One thread at a time. */
final class RunWriter {
    private static final double NANOS = 1e9;

    private final Database database;
    private final long run;
    private final Optional<String> checkpoint;
    private Session session;

    /** @param begun whose row must be there */
    RunWriter(Database database, RunBeginning begun) {
        this.database = database;
        this.run = begun.row();
        this.checkpoint = begun.checkpoint();
        this.session = new Session(begun.progress(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An event with its time.
     *
     * @param nanos of the steady clock
     */
    record Told(TrainingEvent event, Instant at, long nanos) {}

    /**
     * What the next event is seen against.
     *
     * @param tail the newest steps, which have room for more
     * @param runningSince up to when the time is counted, in nanoseconds of the steady clock; empty while nothing runs
     * @param latest time of the newest event or evaluation; empty before the first batch
     */
    private record Session(
            Progress progress, Optional<StepColumns> tail, Optional<Long> runningSince, Optional<Instant> latest) {}

    /** Writes all of it, on the disk when this returns, or nothing. */
    void write(List<Told> batch) throws StoreException {
        if (!batch.isEmpty()) {
            session = database.write(connection -> {
                Batch work = new Batch(connection, session);
                for (Told told : batch) {
                    work.take(told);
                }
                work.finish(batch.get(batch.size() - 1).at());
                return new Session(work.progress, work.tail, work.runningSince, Optional.of(work.latest));
            });
        }
    }

    /** The work of one transaction; thrown away if it fails. */
    private final class Batch {
        private final Connection connection;
        private Progress progress;
        private Optional<StepColumns> tail;
        private Optional<Long> runningSince;
        private Instant latest;

        Batch(Connection connection, Session before) throws SQLException {
            this.connection = connection;
            latest = before.latest().isPresent()
                    ? before.latest().get()
                    : RunTable.latest(connection, run).orElse(Instant.EPOCH);
            progress = before.progress();
            tail = before.tail().map(steps -> steps.first(steps.count()));
            runningSince = before.runningSince();
        }

        void take(Told told) throws SQLException, StoreException {
            TrainingEvent event = told.event();
            count(told.nanos());
            if (event instanceof IterationDone step) {
                take(step);
                progress = progress.at(step.iteration());
                return;
            }
            if (event instanceof TrainingEvent.Started started) {
                if (checkpoint.isPresent()) {
                    RunTable.takeCheckpoint(connection, run, checkpoint.get());
                }
                StepTable.cutAfter(connection, run, started.iteration());
                EvaluationTable.cutAfter(connection, run, started.iteration());
                RunTable.refreshScore(connection, run);
                tail = Optional.empty();
                progress = new Progress(
                        RecordedState.RUNNING,
                        progress.seconds(),
                        started.iteration(),
                        started.iterations(),
                        started.iterationsPerEpoch(),
                        started.epochs());
                runningSince = Optional.of(told.nanos());
            }
            latest = later(told.at());
            if (event instanceof TrainingEvent.Evaluated evaluated) {
                EvaluationTable.add(connection, run, latest, evaluated);
                RunTable.refreshScore(connection, run);
            } else {
                EventTable.add(connection, run, new RecordedEvent(latest, event));
            }
            stateAfter(event).ifPresent(state -> enter(state, told.nanos()));
        }

        /**
         * The time, or a millisecond after the newest record's if the clock has been set back or is no finer: events and evaluations, which
         * lie in two tables, are told again in the order of their times.
         */
        private Instant later(Instant at) {
            Instant least = latest.plusMillis(1);
            return at.isBefore(least) ? least : at.truncatedTo(ChronoUnit.MILLIS);
        }

        private void take(IterationDone step) throws SQLException {
            if (tail.isEmpty() || !tail.get().takes(step)) {
                putTail();
                tail = Optional.of(new StepColumns(step.iteration()));
            }
            tail.get().add(step);
        }

        void finish(Instant at) throws SQLException {
            putTail();
            RunTable.update(connection, run, progress, at);
        }

        private void putTail() throws SQLException {
            if (tail.isPresent()) {
                StepTable.put(connection, run, tail.get());
            }
        }

        private void count(long nanos) {
            if (runningSince.isPresent()) {
                progress = progress.after((nanos - runningSince.get()) / NANOS);
                runningSince = Optional.of(nanos);
            }
        }

        private void enter(RecordedState state, long nanos) {
            progress = progress.in(state);
            runningSince = state == RecordedState.RUNNING ? Optional.of(nanos) : Optional.empty();
        }
    }

    private static Optional<RecordedState> stateAfter(TrainingEvent event) {
        if (event instanceof TrainingEvent.Paused) {
            return Optional.of(RecordedState.PAUSED);
        }
        if (event instanceof TrainingEvent.Started || event instanceof TrainingEvent.Resumed) {
            return Optional.of(RecordedState.RUNNING);
        }
        if (event instanceof TrainingEvent.Finished) {
            return Optional.of(RecordedState.FINISHED);
        }
        if (event instanceof TrainingEvent.Stopped) {
            return Optional.of(RecordedState.STOPPED);
        }
        return event instanceof TrainingEvent.Failed ? Optional.of(RecordedState.FAILED) : Optional.empty();
    }
}
