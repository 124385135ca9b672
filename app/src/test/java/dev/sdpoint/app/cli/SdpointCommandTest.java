package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SdpointCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int windows;

    @Test
    void opensTheWindowWithoutArguments() {
        assertThat(run()).isZero();
        assertThat(windows).isEqualTo(1);
    }

    @Test
    void returnsTheWindowsCode() {
        CommandLine line = quiet(SdpointCommand.commandLine(() -> 1));
        assertThat(line.execute()).isEqualTo(1);
    }

    @Test
    void wrongUseIsTwoAndOneSentence() {
        assertThat(run("bogus")).isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .contains("'bogus'")
                .endsWith("See 'sdpoint --help'.");
        assertThat(windows).isZero();
    }

    @Test
    void anUnknownOptionOfACommandPointsToItsHelp() {
        assertThat(run("fail", "--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense").contains("See 'sdpoint fail --help'.");
    }

    @Test
    void aFailureIsOneAndOneSentence() {
        assertThat(run("fail")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("Reading or writing failed: the disk is full.");
    }

    @Test
    void aLackOfMemoryIsOneAndOneSentence() {
        assertThat(run("full")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("The memory is full. Close other programs, or choose fewer images or a smaller network.");
    }

    @Test
    void verboseAddsTheTrace() {
        assertThat(run("fail", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("the disk is full.").contains("at dev.sdpoint.app.cli.SdpointCommandTest");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("train", "sweep", "classify", "cost", "fail");
        assertThat(run("fail", "--help")).isZero();
    }

    @Test
    void versionNamesProgramAndJava() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("SDPoint Explorer")
                .contains("Java " + Runtime.version().feature());
    }

    private int run(String... arguments) {
        Callable<Integer> window = () -> {
            windows++;
            return 0;
        };
        return quiet(SdpointCommand.commandLine(window, new Fail(), new Full())).execute(arguments);
    }

    private CommandLine quiet(CommandLine line) {
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    @Command(name = "fail", description = "Always fails.")
    static final class Fail implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            throw new IOException("the disk is full");
        }
    }

    @Command(name = "full", description = "Finds the memory full.")
    static final class Full implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }
}
