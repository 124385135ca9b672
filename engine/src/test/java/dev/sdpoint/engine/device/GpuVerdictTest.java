package dev.sdpoint.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.device.GpuVerdict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpuVerdictTest {
    private static final long GIGABYTE = 1L << 30;

    /** The whole table for one GPU: what the driver reports, what the GPU is, what the build holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # driver | capability | build               | case
            11060    | 8.6        | PRESENT             | GPU_COMPUTES
            13000    | 8.9        | PRESENT             | GPU_COMPUTES
            12040    | 3.7        | PRESENT             | GPU_COMPUTES
            11060    | 5.3        | PRESENT             | GPU_COMPUTES
            11060    | 6.2        | PRESENT             | GPU_COMPUTES
            11060    | 7.2        | PRESENT             | GPU_COMPUTES
            11060    | 8.7        | PRESENT             | GPU_COMPUTES
            11050    | 8.6        | PRESENT             | GPU_COMPUTES
            11000    | 8.0        | PRESENT             | GPU_COMPUTES
            10020    | 7.5        | PRESENT             | DRIVER_TOO_OLD
            9020     | 6.1        | PRESENT             | DRIVER_TOO_OLD
            10020    | 7.5        | LEFT_OUT            | DRIVER_TOO_OLD
            11060    | 3.5        | PRESENT             | GPU_TOO_OLD
            11060    | 3.0        | PRESENT             | GPU_TOO_OLD
            8000     | 2.1        | PRESENT             | GPU_TOO_OLD
            12040    | 9.0        | PRESENT             | GPU_TOO_NEW
            12080    | 10.0       | PRESENT             | GPU_TOO_NEW
            13000    | 12.0       | PRESENT             | GPU_TOO_NEW
            12040    | 9.0        | LEFT_OUT            | GPU_TOO_NEW
            11060    | 3.5        | NOT_FOR_THIS_SYSTEM | GPU_TOO_OLD
            11060    | 8.6        | LEFT_OUT            | NOT_IN_BUILD
            11060    | 8.6        | NOT_FOR_THIS_SYSTEM | NOT_IN_BUILD
            """)
    void oneGpu(int driver, String capability, CudaBuild build, Kind kind) {
        GpuVerdict verdict = GpuVerdict.of(found(driver, gpu(0, capability, 8)), build, true);

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.gpu().isPresent()).isEqualTo(kind == Kind.GPU_COMPUTES);
        assertThat(verdict.sentence())
                .endsWith(".")
                .contains("GPU 0")
                .contains(kind == Kind.GPU_COMPUTES ? "computes" : "CPU");
        assertThat(verdict.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PRESENT", "LEFT_OUT", "NOT_FOR_THIS_SYSTEM"})
    void withoutAGpuTheCpuComputesWhateverTheBuild(CudaBuild build) {
        assertThat(GpuVerdict.of(new GpuReading.NoDriver(), build, true).kind()).isEqualTo(Kind.NO_DRIVER);
        assertThat(GpuVerdict.of(new GpuReading.NoGpu(), build, true).kind()).isEqualTo(Kind.NO_GPU);
        assertThat(GpuVerdict.of(new GpuReading.Trouble(999, "broken"), build, true)
                        .kind())
                .isEqualTo(Kind.DRIVER_TROUBLE);
        assertThat(GpuVerdict.of(new GpuReading.NoDriver(), build, true).gpu()).isEmpty();
    }

    @Test
    void saysWhatComputesWhyAndWhatToDo() {
        assertThat(sentence(11060, "8.6", CudaBuild.PRESENT))
                .isEqualTo("The GPU 0 (8.0 GiB, compute capability 8.6) computes.");
        assertThat(sentence(11060, "8.6", CudaBuild.LEFT_OUT))
                .isEqualTo(
                        "The GPU 0 (8.0 GiB, compute capability 8.6) could compute, but this build of the program computes on"
                                + " the CPU; build it with -Pcuda.");
        assertThat(sentence(12040, "9.0", CudaBuild.PRESENT))
                .isEqualTo(
                        "The GPU 0 is too new for the CUDA library in use: it has compute capability 9.0, and the library"
                                + " runs on 3.7 to 8.9. Everything is computed on the CPU. No setting changes that.");
        assertThat(sentence(11060, "3.5", CudaBuild.PRESENT)).contains("too old", "3.5");
        assertThat(sentence(10020, "7.5", CudaBuild.PRESENT))
                .contains("CUDA 10.2", "on the CPU", "Install a driver", "450.80.02", "452.39");
        assertThat(GpuVerdict.of(new GpuReading.NoDriver(), CudaBuild.PRESENT, true)
                        .sentence())
                .isEqualTo(
                        "No NVIDIA driver is installed here. Everything is computed on the CPU. If this machine has an"
                                + " NVIDIA GPU, install NVIDIA's driver for it.");
        assertThat(GpuVerdict.of(new GpuReading.NoDriver(), CudaBuild.NOT_FOR_THIS_SYSTEM, true)
                        .sentence())
                .doesNotContain("install NVIDIA's driver")
                .contains("64-bit Linux and Windows");
    }

    @Test
    void anOlderDriverOfTheSameMajorVersionIsTakenWithAHint() {
        assertThat(sentence(11040, "7.5", CudaBuild.PRESENT)).contains("computes.", "CUDA 11.4", "510 or newer");
        assertThat(sentence(11060, "7.5", CudaBuild.PRESENT)).doesNotContain("driver");
        assertThat(sentence(12020, "7.5", CudaBuild.PRESENT)).doesNotContain("driver");
    }

    @Test
    void theBestOfSeveralComputesAndTheOthersAreAccountedFor() {
        Gpu hopper = gpu(0, "9.0", 80);
        Gpu turing = gpu(1, "7.5", 16);
        Gpu small = gpu(2, "8.6", 8);
        Gpu large = gpu(3, "8.6", 24);
        Gpu twin = gpu(4, "8.6", 24);
        Gpu kepler = gpu(5, "3.5", 12);

        GpuVerdict verdict =
                GpuVerdict.of(found(12040, hopper, turing, small, large, twin, kepler), CudaBuild.PRESENT, true);

        assertThat(verdict.gpu()).isEqualTo(Optional.of(large));
        assertThat(verdict.left()).hasSize(5);
        assertThat(verdict.left().get(0)).contains("GPU 0", "too new", "9.0");
        assertThat(verdict.left().get(1)).contains("GPU 1", "rests");
        assertThat(verdict.left().get(4)).contains("GPU 5", "too old", "3.5");
    }

    @Test
    void ofGpusThatCannotTheBestIsNamed() {
        GpuVerdict verdict = GpuVerdict.of(found(12040, gpu(0, "3.5", 12), gpu(1, "9.0", 80)), CudaBuild.PRESENT, true);

        assertThat(verdict.kind()).isEqualTo(Kind.GPU_TOO_NEW);
        assertThat(verdict.sentence()).contains("GPU 1");
    }

    @Test
    void aPersonMayChooseTheCpu() {
        GpuVerdict verdict = GpuVerdict.of(found(11060, gpu(0, "8.6", 8)), CudaBuild.PRESENT, false);

        assertThat(verdict.kind()).isEqualTo(Kind.SWITCHED_OFF);
        assertThat(verdict.gpu()).isEmpty();
        assertThat(verdict.sentence()).contains("-Dsdpoint.device=cpu");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, true",
        "Windows 11, amd64, true",
        "Linux, aarch64, false",
        "Mac OS X, x86_64, false",
        "Mac OS X, aarch64, false",
        "Windows 11, aarch64, false"
    })
    void theBackEndExistsForTwoSystems(String system, String architecture, boolean exists) {
        assertThat(CudaBuild.existsFor(system, architecture)).isEqualTo(exists);
    }

    private static String sentence(int driver, String capability, CudaBuild build) {
        return GpuVerdict.of(found(driver, gpu(0, capability, 8)), build, true).sentence();
    }

    private static GpuReading found(int driver, Gpu... gpus) {
        return new GpuReading.Found(CudaVersion.ofNumber(driver), Arrays.asList(gpus));
    }

    private static Gpu gpu(int ordinal, String capability, long gigabytes) {
        List<Integer> parts =
                Arrays.stream(capability.split("\\.", -1)).map(Integer::valueOf).toList();
        return new Gpu(ordinal, "GPU " + ordinal, new Capability(parts.get(0), parts.get(1)), gigabytes * GIGABYTE);
    }
}
