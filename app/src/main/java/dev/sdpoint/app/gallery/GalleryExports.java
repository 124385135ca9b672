package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.figure.ContactSheet;
import dev.sdpoint.app.figure.ContactSheetFiles;
import dev.sdpoint.app.gallery.ReadPictures.Written;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.UnreadableImageException;
import dev.sdpoint.engine.model.WholeFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes images of the gallery to files: asks where, does it in the background, says what came of it. JavaFX thread only. */
final class GalleryExports {
    private static final Texts TEXTS = Texts.of(GalleryExports.class);
    private static final Logger LOG = LoggerFactory.getLogger(GalleryExports.class);

    private final GalleryModel gallery;
    private final PickModel picks;
    private final ExportModel state;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private Supplier<@Nullable Window> owner = () -> null;
    private ExportDialogs dialogs = new SystemDialogs(() -> owner.get());
    private @Nullable BackgroundJob<Written> running;

    GalleryExports(GalleryModel gallery, PickModel picks, ExportModel state, Workspace workspace, TaskRunner tasks) {
        this.gallery = gallery;
        this.picks = picks;
        this.state = state;
        this.workspace = workspace;
        this.tasks = tasks;
    }

    /** Where the dialogs of the desktop belong. */
    void ownedBy(Supplier<@Nullable Window> window) {
        owner = window;
    }

    /** Asks in another way; for tests, which cannot reach the desktop. */
    void askBy(ExportDialogs other) {
        dialogs = other;
    }

    /** Asks for the file of another model. */
    Optional<Path> otherModel() {
        return dialogs.model();
    }

    /** Writes the images that are selected together. */
    void selection(ExportFormat format) {
        gallery.sourceProperty().get().ifPresent(source -> {
            Picks chosen = picks.picksProperty().get();
            if (!chosen.isEmpty()) {
                Criterion criterion = gallery.criterionProperty().get();
                ImageOrder order = gallery.orderProperty().get();
                write(
                        source,
                        ExportScope.selection(source, criterion, chosen, order),
                        format,
                        TEXTS.get("file.selection"));
            }
        });
    }

    /** Writes a group. */
    void group(Grouping.Group group, ExportFormat format) {
        gallery.sourceProperty()
                .get()
                .ifPresent(source -> write(source, ExportScope.group(source, group), format, TEXTS.get("file.group")));
    }

    /** Writes all that the filter shows. */
    void shown(ExportFormat format) {
        shown((source, scope) -> write(source, scope, format, TEXTS.get("file.shown")));
    }

    /** Writes all that the filter shows into a file without asking, replacing what is there; not for folders. */
    void shown(ExportFormat format, Path file) {
        shown((source, scope) -> write(source, scope, format, file, terms(source)));
    }

    private void shown(BiConsumer<GallerySource, ExportScope> write) {
        ExportScope scope = ExportScope.shown(gallery.layoutProperty().get().grouping());
        if (scope.size() > 0) {
            gallery.sourceProperty().get().ifPresent(source -> write.accept(source, scope));
        }
    }

    /**
     * Writes a table of the images that moved.
     *
     * @param first name of the open model
     * @param second name of the one that it is compared with
     */
    void moved(GroupMoves moves, String first, String second) {
        if (busy()) {
            return;
        }
        int count = moves.images() - moves.total(Move.SAME);
        String title = TEXTS.get("scope.moved", count);
        dialogs.file(ExportFormat.CSV, TEXTS.get("file.moved"))
                .ifPresent(file -> run(title, file, progress -> {
                    WholeFile.write(file, moves.csv(first, second));
                    return Written.whole(file);
                }));
    }

    /** Ends what is being written; nothing is left of it. */
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void write(GallerySource source, ExportScope scope, ExportFormat format, String name) {
        if (busy()) {
            return;
        }
        if (format == ExportFormat.FOLDERS) {
            dialogs.folder()
                    .map(parent -> parent.resolve(TEXTS.get("file.folders")))
                    .ifPresent(target -> folders(source, scope, target));
            return;
        }
        Terms terms = terms(source);
        dialogs.file(format, name).ifPresent(file -> write(source, scope, format, file, terms));
    }

