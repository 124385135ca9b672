package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the time that a recipe takes. */
final class PaceBookTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private Path folder;

    private static Recipe recipe(String network) {
        return Recipe.standard(NetworkNames.parse(network, 10, 32), Method.SDPOINT, 10, 1);
    }

    private static PaceBook.Estimate estimate(PaceBook book, Recipe recipe) {
        return book.estimate(recipe, RecipeFacts.of(recipe), 4000).orElseThrow();
    }

    @Test
    void knowsNothingBeforeAnythingWasMeasured() {
        Recipe recipe = recipe("wrn-16-1");
        assertThat(PaceBook.EMPTY.estimate(recipe, RecipeFacts.of(recipe), 4000))
                .isEmpty();
        assertThat(RunSentences.duration(Optional.empty(), false)).contains("is not known");
    }

    @Test
    void takesThePaceOfTheSameKindOfRun() {
        Recipe recipe = recipe("wrn-16-1");
        PaceBook book = PaceBook.EMPTY.with(MeasuredPace.of(recipe, RecipeFacts.of(recipe), 100));
        // ten epochs of 31 batches of 128 images
        assertThat(estimate(book, recipe).time().toMillis()).isEqualTo(396_800);
        assertThat(estimate(book, recipe).measured()).isTrue();
        assertThat(RunSentences.duration(Optional.of(estimate(book, recipe)), false))
                .isEqualTo("About 7 min of training at the 100 images/s measured here, plus evaluations.");
    }

    @Test
    void judgesOthersFromTheOperationsOfTheNearestOfTheFamily() {
        Recipe small = recipe("wrn-10-1");
        Recipe large = recipe("wrn-16-2");
        Recipe dense = recipe("densenet-bc-40-12");
        RecipeFacts smallFacts = RecipeFacts.of(small);
        RecipeFacts largeFacts = RecipeFacts.of(large);
        PaceBook book = PaceBook.EMPTY
                .with(MeasuredPace.of(small, smallFacts, 1000))
                .with(MeasuredPace.of(dense, RecipeFacts.of(dense), 7));
        double pace = 1000 * smallFacts.expectedFlops() / largeFacts.expectedFlops();
        PaceBook.Estimate judged = estimate(book, large);
        assertThat(judged.time().toMillis() / 1000.0).isCloseTo(39_680 / pace, within(0.01));
        assertThat(judged.measured()).isFalse();
        assertThat(judged.how()).startsWith("judged from wrn-10-1, which did ");
    }

    @Test
    void isRememberedBetweenSessions() throws Exception {
        Recipe recipe = recipe("wrn-16-1");
        PaceBook book = PaceBook.EMPTY.with(MeasuredPace.of(recipe, RecipeFacts.of(recipe), 123.25));
        PaceFile file = new RunFiles(folder).pace();
        assertThat(file.read()).isEqualTo(PaceBook.EMPTY);
        file.write(book);
        Files.writeString(folder.resolve("pace.txt"), Files.readString(folder.resolve("pace.txt")) + "what is this\n");
        assertThat(file.read()).isEqualTo(book);
    }

    @Test
    void forgetsTheOlderMeasurementOfAKind() {
        Recipe recipe = recipe("wrn-16-1");
        RecipeFacts facts = RecipeFacts.of(recipe);
        PaceBook book =
                PaceBook.EMPTY.with(MeasuredPace.of(recipe, facts, 10)).with(MeasuredPace.of(recipe, facts, 20));
        assertThat(book.paces()).containsExactly(MeasuredPace.of(recipe, facts, 20));
    }

    /**
     * Every iteration takes 4 ms times the cost of its instance, of which a full one takes 1, or longer where the machine is busy: the pace
     * is that of the time between the end of the warm-up and the last iteration, which is known by when each was told.
     */
    @Test
    void aProbeCountsTheCostOfTheInstancesThatItHappenedToDraw() {
        TrainModel model = new TrainModel();
        Workspace workspace = new Workspace();
        workspace.dataProperty().set(Optional.of(DATA));
        DirectTaskRunner tasks = new DirectTaskRunner();
        new RecipeInteractor(model, workspace, tasks);
        int[] steps = new int[1];
        long[] before = new long[41];
        long[] after = new long[41];
        double[] work = new double[1];
        TrainingSession proportional = (recipe, data, control, listener, checkpoint) -> {
            assertThat(checkpoint).as("nothing is kept").isEmpty();
            RecipeFacts facts = RecipeFacts.of(recipe);
            while (!control.stopRequested()) {
                int instance = steps[0] % 2 == 0 ? 0 : facts.costs().size() - 1;
                TimeUnit.NANOSECONDS.sleep(
                        (long) (4e6 * facts.costs().get(instance).relativeCost()));
                steps[0]++;
                work[0] += steps[0] > 2 ? facts.costs().get(instance).relativeCost() : 0;
                before[steps[0]] = System.nanoTime();
                listener.accept(new TrainingEvent.IterationDone(steps[0], 0, instance, 1, 1, 0.1, 1));
                after[steps[0]] = System.nanoTime();
            }
            return new TrainingResult.Interrupted(steps[0]);
        };
        new PaceInteractor(model, workspace, tasks, Direct.background(), proportional, new RunFiles(folder).pace())
                .measure();
        assertThat(steps[0]).isEqualTo(40);
        MeasuredPace pace = model.paceProperty().get().paces().get(0);
        RecipeFacts facts = model.form().factsProperty().get().orElseThrow();
        double images = 64 * work[0] / facts.expectedCost();
        assertThat(pace.imagesPerSecond())
                .isBetween(
                        0.999 * images / ((after[40] - before[2]) / 1e9),
                        1.001 * images / ((before[40] - after[2]) / 1e9));
        assertThat(model.estimateProperty().get().orElseThrow().measured()).isTrue();
        assertThat(model.measuringPaceProperty().get()).isFalse();
        assertThat(folder.resolve("pace.txt")).exists();
    }
}
