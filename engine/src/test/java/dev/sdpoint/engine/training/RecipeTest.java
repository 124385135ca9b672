package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    private static final Schedule SCHEDULE = new Schedule.WarmupCosine(0.15);
    private static final WideResNet NETWORK = new WideResNet(16, 2, 10, 32);

    @ParameterizedTest
    @CsvSource({
        "0, 128, 0.1, 0.9, 0, 0 epochs are outside",
        "10001, 128, 0.1, 0.9, 0, 10001 epochs are outside",
        "1, 1, 0.1, 0.9, 0, 'batch size 1 is outside 2 … 4,096; the statistics of one image mean nothing'",
        "1, 4097, 0.1, 0.9, 0, batch size 4097 is outside",
        "1, 128, 0, 0.9, 0, learning rate 0.0 is outside",
        "1, 128, 10.5, 0.9, 0, learning rate 10.5 is outside",
        "1, 128, NaN, 0.9, 0, learning rate NaN is outside",
        "1, 128, 0.1, 1, 0, momentum 1.0 is outside",
        "1, 128, 0.1, -0.1, 0, momentum -0.1 is outside",
        "1, 128, 0.1, NaN, 0, momentum NaN is outside",
        "1, 128, 0.1, 0.9, 1, weight decay 1.0 is outside",
        "1, 128, 0.1, 0.9, -1, weight decay -1.0 is outside",
    })
    void rejectsOptimizationOutsideItsRanges(
            int epochs, int batch, double rate, double momentum, double decay, String message) {
        assertThatThrownBy(() -> new Optimization(epochs, batch, rate, SCHEDULE, momentum, decay))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void acceptsTheEndsOfItsRanges() {
        assertThat(new Optimization(10_000, 4096, 10, SCHEDULE, 0, 0).batchSize())
                .isEqualTo(4096);
        assertThat(new Optimization(1, 2, 1e-9, SCHEDULE, 0.999, 0.999).epochs())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 0, 2", "1, 1, 1"})
    void rejectsUseOfNoImages(int evaluation, int batches, int size) {
        assertThatThrownBy(() -> new DataUse(new Augmentation.None(), evaluation, batches, size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 image, 1 calibration batch of 2");
    }

    @Test
    void rejectsRatiosThatAreNone() {
        Optimization optimization = new Optimization(1, 2, 0.1, SCHEDULE, 0, 0);
        for (List<Double> ratios : List.of(List.<Double>of(), List.of(75.0), List.of(0.5, 1.0))) {
            assertThatThrownBy(() ->
                            new Recipe(NETWORK, Method.SDPOINT, Sampling.of(ratios), optimization, DataUse.STANDARD, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void ordersRatiosSoThatEqualRecipesAreEqual() {
        Optimization optimization = new Optimization(1, 2, 0.1, SCHEDULE, 0, 0);
        Recipe one =
                new Recipe(NETWORK, Method.PLAIN, Sampling.of(List.of(0.75, 0.5)), optimization, DataUse.STANDARD, 1);
        Recipe other =
                new Recipe(NETWORK, Method.PLAIN, Sampling.of(List.of(0.5, 0.75)), optimization, DataUse.STANDARD, 1);
        assertThat(one).isEqualTo(other);
        assertThat(one.space()).isEqualTo(InstanceSpace.of(6, List.of(0.5, 0.75)));
    }

    @Test
    void recipeOfThePaperHasThePapersNumbers() {
        Optimization paper = Recipe.paper(NETWORK, Method.SDPOINT, 1).optimization();
        assertThat(paper)
                .isEqualTo(
                        new Optimization(200, 128, 0.1, new Schedule.Steps(0, List.of(0.3, 0.6, 0.8), 0.2), 0.9, 5e-4));
        assertThat(Recipe.paper(NETWORK, Method.SDPOINT, 1).data().augmentation())
                .isEqualTo(new Augmentation.CropAndFlip(4));
        assertThat(Recipe.paper(NETWORK, Method.SDPOINT, 1).ratios()).containsExactly(0.5, 0.75);
    }

    @Test
    void methodsAreReadByTheirIds() {
        assertThat(Method.parse(" SDPoint ")).isEqualTo(Method.SDPOINT);
        assertThat(Method.parse("early-exits")).isEqualTo(Method.EARLY_EXITS);
        for (Method method : Method.values()) {
            assertThat(Method.parse(method.id())).isEqualTo(method);
        }
        assertThatThrownBy(() -> Method.parse("magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no method is called \"magic\"; known are sdpoint, plain, dropout, early-exits, multiscale");
    }

    @Test
    void everySettingThatDecidesWeightsIsPutIntoWords() {
        Recipe recipe = Recipe.standard(NETWORK, Method.SDPOINT, 16, 42);
        assertThat(RecipeText.settings(recipe))
                .containsEntry("network", "wrn-16-2")
                .containsEntry("classes", "10")
                .containsEntry("side", "32")
                .containsEntry("method", "sdpoint")
                .containsEntry("ratios", "[0.5, 0.75]")
                .containsEntry("epochs", "16")
                .containsEntry("batchSize", "128")
                .containsEntry("learningRate", "0.1")
                .containsEntry("schedule", "warm-up 0.15, cosine")
                .containsEntry("momentum", "0.9")
                .containsEntry("weightDecay", "5.0E-4")
                .containsEntry("augmentation", "crop 4, flip")
                .containsEntry("calibration", "16 batches of 250")
                .containsEntry("seed", "42");
        assertThat(RecipeText.settings(Recipe.paper(NETWORK, Method.SDPOINT, 1)))
                .containsEntry("schedule", "warm-up 0.0, x0.2 at [0.3, 0.6, 0.8]");
    }
}
