package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecipeInteractorTest {
    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();

    private RecipeInteractor interactor(ParentRuns parents) {
        workspace.dataProperty().set(Optional.of(SyntheticModel.data()));
        return new RecipeInteractor(model, workspace, new DirectTaskRunner(), parents);
    }

    @Test
    void takesARecipeInThatIsWantedElsewhereAndEmptiesTheWish() {
        interactor(List::of);
        Recipe wanted = Recipe.paper(NetworkNames.parse("densenet-bc-40-12", 10, 32), Method.PLAIN, 4);
        workspace.wantedRecipeProperty().set(Optional.of(wanted));
        assertThat(workspace.wantedRecipeProperty().get()).isEmpty();
        assertThat(model.form().recipeProperty().get()).contains(wanted);
        assertThat(model.noticeProperty().get().orElseThrow().sentence())
                .isEqualTo("The recipe of densenet-bc-40-12 stands in the form.");
    }

    @Test
    void takesARecipeInThatWasWantedBeforeThePlaceWasBuilt() {
        Recipe wanted = Recipe.standard(NetworkNames.parse("wrn-10-2", 10, 32), Method.SDPOINT, 3, 4);
        workspace.wantedRecipeProperty().set(Optional.of(wanted));
        interactor(List::of);
        assertThat(workspace.wantedRecipeProperty().get()).isEmpty();
        assertThat(model.form().recipeProperty().get()).contains(wanted);
    }

    @Test
    void saysThatARecipeWasForOtherImages() {
        interactor(List::of);
        workspace
                .wantedRecipeProperty()
                .set(Optional.of(Recipe.paper(NetworkNames.parse("resnet-50", 1000, 224), Method.SDPOINT, 4)));
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).contains("1000 classes at side 224");
        assertThat(model.form().recipeProperty().get().orElseThrow().network().classes())
                .isEqualTo(10);
    }

    @Test
    void loadsAPresetAsABeginningWithNewWeights() {
        RecipeInteractor recipes = interactor(List::of);
        Recipe recipe = Recipe.standard(NetworkNames.parse("wrn-10-1", 10, 32), Method.SDPOINT, 3, 4);
        recipes.fork(new ParentRun("parent", Path.of("run.checkpoint"), recipe, 3, 93));
        assertThat(model.form().parentProperty().get()).isPresent();
        assertThat(model.form().text(RecipeField.EPOCHS).get()).isEqualTo("3");
        model.form().load(RecipePreset.WIDE_RES_NET.entries());
        assertThat(model.form().parentProperty().get()).isEmpty();
        assertThat(model.form().errorsProperty().get()).isEmpty();
    }

    @Test
    void findsNoParentsWhereTheRecordsCannotBeRead() {
        RecipeInteractor recipes = interactor(() -> {
            throw new StoreException("The list of runs is damaged.");
        });
        List<List<ParentRun>> found = new ArrayList<>();
        recipes.findParents(found::add);
        assertThat(found).containsExactly(List.of());
    }
}
