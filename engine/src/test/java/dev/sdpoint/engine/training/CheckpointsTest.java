package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoints lie in a folder at which time. */
class CheckpointsTest {
    private static final NetworkPlan PLAN = Runs.NETWORK.plan();

    @TempDir
    Path folder;

    private Path file = Path.of("set below");
    private Path previous = Path.of("set below");
    private Checkpoints checkpoints = new Checkpoints(Optional.empty(), PLAN, Duration.ofMinutes(2));

    @BeforeEach
    void nameTheFiles() {
        file = folder.resolve("run.ckpt");
        previous = folder.resolve("run.ckpt.previous");
        checkpoints = anew();
    }

    @AfterEach
    void close() {
        checkpoints.close();
    }

    private Checkpoints anew() {
        return new Checkpoints(Optional.of(file), PLAN, Duration.ofMinutes(2));
    }

    private static Checkpoint checkpoint(long iteration) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NamedWeights.expected(PLAN).forEach((name, length) -> arrays.put(name, new float[length.intValue()]));
        return new Checkpoint(
                iteration,
                1,
                Map.of(),
                "data",
                new NamedWeights(arrays),
                new float[] {1},
                Optional.empty(),
                new LossWatch.Memory(List.of(1.5, 1 / 3.0), Double.POSITIVE_INFINITY),
                false);
    }

    private void write(long iteration, boolean calm) throws TrainingException {
        assertThat(checkpoints.write(checkpoint(iteration), calm)).contains(file);
    }

    private static long iteration(Path path) throws TrainingException {
        return Checkpoint.read(path, PLAN).iteration();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsTheOneBeforeUntilTwentyCalmIterationsFollow() throws Exception {
        write(100, true);
        assertThat(names()).containsExactly("run.ckpt");
        write(200, true);
        assertThat(iteration(file)).isEqualTo(200);
        assertThat(iteration(previous)).isEqualTo(100);
        checkpoints.reached(219, true);
        checkpoints.reached(220, false);
        assertThat(previous).exists();
        checkpoints.reached(220, true);
        assertThat(names()).containsExactly("run.ckpt");
        assertThat(iteration(file)).isEqualTo(200);
    }

    @Test
    void keepsTheSameOneWhileTheLossIsBad() throws Exception {
        write(100, true);
        write(200, true);
        write(300, false);
        write(400, false);
        assertThat(iteration(previous)).isEqualTo(100);
        assertThat(iteration(file)).isEqualTo(400);
        checkpoints.fallBack();
        assertThat(names()).containsExactly("run.ckpt");
        assertThat(iteration(file)).isEqualTo(100);
        assertThat(checkpoints.kept()).isEqualTo("the checkpoint of iteration 100 is kept");
    }

    @Test
    void sameIterationWrittenTwiceIsNoOneBefore() throws Exception {
        write(100, true);
        write(100, true);
        assertThat(names()).containsExactly("run.ckpt");
    }

    @Test
    void anotherProcessKnowsTheOneBefore() throws Exception {
        write(100, true);
        write(200, true);
        checkpoints = anew();
        assertThat(checkpoints.open().map(Checkpoint::iteration)).contains(200L);
        write(300, false);
        checkpoints.fallBack();
        assertThat(iteration(file)).isEqualTo(100);
    }

    @Test
    void damagedOneBeforeNeverReplacesTheNewest() throws Exception {
        write(100, true);
        write(200, true);
        Files.delete(previous); // a second name of a file: writing into it would not damage the newest either
        Files.writeString(previous, "cut off");
        checkpoints.fallBack();
        assertThat(iteration(file)).isEqualTo(200);
        assertThat(checkpoints.kept()).isEqualTo("the checkpoint of iteration 200 is kept");
    }

    @Test
    void runThatStartsAnewForgetsWhatAnotherLeft() throws Exception {
        write(100, true);
        write(200, true);
        Files.delete(file);
        checkpoints = anew();
        assertThat(checkpoints.open()).isEmpty();
        assertThat(names()).containsExactly("run.ckpt.lock");
        checkpoints.close();
        assertThat(names()).isEmpty();
        assertThat(checkpoints.kept()).isEqualTo("there is no checkpoint to go on from");
    }

    @Test
    void oneRunAtATime() throws Exception {
        checkpoints.open();
        Checkpoints other = anew();
        assertThatThrownBy(other::open)
                .isInstanceOf(TrainingException.class)
                .hasMessageContainingAll("Another run is training", "run.ckpt", "train into another file");
        other.close();
        assertThat(names()).containsExactly("run.ckpt.lock");
        checkpoints.close();
        assertThat(anew().open()).isEmpty();
    }

    @Test
    void lossesComeBackToTheLastBit() throws Exception {
        write(100, true);
        assertThat(Checkpoint.read(file, PLAN).losses())
                .isEqualTo(checkpoint(100).losses());
    }

    @Test
    void readsACheckpointFromBeforeHistoriesWereKept() throws Exception {
        write(100, true);
        Map<String, byte[]> entries = new LinkedHashMap<>(SealedZip.read(file, "sdpoint-checkpoint", 2));
        String manifest = """
                {"iteration": 7, "seconds": 1.5, "settings": {"seed": "3"}, "dataFingerprint": "abc"}
                """;
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        SealedZip.write(file, "sdpoint-checkpoint", 1, entries);
        Checkpoint old = Checkpoint.read(file, PLAN);
        assertThat(old.iteration()).isEqualTo(7);
        assertThat(old.settings()).isEqualTo(Map.of("seed", "3"));
        assertThat(old.history()).isEmpty();
        assertThat(old.losses()).isEqualTo(new LossWatch.Memory(List.of(), Double.POSITIVE_INFINITY));
    }

    @Test
    void isDueByTheClock() throws Exception {
        assertThat(checkpoints.due()).isFalse();
        long[] clock = {77};
        checkpoints = new Checkpoints(Optional.of(file), PLAN, Duration.ofNanos(500), () -> clock[0]);
        clock[0] += 500;
        assertThat(checkpoints.due()).isFalse();
        clock[0]++;
        assertThat(checkpoints.due()).isTrue();
        write(1, true);
        assertThat(checkpoints.due()).isFalse();
        clock[0] += 501;
        assertThat(checkpoints.due()).isTrue();
    }
}
