package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.DownloadException;
import dev.sdpoint.engine.download.Holding;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.InstallWatcher;
import dev.sdpoint.engine.download.Removed;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.download.Source;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings data sets here, checks and removes them, always off the JavaFX thread; its own methods are for that thread. */
final class LibraryInteractor {
    private static final Texts TEXTS = Texts.of(LibraryInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(LibraryInteractor.class);
    private static final String BUNDLED_ID = "cifar10-bundled";

    private final LibraryModel model;
    private final TaskRunner tasks;
    private final LongJobs jobs;
    private final DataLibrary library;
    private final LibraryActions actions;
    private final Map<CardModel, Installing> running = new HashMap<>();
    private final UndoStack undos;

    LibraryInteractor(
            LibraryModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs jobs,
            DataLibrary library,
            LibraryActions actions,
            UndoStack undos) {
        this.model = model;
        this.tasks = tasks;
        this.jobs = jobs;
        this.library = library;
        this.actions = actions;
        this.undos = undos;
        workspace.dataProperty().subscribe(this::markOpen);
    }

    private void markOpen(Optional<DataSet> data) {
        String id = data.map(DataSet::id).orElse("");
        model.bundledOpenProperty().set(id.equals(BUNDLED_ID));
        model.cards()
                .forEach(
                        card -> card.openProperty().set(id.equals(card.archive().id())));
    }

    /** Looks what is here; other windows and commands may have changed it. */
    void refresh() {
        model.cards().stream().filter(card -> !running.containsKey(card)).forEach(this::look);
    }

    /** A person says that what was in the way has gone. */
    void lookAgain(CardModel card) {
        card.problemProperty().set("");
        look(card);
    }

    private record Look(Holding holding, Optional<Removed> removed) {}

    private void look(CardModel card) {
        tasks.run(
                () -> new Look(library.look(card.archive()), library.removed(card.archive())),
                look -> {
                    if (!running.containsKey(card)) {
                        card.stateProperty().set(CardState.of(look.holding()));
                        card.removedProperty().set(look.removed());
                    }
                },
                problem -> failed(card, problem));
    }

    /** Shows how far the running jobs are. */
    void pump() {
        running.forEach((card, job) -> job.take()
                .ifPresent(progress -> card.stateProperty()
                        .set(job.stopped() ? new CardState.Ending(progress) : new CardState.Working(progress))));
    }

    /** Whether something is being brought or checked. */
    boolean works() {
        return !running.isEmpty();
    }

    /** Downloads, from the beginning or from where it stopped. */
    void download(CardModel card) {
        try {
            install(
                    card,
                    TEXTS.get("job.downloading", card.archive().title()),
                    Source.mirror(card.archive(), card.mirrorProperty().get()));
        } catch (DownloadException e) {
            card.mirrorShownProperty().set(true);
            card.problemProperty().set(Sentence.of(e));
        }
    }

    /** Takes the archive or the unpacked folder that a person has. */
    void take(CardModel card, Path path) {
        install(card, TEXTS.get("job.installing", card.archive().title()), new Source.Existing(path));
    }

    private void install(CardModel card, String title, Source source) {
        work(
                card,
                title,
                InstallProgress.Stage.CONNECTING,
                watcher -> library.install(card.archive(), source, watcher),
                TEXTS.get(
                        "installed",
                        card.archive().title(),
                        Sizes.of(card.archive().unpackedBytes())));
    }

    /** Compares the files with the published sums. */
    void check(CardModel card) {
        work(
                card,
                TEXTS.get("job.checking", card.archive().title()),
                InstallProgress.Stage.CHECKING,
                watcher -> {
                    library.check(card.archive(), watcher);
                    return library.folder();
                },
                TEXTS.get("checked", card.archive().title()));
    }

    private interface Work {
        Path run(InstallWatcher watcher) throws DownloadException, InterruptedException;
    }

    private void work(CardModel card, String title, InstallProgress.Stage stage, Work work, String praise) {
        if (running.containsKey(card)) {
            return;
        }
        Installing job = new Installing();
        running.put(card, job);
        card.problemProperty().set("");
        card.stateProperty()
                .set(new CardState.Working(
                        new InstallProgress(stage, 0, 1, 0, Optional.empty(), TEXTS.get("job.begins", title))));
        jobs.start(
                title,
                progress -> work.run(job.watcher(progress)),
                job::stop,
                folder -> {
                    ended(card);
                    undos.drop(card); // what is installed is whole
                    model.noticeProperty().set(Optional.of(praise));
                    look(card);
                },
                problem -> {
                    ended(card);
                    if (!(problem instanceof InterruptedException)) {
                        failed(card, problem);
                    }
                    look(card);
                });
    }

    private void ended(CardModel card) {
        running.remove(card);
        card.problemProperty().set("");
    }

    private void failed(CardModel card, Throwable problem) {
        LOG.error("{}: {}", card.archive().title(), problem.getMessage(), problem);
        card.problemProperty().set(Sentence.of(problem));
    }

    /** Ends what runs for a data set; what has come is kept. */
    void cancel(CardModel card) {
        Installing job = running.get(card);
        if (job != null) {
            job.stop();
            if (card.stateProperty().get() instanceof CardState.Working working) {
                card.stateProperty().set(new CardState.Ending(working.progress()));
            }
        }
    }

    /** Opens its images everywhere. */
    void open(CardModel card) {
        if (card.stateProperty().get() instanceof CardState.Installed installed) {
            actions.openData(installed.folder());
        }
    }

    void openBundled() {
        actions.openBundled();
    }

    void openFolder(Path folder) {
        actions.openData(folder);
    }

    /** Removes it; {@link #undo} brings it back. */
    void remove(CardModel card) {
        change(card, () -> library.remove(card.archive()), wasHere -> takenAway(card, wasHere));
    }

    /** Throws away what is here of a download; {@link #undo} brings it back. */
    void discard(CardModel card) {
        change(card, () -> library.discard(card.archive()), wasHere -> takenAway(card, wasHere));
    }

    private void takenAway(CardModel card, boolean any) {
        if (any) {
            undos.push(card, () -> undo(card));
        }
    }

    /** Brings back what was removed or discarded of a data set. It can be tried again if that fails. */
    void undo(CardModel card) {
        if (running.containsKey(card)) {
            card.problemProperty()
                    .set(TEXTS.get("not-restored.working", card.archive().title()));
            return;
        }
        boolean ofThisSession = undos.drop(card);
        card.removedProperty().set(Optional.empty());
        change(
                card,
                () -> library.restore(card.archive()),
                restored -> {
                    if (!restored) {
                        card.problemProperty()
                                .set(TEXTS.get("not-restored", card.archive().title()));
                    }
                },
                () -> takenAway(card, ofThisSession));
    }

    /** Gives the room of what was removed or discarded back. */
    void forget(CardModel card) {
        change(card, () -> library.forget(card.archive()), done -> undos.drop(card));
    }

    private <T> void change(CardModel card, Callable<T> work, Consumer<T> done) {
        change(card, work, done, () -> {});
    }

    private <T> void change(CardModel card, Callable<T> work, Consumer<T> done, Runnable otherwise) {
        if (running.containsKey(card)) {
            return;
        }
        card.problemProperty().set("");
        tasks.run(
                work,
                result -> {
                    done.accept(result);
                    look(card);
                },
                problem -> {
                    otherwise.run();
                    failed(card, problem);
                    look(card);
                });
    }

    void hideNotice() {
        model.noticeProperty().set(Optional.empty());
    }

    /** Ends everything; what has come is kept. */
    void close() {
        running.values().forEach(Installing::stop);
    }
}
