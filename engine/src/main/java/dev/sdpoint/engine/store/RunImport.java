package dev.sdpoint.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sdpoint.engine.data.ForeignText;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.model.DiskTrouble;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run read from a {@code .sdprun} file and checked, but not yet in the store. */
final class RunImport {
    private static final int LONGEST_REASON = 300;

    private final RunId id;
    private final RunDocument document;
    private final Recipe recipe;
    private final RecordedState state;
    private final List<RecordedEvent> events;
    private final List<RecordedEvaluation> evaluations;
    private final List<StepTable.Packed> steps;
    private final byte @Nullable [] checkpoint;

    private RunImport(Map<String, byte[]> entries) throws IOException {
        document = RunDocument.of(entries.getOrDefault(RunExport.DOCUMENT, new byte[0]));
        id = new RunId(document.key());
        recipe = Recipe.ofText(document.recipe());
        state = RecordedState.valueOf(document.progress().state());
        events = document.events().stream().map(RunDocument.Told::event).toList();
        evaluations = document.evaluations().stream()
                .map(RunDocument.Evaluation::evaluation)
                .toList();
        steps = steps(ByteBuffer.wrap(entries.getOrDefault(RunExport.STEPS, new byte[0])));
        checkpoint = entries.get(RunExport.CHECKPOINT);
    }

    /**
     * Reads a file and looks at every part of it.
     *
     * @throws StoreException if it is missing, damaged or of a newer program
     */
    static RunImport read(Path file) throws StoreException {
        try {
            return new RunImport(SealedZip.read(file, RunExport.KIND, RunExport.VERSION));
        } catch (ModelFileException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw strange(file, "its " + RunExport.DOCUMENT + " is not in order at line " + line, e);
        } catch (BufferUnderflowException e) {
            throw strange(file, "its steps are cut short", e);
        } catch (IOException | IllegalArgumentException e) {
            throw strange(file, FullStop.without(String.valueOf(e.getMessage())), e);
        }
    }

    private static StoreException strange(Path file, String why, Exception cause) {
        return new StoreException(
                file + " does not hold a run that this program understands ("
                        + ForeignText.shown(why, LONGEST_REASON)
                        + "). Export it anew, or update SDPoint Explorer.",
                cause);
    }

    private static List<StepTable.Packed> steps(ByteBuffer bytes) {
        List<StepTable.Packed> steps = new ArrayList<>();
        long next = 1;
        while (bytes.hasRemaining()) {
            long first = bytes.getLong();
            int count = bytes.getInt();
            int length = bytes.getInt();
            if (first < next || length < 0 || length > bytes.remaining()) {
                throw new IllegalArgumentException("its steps from " + first + " on are not in order");
            }
            byte[] packed = new byte[length];
            bytes.get(packed);
            steps.add(new StepTable.Packed(first, sound(first, count, packed).count(), packed));
            next = first + count;
        }
        return steps;
    }

    /** It is the file that is damaged, and not the store. */
    private static StepColumns sound(long first, int count, byte[] packed) {
        try {
            return StepColumns.unpack(first, count, packed);
        } catch (StoreException e) {
            throw new IllegalArgumentException("its steps from " + first + " on are damaged", e);
        }
    }

    /** Takes the run in, whole or not at all. */
    RunId into(RunStore store, StoreFiles files) throws StoreException {
        Optional<RunFolder> folder = Optional.empty();
        try {
            if (checkpoint != null) {
                folder = Optional.of(RunFolder.create(files.folder()));
                WholeFile.write(folder.get().recipeFile(), recipe.text());
                WholeFile.write(folder.get().checkpoint(), checkpoint);
            }
            Optional<Path> place = folder.map(RunFolder::checkpoint);
            return store.write(connection -> put(connection, place, files));
        } catch (IOException e) {
            folder.ifPresent(made -> files.removeFolder(made.checkpoint()));
            throw new StoreException(
                    "The run's checkpoint could not be written (" + DiskTrouble.words(e)
                            + "). Free some space, or check that the folder can be written.",
                    e);
        } catch (StoreException | RuntimeException e) {
            folder.ifPresent(made -> files.removeFolder(made.checkpoint()));
            throw e;
        }
    }

    private RunId put(Connection connection, Optional<Path> place, StoreFiles files) throws SQLException {
        boolean known = !Database.query(connection, "SELECT id FROM run WHERE key = ?", row -> row.getLong(1), id.key())
                .isEmpty();
        RunId here = known ? RunId.fresh() : id;
        RunDocument.Progress progress = document.progress();
        NewRun run = new NewRun(recipe, document.data().title(), document.data().fingerprint(), place);
        long row = RunTable.insert(
                connection, here, run, place.map(files::text), Instant.ofEpochMilli(progress.startedAt()));
        RunTable.update(
                connection,
                row,
                new RunTable.Progress(
                        state,
                        progress.seconds(),
                        progress.iteration(),
                        progress.iterations(),
                        progress.iterationsPerEpoch(),
                        progress.epochs()),
                Instant.ofEpochMilli(progress.changedAt()));
        Database.update(
                connection,
                "UPDATE run SET name = ?, note = ? WHERE id = ?",
                document.label().name(),
                document.label().note(),
                row);
        RunTexts.putTags(connection, row, document.label().tags());
        for (StepTable.Packed packed : steps) {
            StepTable.put(connection, row, packed);
        }
        for (RecordedEvent told : events) {
            EventTable.add(connection, row, told);
        }
        for (RecordedEvaluation evaluation : evaluations) {
            EvaluationTable.add(connection, row, evaluation.at(), evaluation.told());
        }
        RunTable.refreshScore(connection, row);
        return here;
    }
}
