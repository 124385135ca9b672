package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The sample comes from another module and may be absent. */
final class SampleModelsTest {
    @Test
    void saysWhatToDoInABuildWithoutTheSample() {
        assertThat(SampleModels.name()).endsWith(".sdp");
        assertThatThrownBy(() -> SampleModels.load("/dev/sdpoint/samples/absent.sdp"))
                .isExactlyInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("comes without the sample model", "Open or train a model of your own.");
    }
}
