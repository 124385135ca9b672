package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.stream.AutoBudgetView;
import dev.sdpoint.app.concurrent.SerialWorker;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.WatchedJobs;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * The place where a person chooses a budget and sees what it buys. JavaFX thread. It owns one thread, which alone runs the
 * network, until {@link #close()}.
 */
public final class BudgetPlace implements Place {
    private final BudgetModel state = new BudgetModel();
    private final SerialWorker worker = new SerialWorker("budget-inference");
    private final BudgetInteractor budget;
    private final PictureInteractor pictures;
    private final FindInteractor find;
    private final AnswerInteractor answers;
    private final FilmInteractor film;
    private final ExportInteractor export;
    private final TimesInteractor times;
    private final AutoBudgetView automatic;
    private final BudgetViewBuilder builder;
    private boolean onScreen;
    private @Nullable Parent view;

    /**
     * @param workspace what is open and selected
     * @param tasks reads pictures off the JavaFX thread
     * @param loader makes the network that answers
     * @param here measures models on this machine
     */
    public BudgetPlace(Workspace workspace, TaskRunner tasks, NetworkLoader loader, MachineTimes here) {
        budget = new BudgetInteractor(state, workspace);
        pictures = new PictureInteractor(state, workspace, tasks, new SplittableRandom());
        find = new FindInteractor(state, workspace, pictures);
        answers = new AnswerInteractor(state, workspace, tasks, worker, loader);
        film = new FilmInteractor(state, pictures, tasks);
        CropInteractor crop = new CropInteractor(state, tasks, worker);
        export = new ExportInteractor(state, workspace);
        automatic = new AutoBudgetView(workspace, tasks, loader);
        times = new TimesInteractor(
                state.times(), workspace, tasks, WatchedJobs.inBackground(), here, automatic.running());
        builder = new BudgetViewBuilder(
                state,
                new BudgetDoors(budget, pictures, find, film, crop, export, answers::askAgain, times, automatic));
        state.automaticProperty().addListener((property, before, now) -> turned());
        BudgetWiring.connect(workspace, state, budget, pictures, answers);
        BudgetWiring.connect(workspace, times);
        BudgetWiring.connect(workspace, find);
    }

    /** What the file dialog, the clipboard and drag and drop call; for tests, which cannot reach the desktop. */
    PictureActions pictures() {
        return pictures;
    }

    /** Only one of the two computes: answers and a film by hand would disturb what a stream measures. */
    private void turned() {
        refreshActive();
        if (state.automaticProperty().get()) {
            state.film().playingProperty().set(false);
        } else {
            automatic.stop();
        }
    }

    private void refreshActive() {
        answers.setActive(onScreen && !state.automaticProperty().get());
    }

    /** What the place shows; for tests. */
    BudgetModel state() {
        return state;
    }

    /** What several files in a dialog or a drop call; for tests. */
    FilmActions film() {
        return film;
    }

    /** What the dialogs of the export call; for tests. */
    ExportActions export() {
        return export;
    }

    /** Writes the chosen instance as ONNX, without asking where; where the desktop cannot be asked. */
    public void writeChosen(Path file) {
        export.exportChosen(file);
    }

    @Override
    public PlaceId id() {
        return PlaceId.BUDGET;
    }

    @Override
    public Parent view() {
        Parent built = Optional.ofNullable(view).orElseGet(builder::build);
        view = built;
        return built;
    }

    @Override
    public void shown() {
        onScreen = true;
        refreshActive();
    }

    @Override
    public void hidden() {
        onScreen = false;
        answers.setActive(false);
        automatic.stop();
        state.film().playingProperty().set(false);
        builder.settle();
    }

    @Override
    public void close() {
        answers.setActive(false);
        times.cancel();
        automatic.stop();
        film.close();
        export.cancel();
        worker.close(answers::release);
    }
}
