package dev.sdpoint.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.store.NewRun;
import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class RunsInteractorTest {
    @TempDir
    private Path folder;

    private final RunsModel model = new RunsModel();
    private final Workspace workspace = new Workspace();
    private RunArchive archive;
    private RunsInteractor interactor;
    private RunId good;
    private RunId plain;

    @BeforeEach
    void record() throws Exception {
        archive = new RunArchive(folder.resolve("runs"));
        interactor = new RunsInteractor(model, workspace, new DirectTaskRunner(), archive);
        good = RecordedRuns.finished(store(), Method.SDPOINT, 1, Optional.empty());
        plain = RecordedRuns.half(store(), Method.PLAIN, 5, new TrainingEvent.Stopped(20));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private RunStore store() {
        return archive.store().orElseThrow();
    }

    private RunRow row(RunId id) {
        return model.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void select(RunId... ids) {
        model.selected().setAll(List.of(ids).stream().map(this::row).toList());
    }

    private String notice() {
        return model.noticeProperty().get().map(Notice::sentence).orElse("");
    }

    @Test
    void listsRunsAndKeepsTheirLinesWhenTheyChange() throws Exception {
        interactor.refresh();
        assertThat(model.stageProperty().get()).isEqualTo(RunsModel.Stage.READY);
        assertThat(model.rows()).extracting(RunRow::id).containsExactlyInAnyOrder(good, plain);
        RunRow before = row(good);
        store().rename(good, "The good one");
        RunId third = RecordedRuns.finished(store(), Method.SDPOINT, 2, Optional.empty());
        interactor.refreshIfChanged();
        assertThat(row(good)).isSameAs(before);
        assertThat(before.run().label().name()).isEqualTo("The good one");
        assertThat(model.rows()).extracting(RunRow::id).contains(third).hasSize(3);
    }

    @Test
    void keepsStillWhileANameIsTyped() throws Exception {
        interactor.refresh();
        model.editingProperty().set(true);
        store().rename(good, "Another");
        interactor.refresh();
        assertThat(row(good).run().label().name()).isEqualTo("wrn-16-1 · SDPoint");
        model.editingProperty().set(false);
        assertThat(row(good).run().label().name()).isEqualTo("Another");
    }

    @Test
    void searchesNamesTagsNotesRecipesAndStates() throws Exception {
        store().setNote(good, "the one for the talk");
        store().setTags(plain, List.of("baseline"));
        interactor.refresh();
        for (String query : List.of("talk", "SDPOINT wrn-16", "finished", "  talk  one ")) {
            model.searchProperty().set(query);
            assertThat(model.found()).as(query).extracting(RunRow::id).containsExactly(good);
        }
        for (String query : List.of("base", "stopped", "plain")) {
            model.searchProperty().set(query);
            assertThat(model.found()).as(query).extracting(RunRow::id).containsExactly(plain);
        }
        model.searchProperty().set("talk baseline");
        assertThat(model.found()).isEmpty();
        model.searchProperty().set("");
        assertThat(model.found()).hasSize(2);
    }

    @Test
    void writesNamesTagsAndNotes() throws Exception {
        interactor.refresh();
        interactor.rename(good, " My run ");
        interactor.setTags(good, "wide, , paper,wide");
        interactor.setNote(good, "a\nb");
        assertThat(row(good).run().label()).isEqualTo(new RunSummary.Label("My run", List.of("paper", "wide"), "a\nb"));
        interactor.rename(good, "  ");
        assertThat(row(good).run().label().name()).isEqualTo("My run");
        interactor.setTags(good, "x".repeat(60));
        assertThat(notice()).contains("outside 1 … 50");
        assertThat(store().run(good).orElseThrow().label().tags()).containsExactly("paper", "wide");
    }

    @Test
    void deletesWithUndoStepByStep() throws Exception {
        RunId third = RecordedRuns.finished(store(), Method.SDPOINT, 2, Optional.empty());
        interactor.refresh();
        select(good, third);
        interactor.delete();
        assertThat(notice()).startsWith("2 runs deleted.");
        assertThat(model.rows()).extracting(RunRow::id).containsExactly(plain);
        select(plain);
        interactor.delete();
        assertThat(notice()).startsWith("Run “wrn-22-1 · ").contains("deleted.");
        assertThat(model.rows()).isEmpty();
        assertThat(model.deletedCountProperty().get()).isEqualTo(3);
        interactor.undo();
        assertThat(model.rows()).extracting(RunRow::id).containsExactly(plain);
        interactor.undo();
        assertThat(model.rows()).hasSize(3);
        assertThat(notice()).isEqualTo("2 runs are back.");
        interactor.undo();
        assertThat(model.rows()).hasSize(3);
        assertThat(store().deletedRuns()).isEmpty();
    }

    @Test
    void undoLeavesOutWhatIsBackAlready() {
        interactor.refresh();
        select(good);
        interactor.delete();
        select(plain);
        interactor.delete();
        model.deletedShownProperty().set(true);
        select(plain);
        interactor.restore();
        model.deletedShownProperty().set(false);
        assertThat(model.rows()).extracting(RunRow::id).containsExactly(plain);
        interactor.undo();
        assertThat(model.rows()).extracting(RunRow::id).containsExactlyInAnyOrder(plain, good);
    }

    @Test
    void bringsBackWhatWasDeletedEarlier() throws Exception {
        store().delete(good);
        interactor.refresh();
        assertThat(model.rows()).extracting(RunRow::id).containsExactly(plain);
        model.deletedShownProperty().set(true);
        assertThat(model.rows()).extracting(RunRow::id).containsExactly(good);
        select(good);
        interactor.delete();
        interactor.compare();
        assertThat(workspace.comparedRuns())
                .as("a deleted run is only looked at")
                .isEmpty();
        interactor.restore();
        assertThat(model.deletedShownProperty().get())
                .as("nothing is left there")
                .isFalse();
        assertThat(model.rows()).extracting(RunRow::id).containsExactlyInAnyOrder(good, plain);
    }

    @Test
    void aRunThatTrainsIsNotDeleted() throws Exception {
        try (Recording recording = store().record(new NewRun(
                RecordedRuns.recipe(Method.SDPOINT, 9), "CIFAR-10", "f".repeat(64), Optional.empty()))) {
            RecordedRuns.events(RecordedRuns.recipe(Method.SDPOINT, 9), 10).forEach(recording);
            recording.flush();
            interactor.refresh();
            RunId live = recording.run().orElseThrow();
            assertThat(row(live).run().progress().state()).isEqualTo(RecordedState.RUNNING);
            select(live);
            interactor.delete();
            assertThat(notice()).contains("trains and stays", "Stop it first");
            select(live, plain);
            interactor.delete();
            assertThat(notice()).startsWith("Run “wrn-22-1 · ").contains("trains and stays");
            assertThat(model.rows()).extracting(RunRow::id).containsExactlyInAnyOrder(live, good);
            long before = row(live).run().progress().iteration();
            RecordedRuns.events(RecordedRuns.recipe(Method.SDPOINT, 9), 15)
                    .subList(11, 16)
                    .forEach(recording);
            recording.flush();
            interactor.refreshIfChanged();
            assertThat(row(live).run().progress().iteration()).isGreaterThan(before);
        }
    }

    @Test
    void comparesAndTrainsAgain() {
        interactor.refresh();
        select(plain, good);
        interactor.compare();
        assertThat(workspace.comparedRuns()).containsExactly(plain, good);
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.ANALYSIS);
        interactor.duplicate();
        assertThat(workspace.wantedRecipeProperty().get())
                .as("one recipe fits the form")
                .isEmpty();
        select(good);
        interactor.duplicate();
        assertThat(workspace.wantedRecipeProperty().get()).contains(RecordedRuns.recipe(Method.SDPOINT, 1));
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
    }

    @Test
    void saysWhyThereIsNoList() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "where the folder should be");
        try (RunArchive broken = new RunArchive(file)) {
            new RunsInteractor(model, workspace, new DirectTaskRunner(), broken).refresh();
            assertThat(model.stageProperty().get()).isEqualTo(RunsModel.Stage.FAILED);
            assertThat(model.problemProperty().get()).contains("cannot be kept in " + file);
        }
    }
}
