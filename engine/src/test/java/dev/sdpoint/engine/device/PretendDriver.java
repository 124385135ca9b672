package dev.sdpoint.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An NVIDIA driver's library that is compiled on the spot; without a C compiler the test is left out. */
public final class PretendDriver {
    private PretendDriver() {}

    /**
     * Writes the library.
     *
     * @param settings of {@code pretend-driver.c}, such as {@code -DGPUS=2}
     */
    public static void compile(Path library, String... settings) throws IOException, InterruptedException {
        Path compiler = Path.of("/usr/bin/cc");
        assumeThat(compiler).as("a C compiler").isExecutable();
        Path source = library.resolveSibling("driver.c");
        try (InputStream in = PretendDriver.class.getResourceAsStream("pretend-driver.c")) {
            Files.write(source, Objects.requireNonNull(in).readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(settings));
        command.addAll(0, List.of(compiler.toString(), "-shared", "-fPIC", "-o", library.toString()));
        command.add(source.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
