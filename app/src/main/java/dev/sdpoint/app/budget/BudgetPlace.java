package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.SerialWorker;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.NetworkLoader;
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
    private final AnswerInteractor answers;
    private final TimesInteractor times;
    private final BudgetViewBuilder builder;
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
        answers = new AnswerInteractor(state, workspace, tasks, worker, loader);
        times = new TimesInteractor(state.times(), workspace, tasks, TimesJobs.inBackground(), here);
        builder = new BudgetViewBuilder(state, budget, pictures, answers::askAgain, times);
        BudgetWiring.connect(workspace, state, budget, pictures, answers);
        BudgetWiring.connect(workspace, times);
    }

    /** What the file dialog, the clipboard and drag and drop call; for tests, which cannot reach the desktop. */
    PictureActions pictures() {
        return pictures;
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
        answers.setActive(true);
    }

    @Override
    public void hidden() {
        answers.setActive(false);
        builder.settle();
    }

    @Override
    public void close() {
        answers.setActive(false);
        times.cancel();
        worker.close(answers::release);
    }
}
