package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets runs wait for their turn: the next begins when one has come to its end, finished or failed. One that a person stopped holds the
 * queue, and so does one that could not begin, which waits on. JavaFX thread only.
 */
final class QueueInteractor {
    private static final Texts TEXTS = Texts.of(QueueInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(QueueInteractor.class);

    private static final String PUT_BACK = "queue-undo";

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final TrainInteractor runs;
    private final QueueFile file;
    private final UndoStack undos = new UndoStack();

    /** The run that the queue began last, while it has not come to its end. */
    private Optional<QueuedRun> current = Optional.empty();

    QueueInteractor(TrainModel model, Workspace workspace, TaskRunner tasks, TrainInteractor runs, QueueFile file) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.runs = runs;
        this.file = file;
        runs.onEnd(this::ended);
        runs.keep(this::parents);
    }

    /** Reads what an earlier session left waiting. It begins when a person says so, or after the next run. */
    void readEarlier() {
        tasks.run(file::read, earlier -> queue().waiting().addAll(0, earlier), problem -> {
            LOG.warn("The queue could not be read.", problem);
            say(Notice.problem(String.valueOf(problem.getMessage())));
        });
    }

    /** Puts the recipe in the form at the end of the queue, or back to where it was taken from to be changed. */
    void add() {
        Optional<Recipe> recipe = model.form().recipeProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (recipe.isEmpty() || data.isEmpty()) {
            return;
        }
        if (queue().editedPosition().isPresent()
                && isForOthers(queue().editedProperty().get().orElseThrow())) {
            return; // it would wait for these images from now on
        }
        QueuedRun run = QueuedRun.of(
                recipe.get(), data.get(), model.form().parentProperty().get());
        OptionalInt edited = queue().editedPosition();
        leaveUnchanged();
        if (edited.isPresent()) {
            queue().waiting().set(edited.getAsInt(), run);
        } else {
            queue().waiting().add(run);
        }
        keep();
    }

    /** Puts a waiting run into the form; {@link #add} puts it back. The form is for the open images, so only while these are the run's. */
    void edit(int position) {
        QueuedRun run = queue().waiting().get(position);
        if (isForOthers(run)) {
            return;
        }
        queue().editedProperty().set(Optional.of(run));
        model.form().load(RecipeEntries.of(run.recipe()), run.parent());
    }

    /** Whether other images are open than a run is for, which is said. */
    private boolean isForOthers(QueuedRun run) {
        boolean others = workspace
                .dataProperty()
                .get()
                .filter(open -> !open.fingerprint().equals(run.dataFingerprint()))
                .isPresent();
        if (others) {
            say(Notice.problem(TEXTS.get("queue.changed-elsewhere", run.title(), run.dataTitle())));
        }
        return others;
    }

    /** Lets the waiting run be as it was. */
    void leaveUnchanged() {
        queue().editedProperty().set(Optional.empty());
    }

    /** Takes a waiting run out; {@link #undo} puts it back. */
    void remove(int position) {
        leaveUnchanged();
        TakenOut taken = new TakenOut(queue().waiting().remove(position), position);
        undos.push(taken, () -> putBack(taken));
        keep();
        say(Notice.hint(
                TEXTS.get("queue.taken-out", taken.run.title()),
                new Notice.Action(PUT_BACK, TEXTS.get("queue.undo"), () -> putBack(taken))));
    }

    /** Puts back what was taken out last, again and again up to the first since the program began. */
    void undo() {
        undos.undo();
    }

    private void putBack(TakenOut taken) {
        if (!undos.drop(taken)) {
            return;
        }
        leaveUnchanged();
        queue().waiting().add(Math.min(taken.position, queue().waiting().size()), taken.run);
        keep();
        if (model.noticeProperty().get().filter(QueueInteractor::isOfTakenOut).isPresent()) {
            model.noticeProperty().set(Optional.empty());
        }
    }

    private static boolean isOfTakenOut(Notice notice) {
        return notice.actions().stream().anyMatch(action -> action.id().equals(PUT_BACK));
    }

    /** Moves a run before or behind its neighbour; nothing at the ends. */
    void move(int position, int by) {
        int to = position + by;
        if (to >= 0 && to < queue().waiting().size()) {
            queue().waiting().add(to, queue().waiting().remove(position));
            keep();
        }
    }

