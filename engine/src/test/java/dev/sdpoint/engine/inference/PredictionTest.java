package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.inference.Prediction.Guess;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private final Prediction prediction = new Prediction(Instance.FULL, List.of(0.1f, 0.4f, 0.1f, 0.4f), 1);

    @Test
    void listsTheMostProbableFirstAndEqualsByClass() {
        assertThat(prediction.top(3)).containsExactly(new Guess(1, 0.4f), new Guess(3, 0.4f), new Guess(0, 0.1f));
    }

    @Test
    void listsNoMoreClassesThanThereAre() {
        assertThat(prediction.top(10)).hasSize(4);
        assertThat(prediction.top(0)).isEmpty();
    }
}
