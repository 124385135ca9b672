package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were begun at one place: its checkpoint is of one of them alone. */
@Timeout(60)
class CheckpointOwnerTest {
    private static final Story STORY = new Story(1, 10, 1);
    private static final Story OTHER = new Story(1, 10, 2);
    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private RunStore store;
    private RunFolder run;
    private Path checkpoint;

    CheckpointOwnerTest() {
        run = new RunFolder(Path.of("set below"));
        checkpoint = run.checkpoint();
    }

    @BeforeEach
    void open() throws Exception {
        store = Stores.ready(folder);
        run = RunFolder.create(folder);
        checkpoint = run.checkpoint();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RunId stopped(Story story) throws Exception {
        return Stores.record(
                store, story, Optional.of(checkpoint), List.of(story.start(0), new TrainingEvent.Stopped(5)));
    }

    /** A session that the trainer refuses: the checkpoint is of other images. */
    private RunId refused() throws Exception {
        NewRun other = new NewRun(STORY.recipe(), "Bundled", "0".repeat(64), Optional.of(checkpoint));
        try (Recording recording = store.record(other)) {
            recording.accept(new TrainingEvent.Failed(0, "The checkpoint was trained on other images."));
            return recording.run().orElseThrow();
        }
    }

    private void share(RunId id) throws Exception {
        store.write(connection -> Database.update(
                connection,
                "UPDATE run SET checkpoint = ? WHERE key = ?",
                StoreFiles.in(folder).text(checkpoint),
                id.key()));
    }

    @Test
    void knowsWhetherItsRunCameToItsEnd() throws Exception {
        assertThat(store.finished(checkpoint)).isFalse();
        RunId id = stopped(STORY);
        Files.writeString(checkpoint, "state");
        assertThat(store.finished(checkpoint)).isFalse();
        assertThat(Stores.record(store, STORY, Optional.of(checkpoint), STORY.from(5)))
                .isEqualTo(id);
        assertThat(store.finished(checkpoint)).isTrue();
        store.delete(id);
        assertThat(store.finished(checkpoint)).isFalse();
    }

    @Test
    void aRunThatWasRefusedDoesNotTakeTheCheckpointAlongWhenItIsPurged() throws Exception {
        RunId good = stopped(STORY);
        Files.writeString(checkpoint, "state");
        RunId junk = refused();
        assertThat(store.checkpoint(junk)).isEmpty();
        store.delete(junk);
        assertThat(store.purge(LATER)).isOne();
        assertThat(store.checkpoint(good).orElseThrow()).hasContent("state");
        assertThat(stopped(STORY)).as("it goes on").isEqualTo(good);
    }

    /** As earlier versions of the program left them. */
    @Test
    void aFolderStaysForAsLongAsARunHasItsCheckpoint() throws Exception {
        RunId good = stopped(STORY);
        Files.writeString(checkpoint, "state");
        RunId junk = refused();
        share(junk);
        store.delete(junk);
        assertThat(store.purge(LATER)).isOne();
        assertThat(checkpoint).exists();
        store.delete(good);
        assertThat(store.purge(LATER)).isOne();
        assertThat(run.path()).doesNotExist();
    }

    /** Another instance restores the run after this one has looked for what is to be purged. */
    @Test
    void aRunThatWasRestoredMeanwhileIsNotPurged() throws Exception {
        RunId id = stopped(STORY);
        Files.writeString(checkpoint, "state");
        store.delete(id);
        RunSummary seen = store.deletedRuns().get(0);
        store.undelete(id);
        assertThat(store.purge(seen, LATER)).isZero();
        assertThat(store.checkpoint(id)).isPresent();
    }

    @Test
    void whatALaterRunWritesAtTheSamePlaceIsNotTheEarliersCheckpoint() throws Exception {
        RunId first = stopped(STORY);
        try (Recording second = store.record(OTHER.run(Optional.of(checkpoint)))) {
            second.accept(OTHER.start(0));
            second.flush();
            Files.writeString(checkpoint, "of the second run");
            assertThat(store.checkpoint(first)).isEmpty();
            assertThat(store.checkpoint(second.run().orElseThrow())).isPresent();
        }
        Path file = folder.resolve("first.sdprun");
        store.export(first, file);
        assertThat(store.checkpoint(store.importRun(file))).isEmpty();
    }

    /** The same command is given again while its run has not written a checkpoint yet; the trainer refuses it. */
    @Test
    void aRunKeepsItsPlaceIfAnotherIsRefusedThere() throws Exception {
        RunId running;
        RunId refused;
        try (Recording recording = store.record(STORY.run(Optional.of(checkpoint)))) {
            running = recording.run().orElseThrow();
            recording.accept(STORY.start(0));
            recording.flush();
            refused = Stores.record(
                    store, STORY, Optional.of(checkpoint), List.of(new TrainingEvent.Failed(0, "Another run trains.")));
            Files.writeString(checkpoint, "state");
            recording.accept(new TrainingEvent.Stopped(5));
        }
        assertThat(store.checkpoint(running)).isPresent();
        assertThat(store.checkpoint(refused)).isEmpty();
        assertThat(stopped(STORY)).as("it goes on").isEqualTo(running);
    }
}
