package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs train with one checkpoint, and one of them is killed or is not: one at a time has it, and what comes of it is what one would have made. */
@Timeout(600)
final class TwoRunsTest {
    private static final int MOST_MILLIS = 150;

    @TempDir
    Path folder;

    /** A run whose steps take a while. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Runs.Run run = new Runs.Run(Path.of(args[0]));
            run.network.onStep = step -> {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 1;
            };
            System.out.println("ready");
            System.in.read();
            try {
                TrainingResult unused = run.start();
                System.out.println("trained " + run.network.checksum());
            } catch (TrainingException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }

    private ChildJvm start(Path checkpoint) throws Exception {
        ChildJvm child = ChildJvm.of(Program.class, checkpoint).start(folder.resolve("errors"));
        assertThat(child.await("ready")).as(child.errors()).isTrue();
        return child;
    }

    private static int undisturbed() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        return run.network.checksum();
    }

    @FaultTest
    void oneAtATimeTrains(FaultSeed seed) throws Exception {
        Random random = seed.random();
        Path checkpoint = folder.resolve("run.checkpoint");
        boolean killed = seed.repetition() % 2 == 0;
        try (ChildJvm first = start(checkpoint);
                ChildJvm second = start(checkpoint)) {
            first.say("go");
            if (random.nextBoolean()) {
                Thread.sleep(random.nextInt(MOST_MILLIS));
            }
            second.say("go");
            if (killed) {
                Thread.sleep(random.nextInt(MOST_MILLIS));
                first.kill();
            }
            if (!killed) {
                assertThat(first.end()).as(first.errors()).isZero();
            }
            assertThat(second.end()).as(second.errors()).isZero();
            String trained = "trained " + undisturbed();
            List<String> told = Stream.of(first.told(), second.told())
                    .flatMap(List::stream)
                    .filter(line -> !line.equals("ready"))
                    .toList();
            System.out.println(seed + ", " + (killed ? "one killed, " : "") + told);
            assertThat(told)
                    .as(first.errors())
                    .allSatisfy(
                            line -> assertThat(line)
                                    .matches(
                                            trained
                                                    + "|refused Another run is training with the checkpoint .*run[.]checkpoint[.] .*[.]"));
            assertThat(told.contains(trained) || killed).isTrue();
        }
        Runs.Run last = new Runs.Run(checkpoint);
        last.start();
        assertThat(last.network.checksum()).isEqualTo(undisturbed());
    }
}
