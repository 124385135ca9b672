package dev.sdpoint.app.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PrivatePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
    private static final String HOME = System.getProperty("user.home", "");

    @Test
    void saysAFactALineAndWhatIsNotKnown() {
        Diagnostics facts = new Diagnostics(
                "SDPoint Explorer 1.2",
                "17",
                "Linux",
                "Acme 9",
                16L << 30,
                512L << 20,
                4L << 30,
                "",
                "1440 × 900 at 100 %",
                "/data, 3.0 GB free",
                List.of("first", "second"));
        assertThat(facts.text(PrivatePaths.ofThisPerson()).lines())
                .containsExactly(
                        "Program      SDPoint Explorer 1.2",
                        "Java         17",
                        "System       Linux",
                        "Processor    Acme 9",
                        "Memory       16.0 GiB in the machine; Java uses 0.5 GiB of at most 4.0 GiB",
                        "Computes on  not known",
                        "Screens      1440 × 900 at 100 %",
                        "Folder       /data, 3.0 GB free",
                        "",
                        "Last lines of the log:",
                        "first",
                        "second");
    }

    @Test
    void readsThisMachineWithoutThePersonsHome(@TempDir Path folder) throws IOException {
        Path log = Files.write(folder.resolve("log"), List.of("An old version wrote " + HOME + "/x here."));
        String text = new DiagnosticsReader(log, () -> "CPU, for a test")
                .read("one screen")
                .text(PrivatePaths.ofThisPerson());
        assertThat(text)
                .contains("Java         " + System.getProperty("java.runtime.version"))
                .contains("System       " + System.getProperty("os.name"))
                .contains("Computes on  CPU, for a test")
                .contains(" usable")
                .contains(" free")
                .contains("An old version wrote ~/x here.")
                .doesNotContain(HOME + "/");
    }

    @Test
    void saysThatNothingComputesIfItsLibrariesFail(@TempDir Path folder) {
        String text = new DiagnosticsReader(folder.resolve("none"), () -> {
                    throw new IOException("no such library");
                })
                .read("")
                .text(PrivatePaths.ofThisPerson());
        assertThat(text).contains("nothing: its libraries do not load").contains("The log is empty.");
    }
}
