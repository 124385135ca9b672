package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.network.WideResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end early: what they leave behind, and who may go on from it. */
@Timeout(60)
class TrainerCheckpointTest {
    @TempDir
    Path folder;

    private Path file = Path.of("set below");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.ckpt");
    }

    private Runs.Run run() {
        return new Runs.Run(file);
    }

    private Runs.Run stoppedAt(int iteration) throws Exception {
        Runs.Run run = run();
        run.network.onStep = step -> {
            if (step + 1 == iteration) {
                run.control.stop();
            }
            return 1;
        };
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(iteration));
        return run;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 14})
    void resumedRunIsTheOneThatNeverStopped(int iteration) throws Exception {
        Runs.Run whole = new Runs.Run();
        whole.start();
        Runs.Run first = stoppedAt(iteration);
        Runs.Run second = run();
        assertThat(second.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(second.events.get(0)).isEqualTo(new TrainingEvent.Started(iteration, 15, 5, 3));
        assertThat(second.network.checksum()).isEqualTo(whole.network.checksum());
        List<IterationDone> both = new ArrayList<>(first.events(IterationDone.class));
        both.addAll(second.events(IterationDone.class));
        assertThat(both)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("imagesPerSecond")
                .isEqualTo(whole.events(IterationDone.class));
    }

    /** The epoch's checkpoint is on the disk, and then the evaluation does not come to its end. */
    @Test
    void anEvaluationThatWasLostIsMadeUp() throws Exception {
        Runs.Run first = run();
        first.network.onSweep = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(first::start).isInstanceOf(TrainingException.class);
        assertThat(first.story()).contains("CheckpointWritten 5").doesNotContain("Evaluated 5");
        Runs.Run second = run();
        second.start();
        assertThat(second.story()).startsWith("Started 5", "Evaluated 5", "IterationDone 6");
        Runs.Run whole = new Runs.Run();
        whole.start();
        assertThat(second.events(TrainingEvent.Evaluated.class).get(0))
                .isEqualTo(whole.events(TrainingEvent.Evaluated.class).get(0));
        assertThat(second.network.checksum()).isEqualTo(whole.network.checksum());
    }

    @Test
    void anEvaluationThatAStopCutShortIsMadeUp() throws Exception {
        Runs.Run first = run();
        first.network.onSweep = first.control::stop;
        assertThat(first.start()).isEqualTo(new TrainingResult.Interrupted(5));
        Runs.Run second = run();
        second.start();
        assertThat(second.story()).startsWith("Started 5", "Evaluated 5", "IterationDone 6");
    }

    @Test
    void anEvaluationThatWasToldIsNotMadeAgain() throws Exception {
        Runs.Run first = run();
        first.listener = event -> {
            if (event instanceof TrainingEvent.Evaluated) {
                first.control.stop();
            }
        };
        assertThat(first.start()).isEqualTo(new TrainingResult.Interrupted(5));
        Runs.Run second = run();
        second.start();
        assertThat(second.story()).startsWith("Started 5", "IterationDone 6");
    }

    @Test
    void timeOfAllPartsAddsUp() throws Exception {
        Runs.Run first = run();
        first.network.onStep = step -> {
            pause(100);
            if (step == 2) {
                first.control.stop();
            }
            return 1;
        };
        first.start();
        TrainingResult.Completed result = (TrainingResult.Completed) run().start();
        assertThat(result.model().record().seconds()).isBetween(0.3, 20.0);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Runs.Run run, String... parts) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(run::start).isInstanceOfSatisfying(TrainingException.class, e -> {
            assertThat(e).hasMessageContainingAll(parts);
            assertThat(run.events).containsExactly(new TrainingEvent.Failed(0, String.valueOf(e.getMessage())));
        });
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(run.network.instances).isEmpty();
        assertThat(run.network.closed).isTrue();
    }

    @Test
    void refusesTheCheckpointOfARunUnderWay() throws Exception {
        Runs.Run first = run();
        List<String> sentences = new ArrayList<>();
        first.network.onStep = step -> {
            if (step == 2) {
                Runs.Run second = run();
                assertThatThrownBy(second::start)
                        .isInstanceOfSatisfying(
                                TrainingException.class, e -> sentences.add(String.valueOf(e.getMessage())));
                first.control.stop();
            }
            return 1;
        };
        assertThat(first.start()).isEqualTo(new TrainingResult.Interrupted(3));
        assertThat(sentences)
                .containsExactly("Another run is training with the checkpoint " + file
                        + ". Wait until it has ended or stop it, or train into another file.");
        assertThat(run().start()).isInstanceOf(TrainingResult.Completed.class);
    }

    @Test
    void refusesCheckpointOfAnotherRecipe() throws Exception {
        stoppedAt(3);
        Runs.Run run = run();
        run.recipe = Runs.recipe(Method.SDPOINT, 0.2, 8);
        assertRefused(
                run,
                "is of another recipe",
                "learningRate=0.1 there, 0.2 wanted",
                "seed=7 there, 8 wanted",
                "Give the same settings, or start anew under another name.");
    }

    @Test
    void refusesCheckpointOfOtherImages() throws Exception {
        stoppedAt(3);
        Runs.Run run = run();
        run.data = Runs.data(2);
        assertRefused(run, "was trained on other images", "start anew under another name");
    }

    @Test
    void refusesCheckpointOfAnotherNetwork() throws Exception {
        stoppedAt(3);
        Runs.Run run = run();
        Recipe recipe = run.recipe;
        run.recipe = new Recipe(
                new WideResNet(10, 2, 3, 16),
                recipe.method(),
                recipe.sampling(),
                recipe.optimization(),
                recipe.data(),
                recipe.seed());
        assertRefused(run, "belongs to another network");
    }

    @Test
    void refusesFileThatIsDamagedOrNoCheckpoint() throws Exception {
        stoppedAt(3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused(run(), file.toString());
        Files.writeString(file, "my notes");
        assertRefused(run(), file.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void lossThatIsNoNumberEndsTheRunAndKeepsTheCheckpoint(double loss) throws Exception {
        Runs.Run run = run();
        run.network.onStep = step -> step == 7 ? loss : 1;
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll("The loss is " + loss + " after 7 iterations", "ten times smaller");
        assertThat(run.story()).endsWith("IterationDone 7", "Failed 7");
        assertThat(run.network.closed).isTrue();
        Runs.Run again = run();
        again.start();
        assertThat(again.story()).startsWith("Started 5");
    }

    @Test
    void weightsThatAreNoNumbersNeverReachACheckpoint() throws Exception {
        // the update of the last iteration before the checkpoint breaks them: its loss was still fine
        Runs.Run run = run();
        run.network.onStep = step -> {
            run.network.brokenWeights = step == 9;
            return 1;
        };
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll("conv0/weights", "10 iterations", "ten times smaller");
        assertThat(run.story()).endsWith("IterationDone 10", "Failed 10");
        Runs.Run again = run();
        again.start();
        assertThat(again.story()).startsWith("Started 5");
    }

    @Test
    void saysThatACheckpointCannotBeWritten() throws Exception {
        Runs.Run run = run();
        Files.createDirectories(file.resolve("a folder in its place"));
        // a folder exists where the file should be: neither read nor written
        assertThatThrownBy(run::start).isInstanceOf(TrainingException.class).hasMessageContaining(file.toString());
    }

    @Test
    void refusesDataThatDoesNotFitBeforeComputing() {
        assertRefusedAtOnce(
                Runs.recipe(),
                DataSet.of("d", "D", List.of("a", "b", "c", "d"), images().training(), images().validation()),
                "The network has 3 classes, the data 4. Set the network's classes to 4.");
        Recipe recipe = Runs.recipe();
        assertRefusedAtOnce(
                new Recipe(
                        new WideResNet(10, 1, 3, 32),
                        recipe.method(),
                        recipe.sampling(),
                        recipe.optimization(),
                        recipe.data(),
                        1),
                images(),
                "The network takes images of side 32, the data has 16. Set the network's side to 16.");
        assertRefusedAtOnce(
                Recipe.standard(Runs.NETWORK, Method.SDPOINT, 1, 1),
                images(),
                "A batch of 128 does not fit 20 training images. Choose a batch of at most 20.");
    }

    private static DataSet images() {
        return Runs.data(1);
    }

    private static void assertRefusedAtOnce(Recipe recipe, DataSet data, String sentence) {
        Runs.Run run = new Runs.Run();
        run.recipe = recipe;
        run.data = data;
        assertThatThrownBy(run::start).isInstanceOf(TrainingException.class).hasMessage(sentence);
        assertThat(run.network.instances).isEmpty();
    }
}
