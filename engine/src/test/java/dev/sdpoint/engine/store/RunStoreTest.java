package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunStoreTest {
    private static final Story STORY = new Story(3, 400, 7);

    @TempDir
    Path folder;

    private RunStore store;

    @BeforeEach
    void open() {
        store = Stores.ready(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackEverythingThatWasTold() throws Exception {
        RunId id = Stores.record(store, STORY, Optional.empty());
        List<TrainingEvent> told = STORY.from(0);
        Stores.assertSame(Stores.replay(store, id), told);
        assertThat(store.recipe(id)).isEqualTo(STORY.recipe());
        assertThat(store.evaluations(id).stream().map(RecordedEvaluation::told))
                .containsExactly(STORY.evaluation(400), STORY.evaluation(800), STORY.evaluation(1200));
        assertThat(store.history(id).stream().map(RecordedEvent::event))
                .containsExactlyElementsOf(told.stream()
                        .filter(e -> !(e instanceof IterationDone) && !(e instanceof TrainingEvent.Evaluated))
                        .toList());
        List<IterationDone> late = new ArrayList<>();
        store.steps(id, 1000, late::add);
        assertThat(late).hasSize(201).startsWith(STORY.step(1000)).endsWith(STORY.step(1200));
    }

    @Test
    void keepsEveryKindOfEvent() throws Exception {
        List<TrainingEvent> events = List.of(
                STORY.start(0),
                new TrainingEvent.Warned(0, "Other threads; „quoted“."),
                new TrainingEvent.PeakRateChanged(0, 0.1 + 0.2),
                new TrainingEvent.Paused(0),
                new TrainingEvent.Resumed(0),
                new TrainingEvent.CheckpointWritten(0, "a/b.checkpoint"),
                new TrainingEvent.Finished(0, 1.25),
                new TrainingEvent.Stopped(0),
                new TrainingEvent.Failed(0, "The loss is NaN."));
        RunId id = Stores.record(store, STORY, Optional.empty(), events);
        assertThat(store.history(id).stream().map(RecordedEvent::event)).containsExactlyElementsOf(events);
    }

    @Test
    void listsWhatAListNeeds() throws Exception {
        RunId id = Stores.record(store, STORY, Optional.empty());
        RunSummary run = store.runs().get(0);
        assertThat(store.runs()).containsExactly(run);
        assertThat(store.run(id)).contains(run);
        assertThat(run.label().name()).isEqualTo("wrn-10-1 · SDPoint");
        assertThat(run.origin().epochs()).isEqualTo(3);
        assertThat(run.progress().state()).isEqualTo(RecordedState.FINISHED);
        assertThat(run.progress().iteration()).isEqualTo(1200);
        assertThat(run.progress().iterations()).isEqualTo(1200);
        var end = STORY.evaluation(1200).sweep();
        assertThat(run.result().bestError())
                .contains(end.scores().stream()
                        .mapToDouble(score -> score.top1Error())
                        .min()
                        .orElseThrow());
        assertThat(run.result().curve())
                .containsExactlyElementsOf(end.curve().stream()
                        .map(score -> new CurvePoint((float) score.relativeCost(), (float) score.top1Error()))
                        .toList());
    }

    @Test
    void countsTheTimeOfSessionsWithoutPauses() throws Exception {
        long most;
        try (Recording recording = store.record(STORY.run(Optional.empty()))) {
            long begun = System.nanoTime();
            recording.accept(STORY.start(0));
            Thread.sleep(100);
            recording.accept(new TrainingEvent.Paused(0));
            long paused = System.nanoTime();
            Thread.sleep(400);
            long resumed = System.nanoTime();
            recording.accept(new TrainingEvent.Resumed(0));
            Thread.sleep(100);
            recording.accept(new TrainingEvent.Stopped(0));
            most = paused - begun + System.nanoTime() - resumed;
        }
        assertThat(store.runs().get(0).progress().duration().toMillis())
                .isBetween(200L, TimeUnit.NANOSECONDS.toMillis(most) + 1);
    }

    @Test
    void aRunThatGoesOnForgetsWhatCameAfterItsCheckpoint() throws Exception {
        Path checkpoint = folder.resolve("somewhere.checkpoint");
        List<TrainingEvent> first = STORY.from(0).subList(0, 1000);
        RunId id = Stores.record(store, STORY, Optional.of(checkpoint), first);
        Files.writeString(checkpoint, "of iteration 700");
        List<TrainingEvent> second = STORY.from(700);
        assertThat(Stores.record(store, STORY, Optional.of(checkpoint), second)).isEqualTo(id);
        List<IterationDone> steps = new ArrayList<>();
        store.steps(id, 0, steps::add);
        assertThat(steps.stream().map(IterationDone::iteration))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1200).boxed().toList());
        assertThat(store.evaluations(id).stream().map(e -> e.told().iteration()))
                .containsExactly(400L, 800L, 1200L);
        assertThat(store.runs()).hasSize(1);
        List<TrainingEvent> replayed = Stores.replay(store, id);
        assertThat(replayed).filteredOn(e -> e instanceof TrainingEvent.Started).hasSize(2);
        assertThat(replayed.stream().map(TrainingEvent::iteration)).isSorted();
    }

    @Test
    void anEvaluationThatIsMadeAgainTakesThePlaceOfTheFirst() throws Exception {
        List<TrainingEvent> events = new ArrayList<>(STORY.from(0));
        events.add(events.size() - 1, STORY.evaluation(400));
        RunId id = Stores.record(store, STORY, Optional.empty(), events);
        assertThat(store.evaluations(id).stream().map(e -> e.told().iteration()))
                .containsExactlyInAnyOrder(400L, 800L, 1200L);
        assertThat(Stores.replay(store, id).stream().map(TrainingEvent::iteration))
                .isSorted();
    }

    @Test
    void itsVersionTellsWhetherSomethingChanged() throws Exception {
        long before = store.version();
        assertThat(store.version()).isEqualTo(before);
        RunId id = Stores.record(store, STORY, Optional.empty());
        long recorded = store.version();
        assertThat(recorded).isNotEqualTo(before);
        assertThat(store.runs()).hasSize(1);
        assertThat(store.version()).isEqualTo(recorded);
        try (RunStore other = RunStores.open(folder).store().orElseThrow()) {
            other.rename(id, "by another instance");
        }
        assertThat(store.version()).isNotEqualTo(recorded);
    }

    @Test
    void anotherRecipeOrNoCheckpointIsAnotherRun() throws Exception {
        Path checkpoint = folder.resolve("somewhere.checkpoint");
        RunId id = Stores.record(store, STORY, Optional.of(checkpoint));
        assertThat(Stores.record(store, STORY, Optional.of(checkpoint))).isNotEqualTo(id);
        Files.writeString(checkpoint, "state");
        assertThat(Stores.record(store, new Story(3, 400, 8), Optional.of(checkpoint)))
                .isNotEqualTo(id);
        assertThat(store.runs()).hasSize(3);
    }

    @Test
    void whatPeopleWriteIsKept() throws Exception {
        RunId id = Stores.record(store, STORY, Optional.empty());
        store.rename(id, "  The good one ");
        store.setNote(id, "a\nb");
        store.setTags(id, List.of("wide ", "a tag", "wide"));
        RunSummary.Label label = new RunSummary.Label("The good one", List.of("a tag", "wide"), "a\nb");
        assertThat(store.run(id).orElseThrow().label()).isEqualTo(label);
        assertThat(store.runs().get(0).label()).isEqualTo(label);
        assertThatThrownBy(() -> store.rename(id, " ")).hasMessage("a name of 0 characters is outside 1 … 200");
        assertThatThrownBy(() -> store.setTags(id, List.of("x".repeat(51)))).hasMessageContaining("outside 1 … 50");
        assertThat(store.run(id).orElseThrow().label()).isEqualTo(label);
    }

    @Test
    void deletesWithUndoAndPurges() throws Exception {
        Path inside =
                Files.createDirectory(folder.resolve("20240501-120000-000")).resolve("run.checkpoint");
        Files.writeString(inside, "state");
        RunId id = Stores.record(store, STORY, Optional.of(inside));
        store.delete(id);
        assertThat(store.runs()).isEmpty();
        assertThat(store.deletedRuns()).hasSize(1);
        assertThat(store.deleted(inside)).isTrue();
        assertThat(store.purge(Instant.now().minusSeconds(60))).isZero();
        store.undelete(id);
        assertThat(store.runs()).hasSize(1);
        assertThat(store.deleted(inside)).isFalse();
        Stores.assertSame(Stores.replay(store, id), STORY.from(0));
        store.delete(id);
        assertThat(store.purge(Instant.now().plusSeconds(60))).isOne();
        assertThat(store.run(id)).isEmpty();
        assertThat(inside.getParent()).doesNotExist();
        assertThatThrownBy(() -> store.rename(id, "x"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no longer");
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            for (String table : List.of("steps", "evaluation", "score", "event")) {
                assertThat(database.pragma("SELECT count(*) FROM " + table))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void aRunUnderWayCannotBeDeleted() throws Exception {
        try (Recording recording = store.record(STORY.run(Optional.empty()))) {
            recording.accept(STORY.start(0));
            recording.flush();
            RunSummary run = store.runs().get(0);
            assertThat(run.progress().state()).isEqualTo(RecordedState.RUNNING);
            assertThatThrownBy(() -> store.delete(run.id())).hasMessage("This run is training. Stop it first.");
        }
        RunSummary run = store.runs().get(0);
        assertThat(run.progress().state()).as("nobody said how it ended").isEqualTo(RecordedState.INTERRUPTED);
        store.delete(run.id());
    }

    @Test
    void aSessionThatToldNothingLeavesNoRun() throws Exception {
        store.record(STORY.run(Optional.empty())).close();
        assertThat(store.runs()).isEmpty();
    }

    @Test
    void theListDoesNotTouchStepsOrEvaluations() throws Exception {
        Stores.record(store, STORY, Optional.empty());
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            for (String table : List.of("steps", "score", "evaluation", "event")) {
                database.write(connection -> {
                    Database.execute(connection, "DROP TABLE " + table);
                    return table;
                });
            }
        }
        assertThat(store.runs()).hasSize(1);
    }
}
