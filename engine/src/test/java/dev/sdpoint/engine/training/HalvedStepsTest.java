package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.FaultTest;
import org.junit.jupiter.api.Test;

/** Runs in batches of 4 whose device takes fewer. */
class HalvedStepsTest {
    @FaultTest
    void aRunWhoseBatchesDoNotFitGoesOnInHalvesAndSaysSoOnce() throws Exception {
        Runs.Run run = new Runs.Run();
        run.network.fitting = 2;

        TrainingResult result = run.start();

        assertThat(result).isInstanceOf(TrainingResult.Completed.class);
        assertThat(run.network.stepsInParts).hasSize(Runs.ITERATIONS).containsOnly(2);
        assertThat(run.events(TrainingEvent.Warned.class))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message())
                        .contains("The memory of the fake device does not suffice for 4 images", "two halves"));
        assertThat(run.story()).startsWith("Started 0", "Warned 0", "IterationDone 1");
    }

    @Test
    void aRunWhoseBatchesFitIsNotTouched() throws Exception {
        Runs.Run run = new Runs.Run();
        run.network.fitting = 4;

        run.start();

        assertThat(run.network.stepsInParts).isEmpty();
        assertThat(run.events(TrainingEvent.Warned.class)).isEmpty();
    }

    @FaultTest
    void aRunWhoseHalvesDoNotFitEndsWithASentence() {
        Runs.Run run = new Runs.Run();
        run.network.fitting = 1;

        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "The memory of the fake device does not suffice after 0 iterations for wrn-10-1 with"
                                + " batches of 4 images, not even in halves")
                .hasMessageContaining("Choose a smaller batch or network");
        assertThat(run.story()).containsExactly("Started 0", "Warned 0", "Failed 0");
        assertThat(run.network.closed).isTrue();
    }
}
