package dev.sdpoint.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The driver's library is played by one that is compiled here, where there is a C compiler. */
class CudaDriverTest {
    @TempDir
    Path folder;

    @Test
    void thisMachineIsReadWithoutAnException() {
        assertThat(CudaDriver.read()).isNotNull().isSameAs(CudaDriver.read());
    }

    @Test
    void noLibraryIsNoDriver() {
        assertThat(CudaDriver.read("sdpoint-no-such-library")).isEqualTo(new GpuReading.NoDriver());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLibraryWithoutTheFunctionsIsTrouble() {
        assertThat(CudaDriver.read("m"))
                .isInstanceOfSatisfying(
                        GpuReading.Trouble.class,
                        trouble -> assertThat(trouble.words()).contains("lacks a function"));
    }

    @Test
    void namesCapabilitiesAndMemoryComeFromTheDriver() throws Exception {
        GpuReading reading = CudaDriver.read(driver("-DVERSION=12020", "-DGPUS=2"));

        assertThat(reading)
                .isEqualTo(new GpuReading.Found(
                        new CudaVersion(12, 2),
                        List.of(
                                new Gpu(0, "Pretend GPU 0", new Capability(8, 6), 12884901888L),
                                new Gpu(1, "Pretend GPU 1", new Capability(9, 7), 25769803776L))));
    }

    @Test
    void aDriverThatFindsNoneIsNoGpu() throws Exception {
        assertThat(CudaDriver.read(driver("-DINIT=100"))).isEqualTo(new GpuReading.NoGpu());
        assertThat(CudaDriver.read(driver("-DGPUS=0"))).isEqualTo(new GpuReading.NoGpu());
    }

    @Test
    void aDriverThatRefusesIsTroubleInWords() throws Exception {
        assertThat(CudaDriver.read(driver("-DINIT=803"))).isInstanceOfSatisfying(GpuReading.Trouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo(803);
            assertThat(trouble.words()).contains("different versions");
        });
        assertThat(CudaDriver.read(driver("-DINIT=999"))).isInstanceOf(GpuReading.Trouble.class);
        assertThat(CudaDriver.read(driver("-DINIT=2"))).isEqualTo(new GpuReading.Trouble(2, "it reports error 2"));
    }

    private String driver(String... settings) throws IOException, InterruptedException {
        Path library = Files.createTempFile(folder, "libpretend", ".so");
        PretendDriver.compile(library, settings);
        return library.toString();
    }
}
