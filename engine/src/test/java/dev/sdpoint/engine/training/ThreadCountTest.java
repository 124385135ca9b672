package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sums of floats depend on how many threads share them; for each number of threads there is one result. */
@Timeout(300)
class ThreadCountTest {
    @TempDir
    Path folder;

    private Process child(Path images, Path run, int threads) throws Exception {
        Process process = ChildRun.start(images, 60_000, "-XX:ActiveProcessorCount=" + threads);
        Writer in = process.outputWriter();
        in.write(Files.createDirectory(run) + "\n");
        in.flush();
        return process;
    }

    private static SdpModel model(Process process, Path run) throws Exception {
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.lines().toList()).endsWith("done");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return ModelFiles.read(ChildRun.model(run));
    }

    /** The killed runs use as many threads as there are processors; these are an odd number, whatever the machine has. */
    @Test
    void sameNumberOfThreadsGivesTheSameBitsInEveryProcess() throws Exception {
        int threads = 3;
        Path images = folder.resolve("images");
        ChildRun.writeImages(images);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Process one = child(images, first, threads);
        Process other = child(images, second, threads);
        SdpModel model = model(one, first);
        assertThat(KilledRunTest.bits(model(other, second))).isEqualTo(KilledRunTest.bits(model));
        List<Machine> machines = model.record().history().orElseThrow().machines();
        assertThat(machines).hasSize(1);
        assertThat(machines.get(0).logicalProcessors()).isEqualTo(threads);
        assertThat(machines.get(0).device().threads()).isEqualTo(threads);
    }
}
