package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.ServedArchive;
import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.InstallProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code sdpoint data} as a script would call it. */
@Timeout(300)
final class DataCommandTest {
    @TempDir
    private Path folder;

    private Answer data(DataArchive archive, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--into", folder.resolve("data").toString()));
        CommandLine root = SdpointCommand.commandLine(() -> 0);
        CommandLine line = new CommandLine(new DataCommand(List.of(archive)));
        line.setExecutionExceptionHandler(root.getExecutionExceptionHandler());
        line.setParameterExceptionHandler(root.getParameterExceptionHandler());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Answer(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    @Test
    void downloadsListsChecksAndRemoves() throws Exception {
        try (ServedArchive server = new ServedArchive()) {
            DataArchive archive = server.archive();
            assertThat(data(archive, "list").out()).contains("comes with the program", "not here");
            Answer downloaded = data(archive, "download", "tiny");
            assertThat(downloaded.exit()).isZero();
            Path inside = folder.resolve("data/tiny/tiny-binary");
            assertThat(downloaded.out()).isEqualTo(inside + System.lineSeparator());
            assertThat(downloaded.err())
                    .contains("Downloading", "Unpacking", "Tiny is installed.", "Please cite: Nobody (2024)")
                    .doesNotContain("\r", "\u001b");
            assertThat(inside.resolve("tiny.bin")).exists();
            assertThat(data(archive, "list", "--format", "csv").rows().get(2))
                    .startsWith("tiny,Tiny,installed,1.0 MB,");
            assertThat(data(archive, "check", "tiny").err()).contains("Tiny is whole");
            assertThat(data(archive, "download", "TINY").err()).contains("is here already");
            assertThat(server.ranges()).hasSize(1);
            Files.write(inside.resolve("tiny.bin"), new byte[1_000_000]);
            Answer damaged = data(archive, "check", "tiny");
            assertThat(damaged.exit()).isEqualTo(1);
            assertThat(damaged.err()).contains("the content of tiny.bin is not the published one");
            assertThat(data(archive, "remove", "tiny").err()).isEqualTo("Removed Tiny." + System.lineSeparator());
            assertThat(folder.resolve("data/tiny")).doesNotExist();
            Answer again = data(archive, "remove", "tiny");
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).contains("nothing of Tiny");
        }
    }

    @Test
    void takesAMirrorOrAFile() throws Exception {
        try (ServedArchive server = new ServedArchive()) {
            DataArchive nowhere = ServedArchive.archive(server.address("/nowhere/tiny.tar.gz"));
            Answer missing = data(nowhere, "download", "tiny");
            assertThat(missing.exit()).isEqualTo(1);
            assertThat(missing.err()).contains("There is no such file at").contains("HTTP 404");
            assertThat(data(nowhere, "download", "tiny", "--mirror", "ftp://x/").err())
                    .contains("is no address to download from");
            assertThat(data(
                                    nowhere,
                                    "download",
                                    "tiny",
                                    "--mirror",
                                    server.address("/").toString())
                            .exit())
                    .isZero();
            assertThat(data(nowhere, "remove", "tiny").exit()).isZero();
            Path file = ServedArchive.write(folder.resolve("mine.tar.gz"));
            assertThat(data(nowhere, "download", "tiny", "--from", file.toString())
                            .exit())
                    .isZero();
            assertThat(server.ranges()).hasSize(1);
        }
    }

    @Test
    void removesWhatAKilledProgramLeft() throws Exception {
        try (ServedArchive server = new ServedArchive()) {
            DataArchive archive = server.archive();
            Path data = folder.resolve("data");
            assertThat(data(archive, "download", "tiny").exit()).isZero();
            Files.move(data.resolve("tiny"), data.resolve(".tiny.removed"));
            Files.createDirectories(data.resolve(".tiny.unpacking-0/tiny-binary"));
            assertThat(data(archive, "remove", "tiny").err()).isEqualTo("Removed Tiny." + System.lineSeparator());
            assertThat(data).isDirectoryNotContaining("glob:**{removed,unpacking-0}");
            assertThat(data(archive, "remove", "tiny").exit()).isEqualTo(1);
        }
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        try (ServedArchive server = new ServedArchive()) {
            Path photo = folder.resolve("data/tiny/photo.jpg");
            Files.createDirectories(photo.getParent());
            Files.writeString(photo, "dear");
            for (String command : List.of("download", "remove")) {
                Answer refused = data(server.archive(), command, "tiny");
                assertThat(refused.exit()).isEqualTo(1);
                assertThat(refused.err()).contains("holds other files. Choose another folder with --into.");
            }
            assertThat(data(server.archive(), "list", "--format", "csv").rows().get(2))
                    .startsWith("tiny,Tiny,other files,");
            assertThat(photo).hasContent("dear");
            assertThat(server.ranges()).isEmpty();
        }
    }

    @Test
    void refusesWrongUse() throws Exception {
        DataArchive archive = ServedArchive.archive(URI.create("http://localhost/tiny.tar.gz"));
        Answer unknown = data(archive, "download", "imagenet");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no published data set 'imagenet' here, only tiny.");
        Answer both = data(archive, "download", "tiny", "--from", "a", "--mirror", "http://b/");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(Answer.to("data").exit()).isEqualTo(2);
        assertThat(Answer.to("data").err()).contains("check, download, list, remove");
    }

    @Test
    void changesOneLineOnATerminal() {
        StringWriter text = new StringWriter();
        try (InstallLine line = new InstallLine(new PrintWriter(text), true)) {
            line.at(new InstallProgress(
                    InstallProgress.Stage.DOWNLOADING, 500_000, 1_000_000, 0, Optional.empty(), ""));
            line.at(new InstallProgress(InstallProgress.Stage.CHECKING, 1, 1_000_000, 0, Optional.empty(), ""));
        }
        assertThat(text.toString())
                .isEqualTo("\rDownloading 500 kB of 1.0 MB\rChecking 1 byte of 1.0 MB   " + System.lineSeparator());
    }

    @Test
    void controlCKeepsWhatHasComeAndTheSameCommandGoesOn() throws Exception {
        try (ServedArchive server = new ServedArchive()) {
            server.holdAt(400_000);
            Process process = child(server);
            Path part = folder.resolve("data/.tiny.tar.gz.part");
            while (part.toFile().length() < 400_000) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(20);
            }
            process.destroy(); // as Ctrl+C, an order that can be obeyed
            process.waitFor();
            assertThat(Files.readAllLines(folder.resolve("errors")))
                    .contains("Stopped. What has come is kept; the same command goes on from there.");
            assertThat(part).hasSize(400_000);
            server.goOn();
            Process again = child(server);
            assertThat(again.waitFor()).isZero();
            assertThat(server.ranges()).containsExactly("", "bytes=400000-");
            assertThat(folder.resolve("data/tiny/tiny-binary/tiny.bin")).exists();
        }
    }

    private Process child(ServedArchive server) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        server.address("/tiny.tar.gz").toString(),
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()))
                .start();
    }

    /** The command in a process of its own. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            DataArchive archive = ServedArchive.archive(URI.create(arguments[0]));
            System.exit(new CommandLine(new DataCommand(List.of(archive)))
                    .execute("download", "tiny", "--into", arguments[1]));
        }
    }
}
