package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose user data, or whose output, lie on a write-protected disk: what only reads works, the rest is refused with a sentence. */
@Timeout(300)
final class WriteProtectedTest {
    private static final String HOME = "sdpoint.home";

    @TempDir
    Path folder;

    private final String homeBefore = System.getProperty(HOME, "");

    @AfterEach
    void goHome() {
        System.setProperty(HOME, homeBefore);
    }

    private static Map<Path, Long> sizes(Path place) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                sizes.put(file, Files.isRegularFile(file) ? Files.size(file) : -1);
            }
        }
        return sizes;
    }

    private static void assertWorks(String... arguments) {
        Answer answer = Answer.to(arguments);
        assertThat(answer.exit())
                .as("%s: %s", String.join(" ", arguments), answer.err())
                .isZero();
    }

    /** The last line says what is wrong and what to do. */
    private static void assertRefused(String... arguments) {
        Answer answer = Answer.to(arguments);
        String command = String.join(" ", arguments);
        assertThat(answer.exit()).as("%s: %s", command, answer.err()).isEqualTo(1);
        String last = answer.err().lines().reduce("", (before, line) -> line);
        assertThat(last)
                .as(command)
                .matches(".*(write-protected|can only be read|may not be written|not be written).*")
                .matches(".*[.] [A-Z].*[.]")
                .doesNotContain("Exception");
    }

    @FaultTest
    void whatOnlyReadsWorksAndTheRestIsRefused() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.at(folder, 16L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        try (SmallDisk disk = mounted.get()) {
            Path home = folder.resolve("home");
            System.setProperty(HOME, home.toString());
            String model = folder.resolve("mine.sdp").toString();
            String other = folder.resolve("other.sdp").toString();
            ModelFiles.write(Path.of(model), SyntheticModel.of(SyntheticModel.data()));
            ModelFiles.write(Path.of(other), SyntheticModel.of(SyntheticModel.data(), new WideResNet(10, 2, 10, 32)));
            String pictures = PictureFolder.of(folder.resolve("pictures"), 6).toString();
            assertWorks("models", "import", model);
            assertWorks("runs", "list"); // makes their store
            String out = Files.createDirectory(folder.resolve("out")).toString();
            disk.protect(true);
            Map<Path, Long> before = sizes(folder);

            assertWorks("models", "list");
            assertWorks("models", "info", "mine");
            assertWorks("runs", "list");
            assertWorks("data", "list");
            assertWorks("folder", "--folder", pictures);
            assertWorks("cost", "--network", "wrn-10-1", "--classes", "10");

            assertRefused("models", "import", other);
            assertRefused("models", "delete", "mine");
            assertRefused("models", "export", "mine", "--out", out);
            assertRefused("models", "export", "sample", "--out", out);
            assertRefused("export", "--model", model, "--all", "--out", out);
            assertRefused("export", "--model", model, "--budget", "1", "--out", out);
            assertRefused("data", "download", "cifar10", "--from", pictures);
            assertRefused(
                    "train",
                    "--data",
                    pictures,
                    "--side",
                    "16",
                    "--batch",
                    "8",
                    "--network",
                    "wrn-10-1",
                    "--epochs",
                    "1",
                    "--seed",
                    "1",
                    "--out",
                    out + "/m.sdp");
            assertRefused(
                    "study",
                    "minimum-cost",
                    "--model",
                    model,
                    "--data",
                    "bundled",
                    "--images",
                    "50",
                    "--out",
                    out + "/table.csv");
            assertThat(sizes(folder)).isEqualTo(before);
            disk.protect(false);
            assertWorks("models", "delete", "mine");
            assertWorks("models", "restore", "mine");
        }
    }
}
