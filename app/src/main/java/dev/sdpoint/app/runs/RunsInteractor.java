package dev.sdpoint.app.runs;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the runs and changes them, always off the JavaFX thread; its own methods are for that thread. */
final class RunsInteractor {
    private static final Texts TEXTS = Texts.of(RunsInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(RunsInteractor.class);

    private final RunsModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final RunArchive archive;
    /** The last one last. */
    private final List<List<RunSummary>> deletions = new ArrayList<>();

    private Optional<Listing> listing = Optional.empty();
    private boolean reading;
    private boolean stale;

    RunsInteractor(RunsModel model, Workspace workspace, TaskRunner tasks, RunArchive archive) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.archive = archive;
        model.deletedShownProperty().addListener((value, before, now) -> showListing());
        model.editingProperty().addListener((value, before, now) -> showListing());
    }

    /** What the store has, as of a version of it. */
    private record Listing(long version, boolean writable, List<RunSummary> runs, List<RunSummary> deleted) {
        boolean live() {
            return runs.stream().anyMatch(run -> run.progress().state().live());
        }
    }

    /** Reads all runs anew; calls that come meanwhile make one more reading. */
    void refresh() {
        if (reading) {
            stale = true;
            return;
        }
        reading = true;
        stale = false;
        tasks.run(
                () -> archive.read(
                        store -> new Listing(store.version(), store.writable(), store.runs(), store.deletedRuns())),
                read -> {
                    listing = Optional.of(read);
                    model.stageProperty().set(RunsModel.Stage.READY);
                    showListing();
                    finished();
                },
                problem -> {
                    model.problemProperty().set(Sentence.of(problem));
                    model.stageProperty().set(RunsModel.Stage.FAILED);
                    finished();
                });
    }

    private void finished() {
        reading = false;
        if (stale) {
            refresh();
        }
    }

    /** Reads anew if anybody, also another process, has changed something, or somebody trains. */
    void refreshIfChanged() {
        if (reading || listing.isEmpty()) {
            return;
        }
        Listing known = listing.get();
        tasks.run(
                () -> archive.read(store -> store.version()),
                version -> {
                    if (known.live() || version != known.version()) {
                        refresh();
                    }
                },
                problem -> LOG.warn("It is not known whether runs have changed.", problem));
    }

    private void showListing() {
        if (listing.isEmpty() || model.editingProperty().get()) {
            return;
        }
        Listing known = listing.get();
        model.writableProperty().set(known.writable());
        model.deletedCountProperty().set(known.deleted().size());
        if (known.deleted().isEmpty()) {
            model.deletedShownProperty().set(false);
        }
        show(model.deletedShownProperty().get() ? known.deleted() : known.runs());
    }

    /** Changes as few lines as can be: those that are gone go, those that are new come, the others take what is new of them. */
    private void show(List<RunSummary> runs) {
        Map<RunId, RunSummary> wanted = new HashMap<>();
        runs.forEach(run -> wanted.put(run.id(), run));
        List<RunRow> rows = model.rows();
        if (rows.stream().anyMatch(row -> !wanted.containsKey(row.id()))) {
            rows.removeIf(row -> !wanted.containsKey(row.id()));
        }
        for (RunRow row : rows) {
            RunSummary news = wanted.remove(row.id());
            if (news != null) {
                row.take(news);
            }
        }
        model.rows()
                .addAll(runs.stream()
                        .filter(run -> wanted.containsKey(run.id()))
                        .map(RunRow::new)
                        .toList());
    }

    /** Calls a run otherwise; a blank name leaves it as it is. */
    void rename(RunId id, String name) {
        if (!name.isBlank()) {
            change(() -> archive.change(store -> {
                store.rename(id, name);
                return id;
            }));
        }
        refresh();
    }

    /** @param tags between commas */
    void setTags(RunId id, String tags) {
        List<String> names = Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        change(() -> archive.change(store -> {
            store.setTags(id, names);
            return id;
        }));
    }

