package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.cli.SdpointCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TourCommandTest {
    private final StringWriter err = new StringWriter();

    @Test
    void needsAFolder() {
        assertThat(tour()).isEqualTo(2);
        assertThat(err.toString()).contains("--out=DIR").contains("See 'sdpoint tour --help'.");
    }

    @Test
    void refusesSizesThatNoPlaceFits() {
        assertThat(tour("--out", "target/tour", "--size", "800x600")).isEqualTo(2);
        assertThat(err.toString()).contains("'800x600' is below 1024x700");
        assertThat(tour("--out", "target/tour", "--size", "large")).isEqualTo(2);
        assertThat(err.toString()).contains("'large' is not of the form 1440x900");
    }

    @Test
    void refusesScalesThatNoScreenHas() {
        assertThat(tour("--out", "target/tour", "--scale", "99")).isEqualTo(2);
        assertThat(err.toString()).contains("99 is not between 100 and 300 per cent");
    }

    private int tour(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "tour";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return SdpointCommand.commandLine(() -> 0, new TourCommand())
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
