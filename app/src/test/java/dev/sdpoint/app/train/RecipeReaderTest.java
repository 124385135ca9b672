package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
        RecipeEntries entries = new RecipeEntries(
                Map.of(
                        RecipeField.NETWORK, " WRN-16-2 ",
                        RecipeField.RATIOS, "0.75; 0.5 0.6",
                        RecipeField.EPOCHS, "3",
                        RecipeField.BATCH, "32",
                        RecipeField.LEARNING_RATE, "2e-1",
                        RecipeField.MOMENTUM, "0.8",
                        RecipeField.WEIGHT_DECAY, "0",
                        RecipeField.EVALUATION_IMAGES, "100",
                        RecipeField.CALIBRATION_BATCHES, "2",
                        RecipeField.SEED, "-5"),
                Method.PLAIN,
                ScheduleChoice.STEPS,
                false);
        Recipe recipe = RecipeReader.read(entries, DATA).recipe().orElseThrow();
        assertThat(recipe.network().name()).isEqualTo("wrn-16-2");
        assertThat(recipe.method()).isEqualTo(Method.PLAIN);
        assertThat(recipe.ratios()).isEqualTo(List.of(0.5, 0.6, 0.75));
        assertThat(recipe.optimization().epochs()).isEqualTo(3);
        assertThat(recipe.optimization().batchSize()).isEqualTo(32);
        assertThat(recipe.optimization().learningRate()).isEqualTo(0.2);
        assertThat(recipe.optimization().momentum()).isEqualTo(0.8);
        assertThat(recipe.optimization().schedule()).isEqualTo(ScheduleChoice.STEPS.schedule());
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

    @Test
    void entriesSurviveTheirFile() {
        RecipeEntries entries = GOOD.with(RecipeField.RATIOS, "0.5");
        assertThat(RecipeEntries.of(entries.toProperties())).contains(entries);
        java.util.Properties damaged = entries.toProperties();
        damaged.remove("epochs");
        assertThat(RecipeEntries.of(damaged)).isEmpty();
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
        RecipeEntries plain = new RecipeEntries(GOOD.texts(), Method.PLAIN, GOOD.schedule(), true);
        Recipe recipe = RecipeReader.read(plain, DATA).recipe().orElseThrow();
        assertThat(RecipeFacts.of(recipe).expectedCost()).isEqualTo(1);
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
