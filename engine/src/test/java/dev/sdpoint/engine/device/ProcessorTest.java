package dev.sdpoint.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void linuxNamesProcessorCoresAndInstructions() {
        ProcessorFacts facts = ProcessorFacts.ofLinux(List.of(
                "processor\t: 0",
                "model name\t:  AMD  EPYC 9254 ",
                "physical id\t: 0",
                "core id\t\t: 0",
                "flags\t\t: fpu sse4_2 avx avx2 fma avx512f avx512_vnni",
                "processor\t: 1",
                "model name\t: B",
                "physical id\t: 0",
                "core id\t\t: 0",
                "processor\t: 2",
                "physical id\t: 1",
                "core id\t\t: 0"));

        assertThat(facts.name()).contains("AMD EPYC 9254");
        assertThat(facts.cores()).isEqualTo(2);
        assertThat(facts.instructions()).containsExactly("SSE4.2", "AVX", "AVX2", "FMA", "AVX-512", "AVX-512 VNNI");
    }

    @Test
    void armProcessorsHaveFeaturesAndNoName() {
        ProcessorFacts facts = ProcessorFacts.ofLinux(List.of("processor\t: 0", "Features\t: fp asimd asimddp sve"));

        assertThat(facts.name()).isEmpty();
        assertThat(facts.cores()).isZero();
        assertThat(facts.instructions()).containsExactly("NEON", "dot product", "SVE");
    }

    @Test
    void aLongNameIsCutAndNothingIsNothing() {
        assertThat(ProcessorFacts.ofLinux(List.of("model name\t: " + "x".repeat(500)))
                        .name()
                        .orElseThrow())
                .hasSize(200);
        assertThat(ProcessorFacts.ofLinux(List.of())).isEqualTo(ProcessorFacts.NOTHING);
    }

    @Test
    void thisMachineIsDescribed() {
        Processor here = Processor.here();

        assertThat(here.name()).isNotBlank();
        assertThat(here.logicalProcessors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.memoryBytes()).isPositive();
        assertThat(here.processors()).contains("logical processor");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Processor silent = new Processor("aarch64", 0, 1, List.of(), 0);

        assertThat(silent.processors()).isEqualTo("1 logical processor");
        assertThat(silent.instructionSet()).isEqualTo("not told by this system");
        assertThat(silent.memory("unknown")).isEqualTo("unknown");
        assertThat(new Processor("x", 4, 8, List.of("AVX2"), 24L << 30).memory("unknown"))
                .isEqualTo("24.0 GiB");
        assertThat(new Processor("x", 4, 8, List.of(), 0).processors()).isEqualTo("4 cores, 8 logical processors");
    }
}
