package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.DownloadException;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.InstallWatcher;
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
    private Optional<CardModel> removed = Optional.empty();
    private boolean looked;

    LibraryInteractor(
            LibraryModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs jobs,
            DataLibrary library,
            LibraryActions actions) {
        this.model = model;
        this.tasks = tasks;
        this.jobs = jobs;
        this.library = library;
        this.actions = actions;
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
        if (!looked) {
            looked = true;
            model.cards().forEach(this::offerUndo);
        }
    }

    /** What the program could not forget before it ended takes room that nobody sees; whoever removed it may think better of it yet. */
    private void offerUndo(CardModel card) {
        tasks.run(
                () -> library.restorable(card.archive()),
                restorable -> {
                    if (restorable && removed.isEmpty() && !running.containsKey(card)) {
                        removed = Optional.of(card);
                        String room = Sizes.of(card.archive().unpackedBytes());
                        String sentence =
                                TEXTS.get("removed.before", card.archive().title(), room);
                        say(new Notice(sentence, Optional.of(card)));
                    }
                },
                problem -> LOG.warn("What was removed before cannot be told.", problem));
    }

    /** A person says that what was in the way has gone. */
    void lookAgain(CardModel card) {
        card.problemProperty().set("");
        look(card);
    }

    private void look(CardModel card) {
        tasks.run(
                () -> library.look(card.archive()),
                holding -> {
                    if (!running.containsKey(card)) {
                        card.stateProperty().set(CardState.of(holding));
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
                    running.remove(card);
                    say(Notice.of(praise));
                    look(card);
                },
                problem -> {
                    running.remove(card);
                    if (!(problem instanceof InterruptedException)) {
                        failed(card, problem);
                    }
                    look(card);
                });
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

    /** Removes it; can be undone until the notice goes. */
    void remove(CardModel card) {
        forgetRemoved();
        change(card, () -> library.remove(card.archive()), wasHere -> {
            if (wasHere) {
                removed = Optional.of(card);
                boolean open = card.openProperty().get();
                String sentence = TEXTS.get(
                        open ? "removed.open" : "removed", card.archive().title());
                say(new Notice(sentence, Optional.of(card)));
            }
        });
    }

    /** Brings back what was removed last. */
    void undo() {
        removed.ifPresent(card -> {
            removed = Optional.empty();
            model.noticeProperty().set(Optional.empty());
            change(card, () -> library.restore(card.archive()), restored -> {
                if (!restored) {
                    card.problemProperty()
                            .set(TEXTS.get("not-restored", card.archive().title()));
                }
            });
        });
    }

    /** Throws away what is here of a download. */
    void discard(CardModel card) {
        change(card, () -> library.discard(card.archive()), done -> {});
    }

    private <T> void change(CardModel card, Callable<T> work, Consumer<T> done) {
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
                    failed(card, problem);
                    look(card);
                });
    }

    private void say(Notice notice) {
        if (notice.removed().isEmpty()) {
            forgetRemoved();
        }
        model.noticeProperty().set(Optional.of(notice));
    }

    /** The notice goes, and with it the chance to undo. */
    void hideNotice() {
        model.noticeProperty().set(Optional.empty());
        forgetRemoved();
    }

    private void forgetRemoved() {
        removed.ifPresent(card -> {
            removed = Optional.empty();
            tasks.run(
                    () -> library.forget(card.archive()),
                    done -> {},
                    problem -> LOG.warn("What was removed still takes room.", problem));
        });
    }

    /** Ends everything; what has come is kept. */
    void close() {
        running.values().forEach(Installing::stop);
        forgetRemoved();
    }
}
