package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the recipe whenever it or the data set changes, and counts what follows from it. JavaFX thread only. */
final class RecipeInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(RecipeInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private TaskRunner.Cancellation counting = () -> {};

    RecipeInteractor(TrainModel model, Workspace workspace, TaskRunner tasks) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        model.form().entriesProperty().addListener((value, before, after) -> check());
        workspace.dataProperty().addListener((value, before, after) -> check());
        model.paceProperty().addListener((value, before, after) -> estimate());
        check();
    }

    private void check() {
        RecipeForm form = model.form();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (data.isEmpty()) {
            form.errorsProperty().set(Map.of());
            form.recipeProperty().set(Optional.empty());
            return;
        }
        RecipeReader.Reading reading = RecipeReader.read(form.entriesProperty().get(), data.get());
        form.errorsProperty().set(reading.errors());
        if (!reading.recipe().equals(form.recipeProperty().get())) {
            form.recipeProperty().set(reading.recipe());
            reading.recipe().ifPresent(this::count);
        }
        estimate();
    }

    private void count(Recipe recipe) {
        counting.cancel();
        counting = tasks.run(
                () -> RecipeFacts.of(recipe),
                facts -> {
                    model.form().factsProperty().set(Optional.of(facts));
                    if (!model.statusProperty().get().state().active()
                            && model.curvesProperty().get().drawn().isEmpty()) {
                        model.runFactsProperty().set(Optional.of(facts));
                    }
                },
                problem -> LOG.warn(
                        "The instances of {} could not be counted.",
                        recipe.network().name(),
                        problem));
    }

    private void estimate() {
        Optional<Integer> images =
                workspace.dataProperty().get().map(data -> data.training().size());
        model.durationProperty()
                .set(model.paceProperty()
                        .get()
                        .flatMap(pace -> images.flatMap(
                                n -> model.form().recipeProperty().get().flatMap(recipe -> pace.duration(recipe, n)))));
    }
}
