package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The heap is full in the midst of a batch: the run ends with a sentence, and goes on from its checkpoint later. */
@Timeout(600)
final class OutOfHeapTest {
    @TempDir
    Path folder;

    /** A run with 64 MB of heap, whose step takes more and more of it. */
    static final class Hungry {
        private Hungry() {}

        public static void main(String[] args) throws Exception {
            int when = Integer.parseInt(args[1]);
            Runs.Run run = new Runs.Run(Path.of(args[0]));
            run.network.onStep = step -> {
                if (step == when) {
                    List<byte[]> taken = new ArrayList<>();
                    while (taken.size() < 1000) {
                        taken.add(new byte[1 << 20]);
                    }
                }
                return 1;
            };
            try {
                TrainingResult unused = run.start();
                System.out.println("it ended well");
            } catch (TrainingException e) {
                System.out.println(e.getMessage());
                System.out.println(run.events.get(run.events.size() - 1) instanceof TrainingEvent.Failed);
            }
        }
    }

    @FaultTest
    void endsWithASentenceAndItsCheckpoint(FaultSeed seed) throws Exception {
        Path file = folder.resolve("run.checkpoint");
        int when = 6 + seed.random().nextInt(4);
        try (ChildJvm child = ChildJvm.of(Hungry.class, file, when).heap("64m").start(folder.resolve("errors"))) {
            assertThat(child.end()).as(child.errors()).isZero();
            assertThat(child.told())
                    .containsExactly(
                            "The memory does not suffice after " + when + " iterations for wrn-10-1 with batches of 4"
                                    + " images; the checkpoint of iteration 5 is kept. Choose a smaller batch or network, or"
                                    + " close other programs.",
                            "true");
        }
        Runs.Run undisturbed = new Runs.Run();
        undisturbed.start();
        Runs.Run second = new Runs.Run(file);
        second.start();
        assertThat(second.story()).startsWith("Started 5");
        assertThat(second.network.checksum()).isEqualTo(undisturbed.network.checksum());
    }
}