    /** Lets the queue go on: at once if nothing trains. */
    void goOn() {
        queue().heldProperty().set(false);
        if (!runs.active() && !queue().waiting().isEmpty()) {
            keepModel(Optional.empty());
        }
    }

    private void ended(RunEnd end) {
        Optional<QueuedRun> ended = current;
        current = Optional.empty();
        if (ended.isPresent() && !end.begun()) {
            waitsOn(ended.get(), end);
            return;
        }
        if (queue().waiting().isEmpty()) {
            return;
        }
        if (end.how() == RunState.STOPPED) {
            queue().heldProperty().set(true);
        }
        if (queue().heldProperty().get()) {
            return;
        }
        keepModel(model.noticeProperty().get());
    }

    /** Nothing of the run is kept elsewhere, and what kept it from beginning may well keep the next ones, too. */
    private void waitsOn(QueuedRun run, RunEnd end) {
        queue().waiting().add(0, run);
        keep();
        queue().heldProperty().set(true);
        if (end.how() == RunState.FAILED) {
            String why = model.noticeProperty().get().map(Notice::sentence).orElse("");
            say(Notice.problem(TEXTS.get("queue.waits.not-begun", run.title(), why)));
        }
    }

    /**
     * The model of a finished run gives way on screen to the next run: it is written first.
     *
     * @param last what was said at the end of the run before
     */
    private void keepModel(Optional<Notice> last) {
        runs.keepModel(
                kept -> next(kept.isPresent() ? Optional.of(kept(last, kept.get())) : last),
                why -> hold(TEXTS.get("queue.waits.not-kept", why), UnsavedModel.without(this::goOnWithout)));
    }

    private static Notice kept(Optional<Notice> last, Path file) {
        return last.map(notice -> new Notice(notice.problem(), TEXTS.get("queue.model-kept", notice.sentence(), file)))
                .orElseGet(() -> Notice.hint(TEXTS.get("run.model-kept", file)));
    }

    private void goOnWithout() {
        queue().heldProperty().set(false);
        next(Optional.empty());
    }

    private void hold(String sentence, Notice.Action... actions) {
        queue().heldProperty().set(true);
        say(Notice.problem(sentence, actions));
    }

    /** @param last what was said at the end of the run before */
    private void next(Optional<Notice> last) {
        Optional<DataSet> data = workspace.dataProperty().get();
        if (queue().waiting().isEmpty() || data.isEmpty() || runs.active()) {
            return;
        }
        QueuedRun run = queue().waiting().get(0);
        if (!run.dataFingerprint().equals(data.get().fingerprint())) {
            hold(TEXTS.get("queue.waits.other-data", run.title(), run.dataTitle()));
            return;
        }
        if (queue().editedPosition().orElse(-1) == 0) {
            leaveUnchanged(); // it cannot be changed any more: what the form holds is another run
        }
        queue().waiting().remove(0);
        keep();
        current = Optional.of(run);
        runs.start(
                run.recipe(),
                run.parent(),
                last.map(notice ->
                        new Notice(notice.problem(), TEXTS.get("queue.went-on", notice.sentence(), run.title()))));
    }

    /** Also of the runs that can be put back. */
    private Set<Path> parents() {
        Stream<QueuedRun> takenOut = undos.all(TakenOut.class).stream().map(taken -> taken.run);
        return Stream.concat(queue().waiting().stream(), takenOut)
                .flatMap(run -> run.parent().stream())
                .map(ParentRun::checkpoint)
                .collect(Collectors.toSet());
    }

    private void keep() {
        List<QueuedRun> state = List.copyOf(queue().waiting());
        long version = file.next();
        tasks.run(
                () -> {
                    file.write(version, state);
                    return state;
                },
                kept -> {},
                problem -> {
                    LOG.warn("The queue could not be written.", problem);
                    say(Notice.problem(TEXTS.get("queue.not-written", Sentence.of(problem))));
                });
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }

    private RunQueue queue() {
        return model.queue();
    }

    /** A run and where it was; each taking out is one of its own, also of equal runs. */
    private static final class TakenOut {
        private final QueuedRun run;
        private final int position;

        TakenOut(QueuedRun run, int position) {
            this.run = run;
            this.position = position;
        }
    }
}
