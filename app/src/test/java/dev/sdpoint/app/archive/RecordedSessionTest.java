package dev.sdpoint.app.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.reproduction.Entry;
import dev.sdpoint.engine.reproduction.Preset;
import dev.sdpoint.engine.reproduction.Reproduction;
import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreOpening;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.engine.training.TrainingResult;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class RecordedSessionTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final Recipe RECIPE = Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 2, 7);
    private static final List<TrainingEvent> TOLD = List.of(
            new TrainingEvent.Started(0, 4, 2, 2),
            new IterationDone(1, 0, 3, 2.25, 0.5, 0.1, 100),
            new IterationDone(2, 0, 0, 2.0, 0.25, 0.1, 100),
            new TrainingEvent.Stopped(2));

    @TempDir
    private Path folder;

    private static TrainingSession telling(List<TrainingEvent> events) {
        return (recipe, data, control, listener, checkpoint) -> {
            events.forEach(listener);
            return new TrainingResult.Interrupted(2);
        };
    }

    private static List<TrainingEvent> run(TrainingSession session, RunArchive archive, Optional<Path> checkpoint)
            throws Exception {
        List<TrainingEvent> heard = new ArrayList<>();
        TrainingResult result =
                new RecordedSession(session, archive).run(RECIPE, DATA, new RunControl(), heard::add, checkpoint);
        assertThat(result).isEqualTo(new TrainingResult.Interrupted(2));
        return heard;
    }

    @Test
    void recordsWhatItPassesOn() throws Exception {
        try (RunArchive archive = new RunArchive(folder)) {
            List<Boolean> changes = new ArrayList<>();
            archive.onChange(() -> changes.add(true));
            assertThat(run(telling(TOLD), archive, Optional.empty())).isEqualTo(TOLD);
            RunStore store = archive.store().orElseThrow();
            RunSummary run = store.runs().get(0);
            assertThat(run.origin().dataTitle()).isEqualTo(DATA.title());
            assertThat(run.progress().state()).isEqualTo(RecordedState.STOPPED);
            assertThat(store.recipe(run.id())).isEqualTo(RECIPE);
            List<TrainingEvent> recorded = new ArrayList<>();
            store.replay(run.id(), recorded::add);
            assertThat(recorded).isEqualTo(TOLD);
            assertThat(changes).as("begun and ended").hasSize(2);
        }
    }

    @Test
    void recordsTheRunsOfAReproduction() throws Exception {
        Entry entry = Preset.MINUTES.entries(DATA, 7).get(0);
        try (RunArchive archive = new RunArchive(folder)) {
            RecordedSession session = new RecordedSession(telling(TOLD), archive);
            assertThat(new Reproduction(session::run, DATA, folder).model(entry, new RunControl(), event -> {}))
                    .as("it was stopped")
                    .isEmpty();
            RunStore store = archive.store().orElseThrow();
            assertThat(store.runs()).hasSize(1);
            assertThat(store.recipe(store.runs().get(0).id())).isEqualTo(entry.recipe());
        }
    }

    @Test
    void recordsARunThatFails() throws Exception {
        try (RunArchive archive = new RunArchive(folder)) {
            TrainingSession failing = (recipe, data, control, listener, checkpoint) -> {
                listener.accept(new TrainingEvent.Started(0, 4, 2, 2));
                listener.accept(new TrainingEvent.Failed(0, "The loss is NaN."));
                throw new TrainingException("The loss is NaN.");
            };
            assertThatThrownBy(() -> run(failing, archive, Optional.empty())).hasMessage("The loss is NaN.");
            assertThat(archive.store().orElseThrow().runs().get(0).progress().state())
                    .isEqualTo(RecordedState.FAILED);
        }
    }

    @Test
    void trainsAlsoWhereNothingCanBeRecorded() throws Exception {
        Path file = Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        try (RunArchive archive = new RunArchive(file)) {
            List<TrainingEvent> heard = run(telling(TOLD), archive, Optional.empty());
            assertThat(heard.get(0))
                    .isInstanceOfSatisfying(
                            TrainingEvent.Warned.class,
                            warned -> assertThat(warned.message()).contains("not recorded"));
            assertThat(heard.subList(1, heard.size())).isEqualTo(TOLD);
        }
    }

    /** The disk fills up while the run goes on, and has room later. */
    @FaultTest
    void tellsThatTheRunIsNotRecordedForTheMoment() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.at(folder, 4L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        try (SmallDisk disk = mounted.get();
                RunArchive archive = new RunArchive(folder)) {
            List<String> warned = new ArrayList<>();
            TrainingSession session = (recipe, data, control, listener, checkpoint) -> {
                listener.accept(new TrainingEvent.Started(0, 400, 400, 1));
                disk.fill(0);
                long i = 0;
                while (i < 9_000) {
                    i++;
                    listener.accept(new IterationDone(i, 0, 3, 1.0 / i, 0.5, 0.1, 100));
                }
                changeUntil(i, listener, () -> warned.size() == 1);
                disk.free();
                changeUntil(i, listener, () -> warned.size() == 2);
                return new TrainingResult.Interrupted(2);
            };
            TrainingResult unused = new RecordedSession(session, archive)
                    .run(
                            RECIPE,
                            DATA,
                            new RunControl(),
                            event -> {
                                if (event instanceof TrainingEvent.Warned warning) {
                                    warned.add(warning.message());
                                }
                            },
                            Optional.empty());
            assertThat(warned)
                    .containsExactly(
                            "The disk is full: the run store could not be written. Free some space.",
                            "The run is recorded again; nothing of it was lost.");
        }
    }

    /** Tells what is written at once, again and again: whether it could be is told with a later event. */
    private static void changeUntil(long iteration, Consumer<TrainingEvent> listener, BooleanSupplier condition)
            throws InterruptedException {
        for (int i = 1; i <= 600 && !condition.getAsBoolean(); i++) {
            listener.accept(new TrainingEvent.PeakRateChanged(iteration, 0.001 * i));
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The second outage loses steps, the third one more, the last none. */
    @Test
    void saysHowManyStepsAnOutageHasLost() {
        List<String> heard = new ArrayList<>();
        Outages outages = new Outages();
        RecordedSession.Trouble trouble =
                new RecordedSession.Trouble(outages, event -> heard.add(((TrainingEvent.Warned) event).message()));
        for (long lost : new long[] {0, 1000, 1001, 1001}) {
            outages.problem = Optional.of("The disk is full.");
            trouble.tell(1);
            outages.lost = lost;
            outages.problem = Optional.of("The disk is write-protected.");
            trouble.tell(1);
            outages.problem = Optional.empty();
            trouble.tell(2);
            trouble.tell(3);
        }
        assertThat(heard)
                .filteredOn(sentence -> !sentence.startsWith("The disk"))
                .containsExactly(
                        "The run is recorded again; nothing of it was lost.",
                        "The run is recorded again, but 1000 steps of it are lost.",
                        "The run is recorded again, but 1 step of it is lost.",
                        "The run is recorded again; nothing of it was lost.");
    }

    private static final class Outages implements Recording {
        private Optional<String> problem = Optional.empty();
        private long lost;

        @Override
        public void accept(TrainingEvent event) {}

        @Override
        public Optional<RunId> run() {
            return Optional.empty();
        }

        @Override
        public Optional<String> problem() {
            return problem;
        }

        @Override
        public long lostSteps() {
            return lost;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void opensTheStoreOnlyWhenItIsNeeded() {
        Path place = folder.resolve("runs");
        try (RunArchive archive = new RunArchive(place)) {
            assertThat(place).doesNotExist();
            assertThat(archive.opening()).isInstanceOf(StoreOpening.Ready.class);
            assertThat(archive.opening()).isSameAs(archive.opening());
        }
        new RunArchive(folder.resolve("never")).close();
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void knowsWhetherTheRunOfACheckpointCameToItsEnd() throws Exception {
        Path checkpoint = Files.writeString(folder.resolve("my.sdp.checkpoint"), "state");
        try (RunArchive archive = new RunArchive(folder.resolve("store"))) {
            assertThat(archive.finished(checkpoint)).isFalse();
            run(telling(TOLD), archive, Optional.of(checkpoint));
            assertThat(archive.finished(checkpoint)).isFalse();
            run(
                    telling(List.of(
                            new TrainingEvent.Started(2, 4, 2, 2),
                            new IterationDone(3, 1, 0, 2.0, 0.25, 0.1, 100),
                            new IterationDone(4, 1, 3, 2.0, 0.25, 0.1, 100),
                            new TrainingEvent.Finished(4, 12))),
                    archive,
                    Optional.of(checkpoint));
            assertThat(archive.finished(checkpoint)).isTrue();
        }
    }

    @Test
    void tellsThatAnImportedRunCanBeContinued() throws Exception {
        Path file = folder.resolve("run.sdprun");
        try (RunArchive archive = new RunArchive(folder.resolve("one"))) {
            Path checkpoint = Files.writeString(folder.resolve("my.sdp.checkpoint"), "state");
            run(telling(TOLD), archive, Optional.of(checkpoint));
            RunStore store = archive.store().orElseThrow();
            store.export(store.runs().get(0).id(), file);
        }
        try (RunArchive archive = new RunArchive(folder.resolve("other"))) {
            List<Boolean> imports = new ArrayList<>();
            archive.onCheckpointsChange(() -> imports.add(true));
            RunId id = archive.importRun(file);
            assertThat(imports).hasSize(1);
            Path arrived = archive.store().orElseThrow().checkpoint(id).orElseThrow();
            assertThat(RunFolder.of(folder.resolve("other"), arrived)).isPresent();
            assertThat(archive.deleted(arrived)).isFalse();
            archive.store().orElseThrow().delete(id);
            assertThat(archive.deleted(arrived)).isTrue();
        }
        try (RunArchive archive = new RunArchive(folder.resolve("other"))) {
            RunStore store = archive.store().orElseThrow();
            assertThat(store.deletedRuns()).as("deleted today").hasSize(1);
            assertThat(store.purge(Instant.now().plusSeconds(1))).isOne();
        }
    }
}
