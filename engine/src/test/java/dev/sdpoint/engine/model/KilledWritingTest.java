package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that saves models and tables over older ones is killed without notice: every file is whole, and none is missing or older than told. */
@Timeout(600)
final class KilledWritingTest {
    private static final int KILLS = 4;
    private static final int BYTES = 400_000;

    @TempDir
    Path folder;

    /** Saves one version after the other. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            for (int version = Integer.parseInt(args[1]) + 1; ; version++) {
                SealedZip.write(folder.resolve("model.sdp"), "test", 1, Map.of("version", bytes(version)));
                try (WholeFiles files = new WholeFiles()) {
                    byte[] text = bytes(version);
                    files.<IOException>add(folder.resolve("a.csv"), out -> out.write(text));
                    files.<IOException>add(folder.resolve("b.csv"), out -> out.write(text));
                    files.finish();
                }
                System.out.println(version);
            }
        }

        private static byte[] bytes(int version) {
            byte[] bytes = new byte[BYTES];
            Arrays.fill(bytes, (byte) '.');
            byte[] number = String.valueOf(version).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(number, 0, bytes, 0, number.length);
            System.arraycopy(number, 0, bytes, BYTES - number.length, number.length);
            return bytes;
        }
    }

    @FaultTest
    void whatWasSavedIsThereAndWhole(FaultSeed seed) throws Exception {
        Random random = seed.random();
        int confirmed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = ChildJvm.of(Writer.class, folder, confirmed).start(folder.resolve("errors"))) {
                assertThat(child.next()).as(child.errors()).isPresent();
                Thread.sleep(random.nextInt(120));
                child.kill();
                int unused = child.end();
                List<String> told = child.told();
                confirmed = Integer.parseInt(told.get(told.size() - 1));
            }
            byte[] model =
                    SealedZip.read(folder.resolve("model.sdp"), "test", 1).getOrDefault("version", new byte[0]);
            assertThat(version(model)).isBetween(confirmed, confirmed + 1);
            for (String name : List.of("a.csv", "b.csv")) {
                assertThat(version(Files.readAllBytes(folder.resolve(name)))).isBetween(confirmed, confirmed + 1);
            }
        }
        try (WholeFiles files = new WholeFiles()) {
            files.add(folder.resolve("a.csv"), "end");
            files.add(folder.resolve("b.csv"), "end");
            files.finish();
        }
        SealedZip.write(folder.resolve("model.sdp"), "test", 1, Map.of("version", new byte[1]));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .as("the next writer removes what killed ones left")
                    .containsExactlyInAnyOrder("model.sdp", "a.csv", "b.csv", "errors");
        }
    }

    private static int version(byte[] bytes) {
        assertThat(bytes).hasSize(BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String first = text.substring(0, text.indexOf('.'));
        assertThat(text).endsWith("." + first);
        return Integer.parseInt(first);
    }
}