    /** One at a time; a second one is refused in words. */
    private boolean busy() {
        if (running != null) {
            say(TEXTS.get("write.busy"));
        }
        return running != null;
    }

    /**
     * What is chosen beside the images. It belongs to them and is taken together with them: while a dialog is open another model may arrive.
     *
     * @param rank of the selected instance in the order of the source
     * @param perRow images in a row of a sheet
     * @param model name of the open model
     */
    private record Terms(Criterion criterion, int rank, int perRow, String model) {}

    private Terms terms(GallerySource source) {
        return new Terms(
                gallery.criterionProperty().get(),
                source.rank(workspace.selectedInstanceProperty().get()),
                state.perRowProperty().get(),
                workspace.modelProperty().get().map(OpenModel::name).orElse(TEXTS.get("sheet.model")));
    }

    private void write(GallerySource source, ExportScope scope, ExportFormat format, Path file, Terms terms) {
        if (busy()) {
            return;
        }
        run(scope.title(), file, progress -> {
            if (format == ExportFormat.CSV) {
                WholeFile.write(file, GroupCsv.of(source, terms.criterion(), scope.groups(), terms.rank()));
                return Written.whole(file);
            }
            ReadPictures pictures = new ReadPictures(source.images());
            ContactSheet sheet =
                    EasyToHard.sheet(source, pictures, terms.criterion(), scope, terms.perRow(), terms.model());
            pictures.requireSome();
            ContactSheetFiles.write(file, sheet);
            return pictures.written(file);
        });
    }

    private void folders(GallerySource source, ExportScope scope, Path wanted) {
        tasks.run(
                () -> DraftFolder.free(wanted),
                free -> {
                    boolean taken = !free.equals(wanted);
                    ExportDialogs.Clash answer = taken ? dialogs.clash(wanted) : ExportDialogs.Clash.KEEP_BOTH;
                    if (answer != ExportDialogs.Clash.CANCEL && !busy()) {
                        boolean replace = answer == ExportDialogs.Clash.REPLACE;
                        Path target = replace ? wanted : free;
                        run(
                                scope.title(),
                                target,
                                progress -> new PictureFolders(source, scope).write(target, replace, progress));
                    }
                },
                problem -> failed(wanted, problem));
    }

    private void run(String title, Path target, BackgroundJob.Work<Written> work) {
        BackgroundJob<Written> job = new BackgroundJob<>(TEXTS.get("write.job", target.getFileName()), work);
        job.setOnSucceeded(event -> ended(done(title, job.getValue())));
        job.setOnCancelled(event -> ended(TEXTS.get("write.cancelled")));
        job.setOnFailed(event -> failed(target, job.getException()));
        say("");
        state.progressProperty().bind(job.progressProperty());
        state.messageProperty().bind(job.messageProperty());
        state.runningProperty().set(true);
        running = job.start();
    }

    private static String done(String title, Written written) {
        return written.unread() == 0
                ? TEXTS.get("write.done", title, written.path())
                : TEXTS.get("write.done.without", title, written.path(), written.unread(), written.why());
    }

    private void ended(String sentence) {
        state.progressProperty().unbind();
        state.messageProperty().unbind();
        state.runningProperty().set(false);
        running = null;
        say(sentence);
    }

    private void failed(Path target, @Nullable Throwable problem) {
        LOG.warn("Could not write {}", target, problem);
        if (problem instanceof PictureFolders.PutAside aside) {
            ended(TEXTS.get("write.failed.aside", target.getFileName(), aside.where()));
            return;
        }
        if (problem instanceof UnreadableImageException gone) {
            ended(TEXTS.get("write.failed.unread", target.getFileName(), Sentence.of(gone)));
            return;
        }
        boolean taken = problem instanceof FileAlreadyExistsException;
        ended(TEXTS.get(taken ? "write.failed.taken" : "write.failed", target.getFileName()));
    }

    private void say(String sentence) {
        gallery.noticeProperty().set(sentence);
    }

    /** The job that is running; for tests. */
    Optional<BackgroundJob<Written>> running() {
        return Optional.ofNullable(running);
    }
}
