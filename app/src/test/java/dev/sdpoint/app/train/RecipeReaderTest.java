package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RecipeReaderTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final RecipeEntries GOOD = RecipePreset.QUICK_LOOK.entries();

    @ParameterizedTest
    @EnumSource(RecipePreset.class)
    void presetsAreRight(RecipePreset preset) {
        RecipeReader.Reading reading = RecipeReader.read(preset.entries(), DATA);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.recipe()).isPresent();
    }

    @Test
    void readsEveryField() {
        RecipeEntries entries = new RecipeEntries(Map.of(
                        RecipeField.NETWORK, " WRN-16-2 ",
                        RecipeField.RATIOS, "0.75; 0.5 0.6",
                        RecipeField.EPOCHS, "3",
                        RecipeField.BATCH, "32",
                        RecipeField.LEARNING_RATE, "2e-1",
                        RecipeField.MOMENTUM, "0.8",
                        RecipeField.WEIGHT_DECAY, "0",
                        RecipeField.EVALUATION_IMAGES, "100",
                        RecipeField.CALIBRATION_BATCHES, "2",
                        RecipeField.SEED, "-5"))
                .with(RecipeField.METHOD, "plain")
                .with(RecipeField.POINTS, "alternate")
                .with(RecipeField.SCHEDULE, "steps")
                .with(RecipeField.WARM_UP, "0.05")
                .with(RecipeField.MILESTONES, "3/4 0.5")
                .with(RecipeField.DROP, "0.1")
                .with(RecipeField.AUGMENTATION, "none")
                .with(RecipeField.DROPOUT, "0.2")
                .with(RecipeField.SURVIVAL, "0.5")
                .with(RecipeField.CALIBRATION_SIZE, "50");
        Recipe recipe = RecipeReader.read(entries, DATA).recipe().orElseThrow();
        assertThat(recipe.network().name()).isEqualTo("wrn-16-2");
        assertThat(recipe.method()).isEqualTo(Method.PLAIN);
        assertThat(recipe.ratios()).isEqualTo(List.of(0.5, 0.6, 0.75));
        assertThat(recipe.optimization().epochs()).isEqualTo(3);
        assertThat(recipe.optimization().batchSize()).isEqualTo(32);
        assertThat(recipe.optimization().learningRate()).isEqualTo(0.2);
        assertThat(recipe.optimization().momentum()).isEqualTo(0.8);
        assertThat(recipe.optimization().schedule()).isEqualTo(new Schedule.Steps(0.05, List.of(0.5, 0.75), 0.1));
        assertThat(recipe.sampling().points()).isEqualTo(PointChoice.ALTERNATE);
        assertThat(recipe.network().regularization()).isEqualTo(new Regularization(0.2, 0.5));
        assertThat(recipe.data().augmentation()).isEqualTo(new Augmentation.None());
        assertThat(recipe.data().calibrationBatchSize()).isEqualTo(50);
        assertThat(recipe.data().evaluationImages()).isEqualTo(100);
        assertThat(recipe.data().calibrationBatches()).isEqualTo(2);
        assertThat(recipe.seed()).isEqualTo(-5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NETWORK | resnet | wrn-DEPTH-WIDTH",
                "NETWORK | wrn-17-2 | 6n + 4",
                "RATIOS | 1.3 | outside (0, 1)",
                "RATIOS | half | not a number",
                "EPOCHS | 0 | 1 … 10,000",
                "EPOCHS | 2.5 | not a whole number",
                "BATCH | 1 | 2 … 4,096",
                "BATCH | 4001 | 2 … 4,000, the number of training images",
                "LEARNING_RATE | 11 | (0, 10]",
                "LEARNING_RATE | 0,1 | decimals after a point",
                "LEARNING_RATE | NaN | (0, 10]",
                "MOMENTUM | 1 | [0, 1)",
                "WEIGHT_DECAY | -1 | [0, 1)",
                "EVALUATION_IMAGES | 0 | at least 1",
                "CALIBRATION_BATCHES | 0 | at least 1",
                "WARM_UP | 1 | [0, 1)",
                "PADDING | 65 | 0 to 64",
                "DROPOUT | 1 | [0, 1)",
                "SURVIVAL | 0 | (0, 1]",
                "POINTS | some | every, alternate",
                "CALIBRATION_SIZE | 1 | at least 2",
                "SEED | seven | not a whole number"
            })
    void saysWhatIsWrongUnderTheFieldItConcerns(RecipeField field, String text, String expected) {
        RecipeReader.Reading reading = RecipeReader.read(GOOD.with(field, text), DATA);
        assertThat(reading.recipe()).isEmpty();
        assertThat(reading.errors()).containsOnlyKeys(field);
        assertThat(reading.errors().get(field)).contains(expected).matches("(?s)[“\\p{Lu}\\d].*[.?]");
    }

    @Test
    void reportsAllWrongFieldsAtOnce() {
        RecipeEntries entries = GOOD.with(RecipeField.EPOCHS, "").with(RecipeField.SEED, "");
        assertThat(RecipeReader.read(entries, DATA).errors()).containsOnlyKeys(RecipeField.EPOCHS, RecipeField.SEED);
    }

    @ParameterizedTest
    @CsvSource({"MILESTONES, 30, give it as a share", "DROP, 2, '(0, 1)'"})
    void checksTheStepsOfAScheduleThatHasSome(RecipeField field, String text, String expected) {
        RecipeEntries wrong = GOOD.with(field, text);
        assertThat(RecipeReader.read(wrong, DATA).errors())
                .as("one cycle has none")
                .isEmpty();
        RecipeReader.Reading reading = RecipeReader.read(wrong.with(RecipeField.SCHEDULE, "steps"), DATA);
        assertThat(reading.errors()).containsOnlyKeys(field);
        assertThat(reading.errors().get(field)).contains(expected);
    }

    /** Whatever a recipe says, the form says: nothing is lost when a recorded one is loaded into it. */
    @ParameterizedTest
    @MethodSource
    void losesNothingOfARecipe(Recipe recipe) {
        RecipeReader.Reading reading = RecipeReader.read(RecipeEntries.of(recipe), DATA);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.recipe()).contains(recipe);
    }

    static List<Recipe> losesNothingOfARecipe() {
        List<Recipe> all = new ArrayList<>();
        for (String name : NetworkNames.EXAMPLES) {
            for (Method method : Method.values()) {
                NetworkSpec network = NetworkNames.parse(name, 10, 32);
                try {
                    all.add(Recipe.paper(network, method, 3));
                } catch (IllegalArgumentException e) {
                    assertThat(method).as("the family has no place for dropout").isEqualTo(Method.DROPOUT);
                }
            }
        }
        Schedule thirds = new Schedule.Steps(1.0 / 3, List.of(1.0 / 7, 2.0 / 3, Math.PI / 4), 1e-3);
        Sampling sampling = new Sampling(PointChoice.ALTERNATE, List.of(0.123456789, 2.0 / 3), Drawing.OFFICIAL_CODE);
        NetworkSpec deep = new WideResNet(16, 3, 10, 32).with(new Regularization(0.1, 0.7));
        all.add(new Recipe(
                deep,
                Method.SDPOINT,
                sampling,
                new Optimization(17, 33, 0.0123, thirds, 0.95, 1e-5),
                new DataUse(new Augmentation.CropAndFlip(0), 123, 3, 77),
                Long.MIN_VALUE));
        all.add(new Recipe(
                new EarlyExits(new WideResNet(16, 1, 10, 32), 2),
                Method.EARLY_EXITS,
                sampling,
                new Optimization(1, 2, 10, new Schedule.WarmupCosine(0), 0, 0),
                new DataUse(new Augmentation.None(), 1, 1, 2),
                0));
        return all;
    }

    @Test
    void writesTheMilestonesOfThePaperAsTheEpochsThatTheyAre() {
        Recipe paper = Recipe.paper(NetworkNames.parse("preresnet-50", 10, 32), Method.SDPOINT, 1);
        assertThat(RecipeEntries.of(paper).text(RecipeField.MILESTONES)).isEqualTo("40/115, 75/115, 105/115");
        assertThat(RecipeEntries.of(paper).text(RecipeField.WEIGHT_DECAY)).isEqualTo("1e-4");
    }

    @Test
    void aFieldThatIsNotUsedSaysWhyAndCannotBeWrong() {
        RecipeEntries multiscale = GOOD.with(RecipeField.METHOD, "multiscale").with(RecipeField.RATIOS, "7");
        RecipeReader.Reading reading = RecipeReader.read(multiscale, DATA);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.unused().get(RecipeField.RATIOS)).contains("sides of the image");
        assertThat(reading.recipe().orElseThrow().ratios()).containsExactly(0.5, 0.75);
        RecipeEntries resNet = GOOD.with(RecipeField.NETWORK, "resnet-18").with(RecipeField.DROPOUT, "0.3");
        assertThat(RecipeReader.read(resNet, DATA).unused().get(RecipeField.DROPOUT))
                .startsWith("A ResNet has no dropout");
        assertThat(RecipeReader.read(resNet, DATA).recipe()).isPresent();
    }

    /** What earlier versions kept beside a checkpoint. */
    @Test
    void readsTheFormsOfEarlierVersions() {
        Properties old = new Properties();
        old.setProperty("network", "wrn-28-10");
        old.setProperty("method", "plain");
        old.setProperty("schedule", "STEPS");
        old.setProperty("augment", "false");
        old.setProperty("epochs", "200");
        Recipe recipe = RecipeReader.read(RecipeEntries.of(old), DATA).recipe().orElseThrow();
        assertThat(recipe.optimization().schedule()).isEqualTo(Schedule.Steps.WIDE_RES_NET);
        assertThat(recipe.optimization().epochs()).isEqualTo(200);
        assertThat(recipe.method()).isEqualTo(Method.PLAIN);
        assertThat(recipe.data().augmentation()).isEqualTo(new Augmentation.None());
        old.setProperty("schedule", "ONE_CYCLE");
        assertThat(RecipeReader.read(RecipeEntries.of(old), DATA)
                        .recipe()
                        .orElseThrow()
                        .optimization()
                        .schedule())
                .isEqualTo(new Schedule.WarmupCosine(0.15));
    }

    @Test
    void expectsTheCostOfTheSampler() {
        Recipe recipe = RecipeReader.read(GOOD, DATA).recipe().orElseThrow();
        RecipeFacts facts = RecipeFacts.of(recipe);
        assertThat(facts.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, offset());
        // wrn-16-1: 6 points, each 1/7, halved between two ratios
        double byHand = 0;
        for (int i = 0; i < 13; i++) {
            byHand += facts.costs().get(i).relativeCost() / (i == 0 ? 7 : 14);
        }
        assertThat(facts.expectedCost()).isCloseTo(byHand, offset()).isBetween(0.5, 1.0);
    }

    @Test
    void plainTrainingCostsOne() {
        RecipeEntries plain = GOOD.with(RecipeField.METHOD, "plain");
        Recipe recipe = RecipeReader.read(plain, DATA).recipe().orElseThrow();
        assertThat(RecipeFacts.of(recipe).expectedCost()).isEqualTo(1);
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
