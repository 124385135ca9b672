package dev.sdpoint.app.library.models;

import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.library.DeletedModel;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.model.SampleModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists models, takes them in and out, deletes and restores them, always off the JavaFX thread; its own methods are for that thread. */
final class ModelsInteractor {
    private static final Texts TEXTS = Texts.of(ModelsInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(ModelsInteractor.class);

    private final ModelsModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final LongJobs jobs;
    private final ModelShelves shelves;
    private final ModelActions actions;
    private final UndoStack undos;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Optional<ModelShelves.Listing> listing = Optional.empty();
    private Optional<Path> wanted = Optional.empty();
    private boolean reading;
    private boolean stale;

    ModelsInteractor(
            ModelsModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs jobs,
            ModelShelves shelves,
            ModelActions actions,
            UndoStack undos) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.jobs = jobs;
        this.shelves = shelves;
        this.actions = actions;
        this.undos = undos;
        workspace.modelProperty().subscribe(open -> refresh());
        workspace.wantedModelFileProperty().subscribe(file -> file.ifPresent(this::showCardOf));
    }

    private void showCardOf(Path file) {
        workspace.wantedModelFileProperty().set(Optional.empty());
        wanted = Optional.of(file.toAbsolutePath().normalize());
        refresh();
    }

    /** Looks anew; calls that come meanwhile make one more look. */
    void refresh() {
        if (reading) {
            stale = true;
            return;
        }
        reading = true;
        stale = false;
        tasks.run(
                shelves::list,
                read -> {
                    listing = Optional.of(read);
                    show(read);
                    model.stageProperty().set(ModelsModel.Stage.READY);
                    finished();
                },
                problem -> {
                    listing = Optional.empty();
                    model.rows().clear();
                    model.selectedProperty().set(Optional.empty());
                    model.stageProperty().set(ModelsModel.Stage.FAILED);
                    say(Notice.problem(Sentence.of(problem)));
                    finished();
                });
    }

    private void finished() {
        reading = false;
        if (stale) {
            refresh();
        }
    }

    /** Looks anew if anybody has changed a file or the folder. */
    void refreshIfChanged() {
        if (reading || model.busyProperty().get()) {
            return;
        }
        tasks.run(
                shelves::stamps,
                stamps -> {
                    if (listing.filter(known -> known.stamps().equals(stamps)).isEmpty()) {
                        refresh();
                    }
                },
                problem -> {
                    if (model.stageProperty().get() == ModelsModel.Stage.READY) {
                        refresh();
                    }
                });
    }

    private void show(ModelShelves.Listing read) {
        Optional<ModelRow> before = model.selectedProperty().get();
        if (!model.rows().equals(read.rows())) {
            model.rows().setAll(read.rows());
        }
        model.deleted().setAll(read.deleted());
        model.openProperty().set(find(this::isOpen));
        Optional<ModelRow> asked = wanted.flatMap(path -> find(row -> row.path().equals(Optional.of(path))));
        if (asked.isPresent() || !stale) { // what came while this list was read is in the next one
            wanted = Optional.empty();
        }
        model.selectedProperty()
                .set(asked.or(() -> before.flatMap(row -> find(row::sameFile)))
                        .or(() -> model.openProperty().get())
                        .or(() -> model.rows().stream().findFirst()));
    }

    private Optional<ModelRow> find(Predicate<ModelRow> which) {
        return model.rows().stream().filter(which).findFirst();
    }

    private boolean isOpen(ModelRow row) {
        Optional<OpenModel> open = workspace.modelProperty().get();
        return open.filter(o -> row.shelf() == Shelf.SAMPLE
                        ? o.file().isEmpty() && o.name().equals(row.name())
                        : o.file().isPresent()
                                && o.file()
                                        .map(file -> file.toAbsolutePath().normalize())
                                        .equals(row.path()))
                .isPresent();
    }

    /** Shows the card of a model. */
    void select(ModelRow row) {
        model.selectedProperty().set(Optional.of(row));
    }