    void setNote(RunId id, String note) {
        change(() -> archive.change(store -> {
            store.setNote(id, note);
            return id;
        }));
    }

    private <T> void change(Callable<T> work) {
        tasks.run(work, done -> refresh(), this::fail);
    }

    /** Takes the selected runs off the list; {@link #undo} brings them back. */
    void delete() {
        List<RunSummary> chosen = selected();
        if (chosen.isEmpty()
                || !model.writableProperty().get()
                || model.deletedShownProperty().get()) {
            return;
        }
        tasks.run(
                () -> archive.delete(chosen.stream().map(RunSummary::id).toList()),
                deleted -> deleted(chosen, deleted),
                this::fail);
    }

    private void deleted(List<RunSummary> chosen, List<RunId> deleted) {
        List<RunSummary> gone =
                chosen.stream().filter(run -> deleted.contains(run.id())).toList();
        List<RunSummary> left =
                chosen.stream().filter(run -> !deleted.contains(run.id())).toList();
        String stays = left.isEmpty() ? "" : TEXTS.get("deleted.left", left.size(), name(left));
        if (gone.isEmpty()) {
            say(Notice.problem(stays));
        } else {
            deletions.add(gone);
            say(Notice.undo(TEXTS.get("deleted.done", gone.size(), name(gone), stays)));
        }
        refresh();
    }

    /** Of the first, for sentences that name one run and count several. */
    private static String name(List<RunSummary> runs) {
        return runs.get(0).label().name();
    }

    /** Brings back what was deleted last, again and again up to the first deletion since the program began. */
    void undo() {
        if (!deletions.isEmpty()) {
            List<RunSummary> last = deletions.remove(deletions.size() - 1);
            restore(last, () -> deletions.add(last));
        }
    }

    /** Brings the selected runs back that were deleted some time ago. */
    void restore() {
        if (model.deletedShownProperty().get()) {
            restore(selected(), () -> {});
        }
    }

    private void restore(List<RunSummary> runs, Runnable otherwise) {
        if (runs.isEmpty()) {
            return;
        }
        List<RunId> ids = runs.stream().map(RunSummary::id).toList();
        tasks.run(
                () -> {
                    archive.restore(ids);
                    return ids;
                },
                done -> {
                    forgetDeletionsOf(ids);
                    say(Notice.hint(TEXTS.get("restored", runs.size(), name(runs))));
                    refresh();
                },
                problem -> {
                    otherwise.run();
                    fail(problem);
                });
    }

    /** What is back need not be brought back again. */
    private void forgetDeletionsOf(List<RunId> back) {
        deletions.replaceAll(
                runs -> runs.stream().filter(run -> !back.contains(run.id())).toList());
        deletions.removeIf(List::isEmpty);
    }

    /** Puts the selected runs side by side in the Analysis place. */
    void compare() {
        List<RunSummary> chosen = selected();
        if (!chosen.isEmpty() && !model.deletedShownProperty().get()) {
            workspace.comparedRuns().clear();
            chosen.forEach(run -> workspace.comparedRuns().add(run.id()));
            workspace.currentPlaceProperty().set(PlaceId.ANALYSIS);
        }
    }

    /** Brings the recipe of the selected run into the form, to be trained once more or changed. */
    void duplicate() {
        List<RunSummary> chosen = selected();
        if (chosen.size() == 1) {
            tasks.run(
                    () -> archive.read(store -> store.recipe(chosen.get(0).id())),
                    recipe -> {
                        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
                        workspace.wantedRecipeProperty().set(Optional.of(recipe));
                    },
                    this::fail);
        }
    }

    List<RunSummary> selected() {
        return model.selected().stream().map(RunRow::run).toList();
    }

    void hideNotice() {
        model.noticeProperty().set(Optional.empty());
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }

    private void fail(Exception problem) {
        LOG.warn("The runs could not be changed.", problem);
        say(Notice.problem(Sentence.of(problem)));
        refresh();
    }
}
