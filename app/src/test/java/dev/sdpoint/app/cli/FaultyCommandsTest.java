package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands in processes of their own that meet a fault: one sentence, the right exit code, and nothing lost. */
@Timeout(600)
final class FaultyCommandsTest {
    @TempDir
    Path folder;

    /** The program, without a window. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            System.exit(SdpointCommand.commandLine(() -> 0).execute(args));
        }
    }

    /** Makes a table of a study again and again. */
    static final class Studies {
        private Studies() {}

        public static void main(String[] args) {
            for (int i = 1; SdpointCommand.commandLine(() -> 0).execute(args) == 0; i++) {
                System.out.println("done " + i);
            }
        }
    }

    private ChildJvm start(Class<?> main, String heap, List<String> options, Object... arguments) throws IOException {
        // As in the program, nothing of the log comes to the terminal.
        Path silent = Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
        return ChildJvm.of(main, arguments)
                .heap(heap)
                .options(
                        "-Dsdpoint.home=" + folder.resolve("home"),
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile=" + silent)
                .options(options.toArray(String[]::new))
                .start(folder.resolve("errors"));
    }

    private Object[] training(Path out) throws IOException {
        Path pictures = PictureFolder.of(folder.resolve("pictures"), 12);
        return new Object[] {
            "train",
            "--data",
            pictures,
            "--side",
            16,
            "--network",
            "wrn-10-1",
            "--epochs",
            2,
            "--seed",
            3,
            "--batch",
            8,
            "--out",
            out
        };
    }

    /** The last line, without the progress bar, and no trace of a stack. */
    private static String sentence(ChildJvm child) throws IOException {
        String errors = child.errors();
        assertThat(errors).doesNotContain("\tat ").doesNotContain("Exception");
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).replaceAll(".*\r", "");
    }

    @FaultTest
    void trainingWaitsForRoomForItsModel(FaultSeed seed) throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        Optional<SmallDisk> mounted = SmallDisk.at(place, 4L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        try (SmallDisk disk = mounted.get()) {
            disk.fill(0);
            Path out = place.resolve("m.sdp");
            try (ChildJvm child = start(Program.class, "512m", List.of(), training(out))) {
                for (int i = 0; i < 3000 && child.alive() && !child.errors().contains("this command waits"); i++) {
                    Thread.sleep(100);
                }
                assertThat(child.errors())
                        .contains("Warning: Could not write")
                        .contains("the disk is full")
                        .contains("The run goes on and tries again")
                        .contains("The training is not lost: this command waits");
                assertThat(out).doesNotExist();
                disk.free();
                assertThat(child.end()).as(child.errors()).isZero();
                assertThat(sentence(child)).isEqualTo("Wrote " + out);
            }
            assertThat(ModelFiles.read(out).sweep().images()).isPositive();
            assertThat(disk.names()).containsExactly("m.sdp");
        }
    }

    @FaultTest
    void trainingWithoutNativeMemoryEndsWithASentence(FaultSeed seed) throws Exception {
        Path out = folder.resolve("m.sdp");
        int megabytes = 1 + seed.random().nextInt(4);
        try (ChildJvm child = start(
                Program.class,
                "512m",
                List.of(
                        "-Dorg.bytedeco.javacpp.maxbytes=" + megabytes + "m",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + megabytes + "m",
                        "-Dorg.bytedeco.javacpp.maxretries=1"),
                training(out))) {
            assertThat(child.end()).as(child.errors()).isEqualTo(1);
            assertThat(sentence(child)).contains("memory").endsWith(".");
        }
        assertThat(out).doesNotExist();
    }

    @FaultTest
    void aSweepWithoutHeapEndsWithASentence() throws Exception {
        Path model = folder.resolve("model.sdp");
        ModelFiles.write(model, SyntheticModel.of(SyntheticModel.data()));
        try (ChildJvm child = start(Program.class, "24m", List.of(), "sweep", "--model", model, "--data", "bundled")) {
            assertThat(child.end()).as(child.errors()).isEqualTo(1);
            assertThat(sentence(child)).contains("memory").endsWith(".");
            assertThat(child.told()).isEmpty();
        }
    }

    /** A study sweeps all instances over the images, and then writes its table. */
    @FaultTest
    void aKilledSweepLeavesAWholeTableOrNone(FaultSeed seed) throws Exception {
        Path model = folder.resolve("model.sdp");
        ModelFiles.write(model, SyntheticModel.of(SyntheticModel.data()));
        Path table = folder.resolve("tables").resolve("table.csv");
        Files.createDirectories(table.getParent());
        Object[] study = {
            "study",
            "statistics",
            "--model",
            model,
            "--data",
            "bundled",
            "--images",
            8,
            "--out",
            table,
            "--figure",
            table.resolveSibling("figure.svg")
        };
        try (ChildJvm child = start(Studies.class, "512m", List.of(), study)) {
            assertThat(child.await("done 1")).as(child.errors()).isTrue();
            String whole = Files.readString(table);
            Thread.sleep(seed.random().nextInt(600));
            child.kill();
            int unused = child.end();
            assertThat(Files.readString(table).lines().count())
                    .isEqualTo(whole.lines().count());
            assertThat(Files.readString(table.resolveSibling("figure.svg"))).contains("</svg>");
        }
        try (Stream<Path> files = Files.list(table.getParent())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> !name.endsWith(".part")))
                    .containsExactlyInAnyOrder("table.csv", "figure.svg");
        }
    }
}
