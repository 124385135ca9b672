package dev.sdpoint.engine.store;

import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SealedZip;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one run into a {@code .sdprun} file: a sealed zip of {@code run.json}, {@code steps.bin} and its checkpoint. */
final class RunExport {
    static final String KIND = "sdpoint-run";
    static final int VERSION = 1;
    static final String DOCUMENT = "run.json";
    static final String STEPS = "steps.bin";
    static final String CHECKPOINT = "run.checkpoint";
    private static final int ROWS_AT_A_TIME = 64;
    private static final int MOST_TRIES = 3;

    private final RunStore store;
    private final RunId id;
    private final Reading<byte[]> reading;

    RunExport(RunStore store, RunId id) {
        this(store, id, Files::readAllBytes);
    }

    /** @param reading gives the bytes of the checkpoint */
    RunExport(RunStore store, RunId id, Reading<byte[]> reading) {
        this.store = store;
        this.id = id;
        this.reading = reading;
    }

    /** Reads something of a file. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    void write(Path file) throws StoreException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try {
            gather(entries);
        } catch (IOException e) {
            throw new StoreException("The checkpoint of the run cannot be read (" + e.getMessage() + ").", e);
        }
        try {
            SealedZip.write(file, KIND, VERSION, entries);
        } catch (ModelFileException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A run may train meanwhile. Its checkpoint is read before its steps, which so reach at least as far; what comes after the
     * checkpoint is cut when the run goes on. If it wrote another one meanwhile, as at its end, all is read again.
     */
    private void gather(Map<String, byte[]> entries) throws IOException, StoreException {
        Optional<String> seen;
        int tries = 0;
        do {
            entries.clear();
            seen = stamp();
            Optional<byte[]> state = checkpoint(reading);
            store.read(connection -> {
                long row = RunTable.row(connection, id);
                entries.put(DOCUMENT, document(connection, row));
                entries.put(STEPS, steps(connection, row));
                return row;
            });
            state.ifPresent(bytes -> entries.put(CHECKPOINT, bytes));
            tries++;
        } while (tries < MOST_TRIES && !seen.equals(stamp()));
    }

    /** Other words where the checkpoint is another file. */
    private Optional<String> stamp() throws IOException, StoreException {
        return checkpoint(path -> {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        });
    }

    private <T> Optional<T> checkpoint(Reading<T> look) throws IOException, StoreException {
        Optional<Path> file = store.checkpoint(id);
        try {
            return file.isPresent() ? Optional.of(look.of(file.get())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed since: the run has come to its end
        }
    }

    private byte[] document(Connection connection, long row) throws SQLException, StoreException {
        RunSummary run = store.summary(connection, id).orElseThrow();
        RunTable.Progress progress = RunTable.progress(connection, row);
        RunDocument document = new RunDocument(
                id.key(),
                new RunDocument.Label(
                        run.label().name(), run.label().tags(), run.label().note()),
                RunTable.recipe(connection, row).text(),
                new RunDocument.Data(run.origin().dataTitle(), run.origin().dataFingerprint()),
                new RunDocument.Progress(
                        progress.state().name(),
                        progress.iteration(),
                        progress.iterations(),
                        progress.iterationsPerEpoch(),
                        progress.epochs(),
                        progress.seconds(),
                        run.progress().startedAt().toEpochMilli(),
                        run.progress().changedAt().toEpochMilli()),
                EventTable.of(connection, row).stream()
                        .map(RunDocument.Told::of)
                        .toList(),
                EvaluationTable.of(connection, row).stream()
                        .map(RunDocument.Evaluation::of)
                        .toList());
        try {
            return document.bytes();
        } catch (IOException e) {
            throw new StoreException("The run could not be put into words.", e);
        }
    }

    /** Row after row: iteration of the first step, their number, length in bytes, packed steps. */
    private static byte[] steps(Connection connection, long row) throws SQLException, StoreException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            List<StepTable.Packed> rows = new ArrayList<>();
            StepTable.<SQLException>pass(0, from -> StepTable.from(connection, row, from, ROWS_AT_A_TIME), rows::add);
            for (StepTable.Packed packed : rows) {
                out.writeLong(packed.first());
                out.writeInt(packed.count());
                out.writeInt(packed.bytes().length);
                out.write(packed.bytes());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new StoreException("The run's steps could not be gathered.", e);
        }
    }
}
