package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the recipe whenever it or the data set changes, and counts what follows from it. JavaFX thread only. */
final class RecipeInteractor {
    private static final Texts TEXTS = Texts.of(RecipeInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(RecipeInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ParentRuns parents;
    private TaskRunner.Cancellation counting = () -> {};

    RecipeInteractor(TrainModel model, Workspace workspace, TaskRunner tasks) {
        this(model, workspace, tasks, List::of);
    }

    /** @param parents finds runs that can be forked */
    RecipeInteractor(TrainModel model, Workspace workspace, TaskRunner tasks, ParentRuns parents) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.parents = parents;
        model.form().entriesProperty().addListener((value, before, after) -> check());
        model.form().parentProperty().addListener((value, before, after) -> check());
        workspace.dataProperty().addListener((value, before, after) -> check());
        model.paceProperty().addListener((value, before, after) -> estimate());
        model.form().factsProperty().addListener((value, before, after) -> estimate());
        workspace.wantedRecipeProperty().addListener((value, before, after) -> take(after));
        check();
        take(workspace.wantedRecipeProperty().get());
    }

    /** Finds the runs from whose checkpoint another can begin. */
    void findParents(Consumer<List<ParentRun>> found) {
        tasks.run(parents::all, found, problem -> {
            LOG.warn("The recorded runs could not be read.", problem);
            found.accept(List.of());
        });
    }

    /** Fills the form for a fork. */
    void fork(ParentRun parent) {
        model.form().load(parent.entries(), Optional.of(parent));
    }

    /** Takes a recipe in that was asked for elsewhere. */
    private void take(Optional<Recipe> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Recipe recipe = wanted.get();
        model.form().load(RecipeEntries.of(recipe));
        workspace.wantedRecipeProperty().set(Optional.empty());
        Optional<DataSet> data = workspace.dataProperty().get();
        boolean fits = data.isEmpty()
                || (data.get().classCount() == recipe.network().classes()
                        && data.get().side() == recipe.network().side());
        NetworkSpec network = recipe.network();
        model.noticeProperty()
                .set(Optional.of(Notice.hint(
                        fits
                                ? TEXTS.get("recipe.taken", network.name())
                                : TEXTS.get(
                                        "recipe.taken.changed", network.name(), network.classes(), network.side()))));
    }

    private void check() {
        RecipeForm form = model.form();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (data.isEmpty()) {
            form.errorsProperty().set(Map.of());
            form.recipeProperty().set(Optional.empty());
            return;
        }
        RecipeReader.Reading reading =
                forked(RecipeReader.read(form.entriesProperty().get(), data.get()), data.get());
        form.unusedProperty().set(reading.unused());
        form.errorsProperty().set(reading.errors());
        if (!reading.recipe().equals(form.recipeProperty().get())) {
            form.recipeProperty().set(reading.recipe());
            reading.recipe().ifPresent(this::count);
        }
        estimate();
    }

    /** A fork has more to keep to than a run with new weights. */
    private RecipeReader.Reading forked(RecipeReader.Reading reading, DataSet data) {
        Optional<RunFork.Refusal> refusal = model.form()
                .parentProperty()
                .get()
                .flatMap(parent -> reading.recipe()
                        .flatMap(recipe -> RunFork.refusal(
                                parent.recipe(),
                                parent.iteration(),
                                recipe,
                                data.training().size())));
        if (refusal.isEmpty()) {
            return reading;
        }
        Map<RecipeField, String> errors = new EnumMap<>(RecipeField.class);
        errors.put(
                refusal.get().setting() == RunFork.Setting.NETWORK ? RecipeField.NETWORK : RecipeField.EPOCHS,
                refusal.get().sentence());
        return new RecipeReader.Reading(Optional.empty(), errors, reading.unused());
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
        Optional<Recipe> recipe = model.form().recipeProperty().get();
        Optional<RecipeFacts> facts = model.form().factsProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        model.estimateProperty()
                .set(
                        recipe.isEmpty() || facts.isEmpty() || data.isEmpty()
                                ? Optional.empty()
                                : model.paceProperty()
                                        .get()
                                        .estimate(
                                                recipe.get(),
                                                facts.get(),
                                                data.get().training().size()));
    }
}
