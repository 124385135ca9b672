package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.engine.device.CudaBuild;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.GpuReading;
import dev.sdpoint.engine.device.PretendDriver;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * CUDA's back end is played by one that claims to be there, as the real one does beside a GPU that it cannot run on. The real one is tried
 * with {@code -Pcuda}: see CudaBuildTest of the app.
 */
class BackEndTest {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
    private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";

    @TempDir
    Path folder;

    private void writeService() throws Exception {
        Path list = folder.resolve(SERVICE);
        Files.createDirectories(Objects.requireNonNull(list.getParent()));
        Files.writeString(list, "# a comment\n\n" + CUDA + "\n");
    }

    @Test
    void theClassPathWithoutCudaListsTheCpuAlone() throws Exception {
        writeService();
        try (URLClassLoader whole =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, BackEndTest.class.getClassLoader())) {
            ClassLoader without = new ClassPathWithoutCuda(whole);

            assertThat(texts(whole)).hasSize(2).anyMatch(text -> text.contains(CUDA));
            assertThat(texts(without))
                    .singleElement()
                    .asString()
                    .contains("CpuBackend")
                    .doesNotContain(CUDA);
            assertThat(ServiceLoader.load(Nd4jBackend.class, without).stream()
                            .map(provider -> provider.type().getSimpleName()))
                    .containsExactly("CpuBackend");
            assertThat(without.loadClass(BackEndTest.class.getName())).isSameAs(BackEndTest.class);
            assertThat(without.getResource("nd4j-native.properties")).isNotNull();
        }
    }

    private static List<String> texts(ClassLoader loader) throws Exception {
        List<String> texts = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(SERVICE))) {
            try (InputStream in = url.openStream()) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Without the choice, ND4J would take the pretended back end, which is better than the CPU's by its own account, and fail. */
    @Test
    @Timeout(120)
    void aProgramWithCudaStartsOnTheCpuWhereNoGpuCanCompute() throws Exception {
        assumeThat(Devices.here().reading()).isNotInstanceOf(GpuReading.Found.class);
        assumeThat(CudaBuild.here()).isNotEqualTo(CudaBuild.PRESENT);
        writeService();
        compilePretendBackEnd();

        String out = run(WhatComputes.class);

        assertThat(out).contains("build PRESENT", "device CPU", "Everything is computed on the CPU.");
        assertThat(out).doesNotContain("the pretended back end was asked", "Exception", "\tat ");
    }

    /** A driver is played with two GPUs, of which the library can run on the second only. The CPU computes, for what it plays cannot. */
    @Test
    @Timeout(120)
    @EnabledOnOs(OS.LINUX)
    void everyThreadThatUsesANetworkDoesSoOnTheGpuThatWasChosen() throws Exception {
        assumeThat(CudaBuild.here()).isNotEqualTo(CudaBuild.PRESENT);
        compilePretendBackEnd();
        PretendDriver.compile(folder.resolve("libcuda.so.1"), "-DGPUS=2", "-DMAJOR=9", "-DSTEP=-1");

        String out = run(
                WrongGpuFirst.class,
                "-Djna.library.path=" + folder,
                "-Daffinitymanager=" + WrongGpuFirst.class.getName());

        assertThat(out).contains("The Pretend GPU 1 should compute");
        assertThat(out.lines().filter(line -> line.contains(" on GPU ")))
                .hasSize(9)
                .allMatch(line -> line.endsWith(" on GPU 1"));
    }

    /** JNA says "cannot be linked" once, and that it has no class ever after. */
    @Test
    @Timeout(120)
    void aProgramWhoseJnaCannotBeLoadedComputesOnTheCpu() throws Exception {
        String out = run(WhatComputes.class, "-Djna.nounpack=true", "-Djna.nosys=true");

        assertThat(out).contains("device CPU", "Everything is computed on the CPU.");
    }

    private String run(Class<?> main, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(
                0,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path")));
        command.add(main.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out;
        try (InputStream in = process.getInputStream()) {
            out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out;
    }

    private void compilePretendBackEnd() throws Exception {
        Path source = folder.resolve("JCublasBackend.java");
        try (InputStream in = BackEndTest.class.getResourceAsStream("JCublasBackend.txt")) {
            Files.write(source, Objects.requireNonNull(in).readAllBytes());
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        System.err,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(code).isZero();
    }
}
