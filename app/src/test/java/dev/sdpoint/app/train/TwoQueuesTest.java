package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Two windows at once: neither takes the other's waiting runs, and what one leaves the next one finds. */
final class TwoQueuesTest {
    @TempDir
    Path folder;

    /** Another window, which lets a run wait. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws Exception {
            QueueFile file = new RunFiles(Path.of(args[0])).queue();
            System.out.println("found " + file.read().size());
            file.write(file.next(), List.of(run(Long.parseLong(args[1]))));
            System.out.println("kept");
            System.in.read(); // until it is killed
        }
    }

    private static QueuedRun run(long seed) {
        DataSet data = SyntheticModel.data();
        return QueuedRun.of(
                Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 1, seed), data, Optional.empty());
    }

    private static List<Long> seeds(List<QueuedRun> runs) {
        return runs.stream().map(run -> run.recipe().seed()).toList();
    }

    @FaultTest
    void neitherTakesTheOthersRuns() throws Exception {
        try (ChildJvm first = ChildJvm.of(Other.class, folder, 1).start(folder.resolve("errors"))) {
            assertThat(first.await("kept")).as(first.errors()).isTrue();
            try (ChildJvm second = ChildJvm.of(Other.class, folder, 2).start(folder.resolve("errors"))) {
                assertThat(second.await("kept")).as(second.errors()).isTrue();
                assertThat(second.told()).startsWith("found 0");
                second.kill();
            }
            first.kill();
        }
        assertThat(seeds(new RunFiles(folder).queue().read())).containsExactly(1L, 2L);
        assertThat(seeds(new RunFiles(folder).queue().read()))
                .as("taken over once")
                .containsExactly(1L, 2L);
    }
}
