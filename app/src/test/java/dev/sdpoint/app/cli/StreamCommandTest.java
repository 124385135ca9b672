package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.model.ModelFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream as a script would call it, on a made-up model with random weights. */
final class StreamCommandTest {
    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void make() throws Exception {
        model = folder.resolve("made-up.sdp");
        ModelFiles.write(model, SyntheticModel.of(SyntheticModel.data()));
    }

    private static Answer stream(String... more) {
        String[] start = {"stream", "--model", model.toString(), "--data", "bundled"};
        String[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return Answer.to(all);
    }

    @Test
    void csvHasEveryFrame() {
        Answer answer = stream("--target", "600000ms", "--frames", "30", "--stress", "0.2", "--format", "csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.rows()).hasSize(31);
        assertThat(answer.rows().get(0))
                .startsWith("frame,at_millis,point,ratio,")
                .endsWith(",recent_accuracy");
        for (int i = 0; i < 30; i++) {
            String[] cells = answer.rows().get(1 + i).split(",", -1);
            assertThat(cells).hasSize(14);
            assertThat(cells[0]).isEqualTo(String.valueOf(i));
            assertThat(Double.parseDouble(cells[5])).isPositive();
            assertThat(Double.parseDouble(cells[6])).isGreaterThanOrEqualTo(Double.parseDouble(cells[5]));
            assertThat(cells[9]).isEqualTo(i >= 10 && i < 20 ? "0.2" : "0");
            assertThat(cells[10]).isEqualTo("true");
        }
        // With ten minutes for an image it begins with the fastest and ends with the best, the full network.
        assertThat(Double.parseDouble(answer.rows().get(1).split(",", -1)[4])).isLessThanOrEqualTo(1);
        assertThat(answer.rows().get(30).split(",", -1)[4]).isEqualTo("1");
    }

    @Test
    void targetThatCannotBeKeptStaysAtTheCheapest() {
        Answer auto = stream("--target", "0.001ms", "--frames", "20", "--format", "csv");
        Answer cheap = stream("--target", "0.001ms", "--frames", "20", "--format", "csv", "--strategy", "cheapest");
        assertThat(auto.exit()).as(auto.err()).isZero();
        for (int i = 1; i <= 20; i++) {
            String[] cells = auto.rows().get(i).split(",", -1);
            assertThat(cells[10]).isEqualTo("false");
            assertThat(cells[4]).isEqualTo(auto.rows().get(1).split(",", -1)[4]);
            String[] same = cheap.rows().get(i).split(",", -1);
            assertThat(cells[11]).as("same seed, same images").isEqualTo(same[11]);
            if (cells[4].equals(same[4])) { // two surveys need not agree on which is the fastest
                assertThat(cells[12]).as("same instance, same answers").isEqualTo(same[12]);
            }
        }
    }

    @Test
    void tableEndsWithTheSum() {
        for (String strategy : List.of("auto", "full", "random")) {
            Answer answer = stream("--target", "50%free", "--rate", "100", "--frames", "40", "--strategy", strategy);
            assertThat(answer.exit()).as(answer.err()).isZero();
            assertThat(answer.rows().get(0)).startsWith("target 50%free");
            assertThat(answer.rows().get(answer.rows().size() - 1))
                    .startsWith("40 frames: ")
                    .contains("within the target");
        }
    }

    @Test
    void wrongUseIsOneSentence() {
        for (String[] wrong : List.of(
                new String[] {"--target", "fast"},
                new String[] {"--target", "20ms", "--frames", "0"},
                new String[] {"--target", "20ms", "--stress", "1.5"},
                new String[] {"--target", "20ms", "--rate", "-1"},
                new String[] {"--target", "20%free", "--rate", "0"},
                new String[] {"--target", "20ms", "--strategy", "best"})) {
            Answer answer = stream(wrong);
            assertThat(answer.exit()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(answer.err().strip().lines().count()).as(answer.err()).isEqualTo(1);
        }
    }
}