    /** Opens a model everywhere. */
    void open(ModelRow row) {
        if (row.shelf() == Shelf.SAMPLE) {
            actions.openSample();
        } else {
            row.path().ifPresent(actions::openModel);
        }
    }

    /** Takes files into the library, each whole or not at all; one that is refused keeps no other out. */
    void importFiles(List<Path> files) {
        if (files.isEmpty() || model.busyProperty().get()) {
            return;
        }
        String title = files.size() == 1
                ? TEXTS.get("job.importing", files.get(0).getFileName())
                : TEXTS.get("job.importing.several", files.size());
        work(title, progress -> new ModelImport(shelves.library(), progress, stopped).of(files), result -> {
            result.last().ifPresent(path -> wanted = Optional.of(path));
            say(result.notice());
        });
    }

    /** Writes a model to a file. */
    void export(ModelRow row, Path target) {
        work(
                TEXTS.get("job.exporting", row.name()),
                progress -> {
                    if (row.found().isPresent()) {
                        shelves.library()
                                .export(row.found().get(), target, ModelImport.progress(progress, stopped, row.name()));
                    } else {
                        SampleModels.export(target);
                    }
                    return target;
                },
                written -> say(Notice.hint(TEXTS.get("exported", written))));
    }

    private <T> void work(String title, dev.sdpoint.app.concurrent.BackgroundJob.Work<T> work, Consumer<T> done) {
        if (model.busyProperty().get()) {
            return;
        }
        stopped.set(false);
        model.busyProperty().set(true);
        jobs.start(
                title,
                work,
                () -> stopped.set(true),
                result -> {
                    model.busyProperty().set(false);
                    done.accept(result);
                    refresh();
                },
                problem -> {
                    model.busyProperty().set(false);
                    if (problem instanceof InterruptedException) {
                        say(Notice.hint(TEXTS.get("cancelled", title)));
                    } else {
                        failed(problem);
                    }
                    refresh();
                });
    }

    /** Deletes a model of the library; {@link #undo} brings it back. */
    void delete(ModelRow row) {
        if (row.shelf() != Shelf.OWN || row.found().isEmpty()) {
            return;
        }
        FoundModel found = row.found().get();
        boolean open = isOpen(row);
        change(() -> shelves.library().delete(found), deleted -> {
            restorable(deleted);
            say(Notice.undo(TEXTS.get(open ? "deleted.open" : "deleted", deleted.name())));
        });
    }

    private void restorable(DeletedModel deleted) {
        undos.push(deleted, () -> restore(deleted));
    }

    /** Takes a file that was opened elsewhere off the list; the file stays. */
    void forget(ModelRow row) {
        row.path()
                .ifPresent(path -> change(
                        () -> {
                            shelves.recent().remove(path);
                            return path;
                        },
                        done -> {}));
    }

    /** Brings back the model that was deleted last, again and again up to the first deletion since the program began. */
    void undo() {
        undos.undo(DeletedModel.class);
    }

    /** Brings a deleted model back. */
    void restore(DeletedModel deleted) {
        boolean ofThisSession = undos.drop(deleted);
        change(
                () -> shelves.library().restore(deleted),
                back -> {
                    wanted = Optional.of(back.file());
                    say(Notice.hint(TEXTS.get("restored", back.name())));
                },
                () -> {
                    if (ofThisSession) {
                        restorable(deleted);
                    }
                });
    }

    private <T> void change(Callable<T> work, Consumer<T> done) {
        change(work, done, () -> {});
    }

    private <T> void change(Callable<T> work, Consumer<T> done, Runnable otherwise) {
        tasks.run(
                work,
                result -> {
                    done.accept(result);
                    refresh();
                },
                problem -> {
                    otherwise.run();
                    failed(problem);
                    refresh();
                });
    }

    private void failed(Throwable problem) {
        LOG.error("Models could not be changed: {}", problem.getMessage(), problem);
        say(Notice.problem(Sentence.of(problem)));
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }

    void hideNotice() {
        model.noticeProperty().set(Optional.empty());
    }

    /** Ends what is copied; nothing is left half. */
    void close() {
        stopped.set(true);
    }
}
