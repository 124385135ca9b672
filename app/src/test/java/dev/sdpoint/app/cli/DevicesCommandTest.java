package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.device.Devices;
import org.junit.jupiter.api.Test;

final class DevicesCommandTest {
    @Test
    void saysWhatComputesAndWhy() {
        Answer answer = Answer.to("devices");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.rows().get(0))
                .startsWith("Processor     " + Devices.here().processor().name());
        assertThat(answer.out()).contains("\nInstructions  ", "\nMemory        ", "\nComputes      ");
        assertThat(answer.out()).contains(Devices.here().verdict().sentence());
    }
}
