package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a file while it is written, and after its writer was killed. */
@Timeout(60)
final class DraftTest {
    @TempDir
    Path folder;

    private List<String> names() {
        return Arrays.asList(folder.toFile().list());
    }

    /** Begins a file in a process of its own and never ends it. */
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] args) throws Exception {
            Draft draft = Draft.of(Path.of(args[0]));
            draft.out().write("half a fi".getBytes(StandardCharsets.UTF_8));
            System.out.println("begun");
            Thread.sleep(60_000);
        }
    }

    @Test
    void nextWriterRemovesWhatAKilledOneLeftButNotWhatIsBeingWritten() throws Exception {
        Path target = folder.resolve("model.sdp");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessWriter.class.getName(),
                        target.toString())
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("begun");
            Draft.removeLeftovers(target);
            assertThat(names()).singleElement().asString().matches("sdp-[0-9a-f]{8}-[0-9a-f]{8}\\.part");
        } finally {
            process.destroyForcibly().waitFor();
        }
        Draft.removeLeftovers(folder.resolve("another.sdp"));
        assertThat(names()).hasSize(1);
        try (Draft draft = Draft.of(target)) {
            assertThat(names()).hasSize(1);
            draft.out().write(7);
            draft.finish();
        }
        assertThat(names()).containsExactly("model.sdp");
        assertThat(Files.readAllBytes(target)).containsExactly(7);
    }

    @Test
    void unfinishedDraftLeavesTheOldFile() throws Exception {
        Path target = Files.writeString(folder.resolve("model.sdp"), "old");
        try (Draft draft = Draft.of(target)) {
            draft.out().write(7);
        }
        assertThat(names()).containsExactly("model.sdp");
        assertThat(target).hasContent("old");
    }

    @Test
    void targetMayHaveTheLongestOfNames() throws Exception {
        Path target = folder.resolve("n".repeat(251) + ".sdp");
        try (Draft draft = Draft.of(target)) {
            draft.finish();
        }
        assertThat(target).exists();
    }
}
