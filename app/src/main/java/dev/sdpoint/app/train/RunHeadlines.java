package dev.sdpoint.app.train;

import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.training.Recipe;
import java.util.Optional;

/** Tells the rest of the program how the run stands. JavaFX thread only. */
final class RunHeadlines {
    private final TrainModel model;
    private final Workspace workspace;

    RunHeadlines(TrainModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
    }

    void training(Recipe recipe, int percent) {
        tell(new RunNews(recipe.network().name(), RunNews.Phase.TRAINING, percent, ""));
    }

    void ended(RunEnd end) {
        RunNews.Phase phase = switch (end.how()) {
            case FINISHED -> RunNews.Phase.FINISHED;
            case FAILED -> RunNews.Phase.FAILED;
            default -> RunNews.Phase.STOPPED;
        };
        String sentence = phase == RunNews.Phase.STOPPED
                ? ""
                : model.noticeProperty().get().map(Notice::sentence).orElse("");
        int percent = (int) (100 * model.statusProperty().get().progress());
        tell(new RunNews(end.recipe().network().name(), phase, percent, sentence));
    }

    private void tell(RunNews news) {
        workspace.runProperty().set(Optional.of(news));
    }
}
