package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.device.CudaBuild;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.GpuReading;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program with CUDA's back end in it, on a machine whose GPU cannot compute or that has none. Runs in builds with {@code -Pcuda} only, for
 * it needs 2.4 GB of libraries: {@code ./mvnw -Pcuda -pl app -am test -Dtest=CudaBuildTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIf("hasCuda")
@Timeout(600)
class CudaBuildTest {
    @TempDir
    private Path home;

    static boolean hasCuda() {
        return CudaBuild.here() == CudaBuild.PRESENT && !(Devices.here().reading() instanceof GpuReading.Found);
    }

    @Test
    void theLibrariesOfThisSystemAloneAreThere() {
        List<String> cuda = List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                .map(path -> Path.of(path).getFileName().toString())
                .filter(name -> name.contains("cuda"))
                .toList();

        assertThat(cuda).hasSize(6);
        assertThat(cuda).filteredOn(name -> name.contains("x86_64")).hasSize(3);
        assertThat(cuda).anyMatch(name -> name.endsWith("-cudnn.jar")).anyMatch(name -> name.endsWith("-redist.jar"));
    }

    @Test
    void startsWithoutAGpuAndSaysInPlainWordsThatTheCpuComputes() throws Exception {
        Said said = start("devices");

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words())
                .contains("Computes      CPU")
                .contains(Devices.here().verdict().sentence())
                .contains("Everything is computed on the CPU.")
                .doesNotContain("Exception", "\tat ", "Error");
    }

    @Test
    void answersAboutAPictureOnTheCpu() throws Exception {
        Path picture = home.resolve("grey.png");
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(grey, "png", picture.toFile())).isTrue();

        Said said = start("classify", "--model", "sample", "--budget", "0.5", picture.toString());

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words())
                .contains(picture + "  (")
                .containsPattern("(?m)^ +\\d+\\.\\d %  \\w+$")
                .doesNotContain("Exception", "\tat ");
    }

    /** The window itself, with every place in it; drawn without a display. */
    @Test
    void theWindowOpensAndItsPlacesCompute() throws Exception {
        Path pictures = home.resolve("tour");

        Said said = start("tour", "--out", pictures.toString());

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).doesNotContain("Exception", "\tat ");
        for (PlaceId place : PlaceId.values()) {
            String name = place.name().toLowerCase(Locale.ROOT);
            assertThat(pictures.resolve(name + "-light.png")).isNotEmptyFile();
            assertThat(pictures.resolve(name + "-dark.png")).isNotEmptyFile();
        }
    }

    private record Said(int code, String words) {}

    private Said start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djavacpp.platform.extension=" + System.getProperty("javacpp.platform.extension", ""),
                "-Dsdpoint.home=" + home,
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String words;
        try (InputStream in = process.getInputStream()) {
            words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), words);
    }
}
