package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartOptionsTest {
    @Test
    void takesPropertiesAndLeavesWhatIsThere() {
        Properties properties = new Properties();
        properties.setProperty("sdpoint.device", "given to Java");

        StartOptions.take(
                " -Xmx6g -Dsdpoint.device=cpu\t-Dsdpoint.home=a=b -Dsdpoint.timing  -Dtwice=1 -Dtwice=2 -D word",
                properties);

        assertThat(properties)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sdpoint.device", "given to Java", "sdpoint.home", "a=b", "sdpoint.timing", "", "twice", "2"));
    }

    /** As the launcher of an installed program starts it, which knows nothing of the variable. */
    @Test
    void aProgramThatIsStartedWithoutTheScriptHeedsThem(@TempDir Path home) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--version");
        program.environment().put("SDPOINT_OPTS", "-Xmx1g -Dsdpoint.home=" + home.resolve("elsewhere"));
        Process process = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(home.resolve("elsewhere").resolve("log")).isDirectory();
    }
}
