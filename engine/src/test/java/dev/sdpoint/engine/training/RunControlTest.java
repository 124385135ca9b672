package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RunControlTest {
    private final RunControl control = new RunControl();

    @Test
    void asksForNothingAtFirst() throws InterruptedException {
        assertThat(control.stopRequested()).isFalse();
        assertThat(control.pauseRequested()).isFalse();
        assertThat(control.takeEvaluationRequest()).isFalse();
        assertThat(control.peakLearningRate()).isEmpty();
        assertThat(control.editedLearningRate()).isEmpty();
        control.awaitWork(); // returns at once
    }

    @Test
    void evaluationIsTakenOnce() {
        control.evaluateNow();
        control.evaluateNow();
        assertThat(control.takeEvaluationRequest()).isTrue();
        assertThat(control.takeEvaluationRequest()).isFalse();
    }

    @Test
    void pauseHoldsUntilResumed() {
        control.pause();
        assertThat(control.pauseRequested()).isTrue();
        control.resume();
        assertThat(control.pauseRequested()).isFalse();
    }

    @Test
    void waitingEndsOnResumeStopAndEvaluation() throws Exception {
        assertWaitingEndsOn(control::resume);
        assertWaitingEndsOn(control::evaluateNow);
        control.takeEvaluationRequest();
        assertWaitingEndsOn(control::stop);
    }

    private void assertWaitingEndsOn(Runnable signal) throws ExecutionException, InterruptedException {
        control.pause();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                control.awaitWork();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        signal.run();
        waiting.get();
    }

    @Test
    void keepsTheRateThatAPersonSet() {
        control.setPeakLearningRate(0.05);
        assertThat(control.peakLearningRate()).hasValue(0.05);
        assertThat(control.editedLearningRate()).contains(0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 10.1, Double.NaN})
    void rejectsRateOutsideItsRangeAndKeepsTheFormer(double rate) {
        control.setPeakLearningRate(0.05);
        assertThatThrownBy(() -> control.setPeakLearningRate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning rate " + rate + " is outside (0, 10]");
        assertThat(control.peakLearningRate()).hasValue(0.05);
    }
}
