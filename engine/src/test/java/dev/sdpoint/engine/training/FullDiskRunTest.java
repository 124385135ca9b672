package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.CheckpointFailed;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.event.TrainingEvent.Paused;
import dev.sdpoint.engine.event.TrainingEvent.StopHeld;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.LimitedDisk;
import dev.sdpoint.faults.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that cannot be written costs a person nothing: the run goes on, says so, and a stop waits for room. */
@Timeout(600)
final class FullDiskRunTest {
    @TempDir
    Path folder;

    private LimitedDisk disk = LimitedDisk.of(Path.of("set below"));
    private Path file = Path.of("set below");

    @BeforeEach
    void makeTheDisk() {
        disk = LimitedDisk.of(folder);
        file = disk.on(folder).resolve("run.checkpoint");
    }

    /** A run that does something after an iteration, and what it has become undisturbed. */
    private Runs.Run run(Consumer<TrainingEvent> listener) {
        Runs.Run run = new Runs.Run(file);
        run.listener = listener;
        return run;
    }

    private static int undisturbed() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        return run.network.checksum();
    }

    private static Consumer<TrainingEvent> after(long iteration, Runnable action) {
        return event -> {
            if (event instanceof IterationDone done && done.iteration() == iteration) {
                action.run();
            }
        };
    }

    private static void assertSentence(String sentence) {
        assertThat(sentence).doesNotContain("\n").doesNotContain("Exception").endsWith(".");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The iteration of the newest checkpoint, which can be read. */
    private long kept() throws TrainingException {
        return Checkpoint.read(file, Runs.NETWORK.plan()).iteration();
    }

    @FaultTest
    void goesOnWhileTheDiskIsFullFromAnyByteOn(FaultSeed seed) throws Exception {
        Random random = seed.random();
        long full = 1L + random.nextInt(9);
        long free = full + 1 + random.nextInt((int) (Runs.ITERATIONS - full));
        int room = random.nextInt(20_000);
        Runs.Run run = run(event -> {});
        run.listener = after(full, () -> disk.fullAfter(room))
                .andThen(after(free, disk::free))
                .andThen(event -> assertReadable());
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(run.network.checksum()).isEqualTo(undisturbed());
        assertThat(kept()).isEqualTo(Runs.ITERATIONS);
        boolean missed = (full <= 5 && free > 5) || (full <= 10 && free > 10);
        List<CheckpointFailed> told = run.events(CheckpointFailed.class);
        assertThat(told)
                .as("full from %d to %d, %d bytes left", full, free, room)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(missed || told.isEmpty()).isTrue();
        told.forEach(failed -> {
            assertThat(failed.message())
                    .contains("the disk is full", "Check the free space", "The run goes on and tries again");
            assertSentence(failed.message());
        });
        assertThat(run.events(TrainingEvent.Warned.class)).hasSameSizeAs(told);
        assertThat(names()).containsExactly("run.checkpoint");
    }

    private void assertReadable() {
        try {
            if (Files.exists(file)) {
                kept();
            }
        } catch (TrainingException e) {
            throw new IllegalStateException(e);
        }
    }

    @FaultTest
    void aStopWithoutRoomWaitsForRoom(FaultSeed seed) throws Exception {
        int stop = 1 + seed.random().nextInt(Runs.ITERATIONS - 1);
        boolean readOnly = seed.repetition() % 2 == 1;
        Runs.Run run = run(event -> {});
        run.listener = after(stop, () -> {
                    disk.fullAfter(500);
                    disk.protect(readOnly);
                    run.control.stop();
                })
                .andThen(event -> {
                    if (event instanceof Paused) { // a person makes room, and stops again
                        disk.free();
                        disk.protect(false);
                        run.control.stop();
                    }
                });
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(stop));
        assertThat(run.events(StopHeld.class)).hasSize(1);
        StopHeld held = run.events(StopHeld.class).get(0);
        assertThat(held.message())
                .contains(readOnly ? "the disk is write-protected" : "the disk is full")
                .contains("The run waits after " + stop + " iterations", "Make room and stop again, or resume");
        assertSentence(held.message());
        assertThat(kept()).isEqualTo(stop);
        Runs.Run second = run(event -> {});
        second.start();
        assertThat(second.network.checksum()).isEqualTo(undisturbed());
    }

    @FaultTest
    void aHeldStopCanBeResumed(FaultSeed seed) throws Exception {
        int stop = 1 + seed.random().nextInt(Runs.ITERATIONS - 1);
        Runs.Run run = run(event -> {});
        run.listener = after(stop, () -> {
                    disk.fullAfter(0);
                    run.control.stop();
                })
                .andThen(event -> {
                    if (event instanceof Paused) {
                        run.control.resume();
                    }
                });
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(run.network.checksum()).isEqualTo(undisturbed());
        assertThat(run.story()).containsSubsequence("StopHeld " + stop, "Paused " + stop, "Resumed " + stop);
    }

    @FaultTest
    void stoppedTwiceWithoutRoomItEndsAtItsLastCheckpoint(FaultSeed seed) throws Exception {
        int stop = 6 + seed.random().nextInt(4);
        Runs.Run run = run(event -> {});
        run.listener = after(stop, () -> {
                    disk.fullAfter(0);
                    run.control.stop();
                })
                .andThen(event -> {
                    if (event instanceof Paused) {
                        run.control.stop();
                    }
                });
        assertEndsAtFive(run, stop);
    }

    @FaultTest
    void aProgramThatEndsDoesNotWaitForRoom(FaultSeed seed) throws Exception {
        int stop = 6 + seed.random().nextInt(4);
        Runs.Run run = run(event -> {});
        run.listener = after(stop, () -> {
            disk.fullAfter(0);
            run.control.stopRegardless();
        });
        assertEndsAtFive(run, stop);
        assertThat(run.events(Paused.class)).isEmpty();
    }

    private void assertEndsAtFive(Runs.Run run, int stop) throws Exception {
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The run was stopped after " + stop + " iterations")
                .hasMessageContaining("the checkpoint of iteration 5 is kept")
                .hasMessageContaining("the disk is full");
        assertThat(kept()).isEqualTo(5);
        disk.free();
        Runs.Run second = run(event -> {});
        second.start();
        assertThat(second.network.checksum()).isEqualTo(undisturbed());
    }

    @FaultTest
    void aStopWithoutRoomInTheLastEvaluationWaitsToo() throws Exception {
        Runs.Run run = run(event -> {});
        run.network.onSweep = () -> {
            if (run.network.instances.size() == Runs.ITERATIONS
                    && run.events(StopHeld.class).isEmpty()) {
                disk.fullAfter(0);
                run.control.stop();
            }
        };
        run.listener = event -> {
            if (event instanceof Paused) {
                run.control.resume();
            }
        };
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(run.events(StopHeld.class)).hasSize(1);
        assertThat(run.network.checksum()).isEqualTo(undisturbed());
    }

    /** The same on a disk that is really full. */
    @FaultTest
    void goesOnWhileARealDiskIsFull(FaultSeed seed) throws Exception {
        int left = seed.random().nextInt(300_000);
        goesOnWhile(small -> small.fill(left), "the disk is full");
    }

    /** The same on a disk that really becomes write-protected. */
    @FaultTest
    void goesOnWhileARealDiskIsWriteProtected() throws Exception {
        goesOnWhile(small -> small.protect(true), "the disk is write-protected");
    }

    private void goesOnWhile(Change trouble, String reason) throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.at(folder, 4L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        try (SmallDisk small = mounted.get()) {
            file = folder.resolve("run.checkpoint");
            Runs.Run run = run(event -> {});
            run.listener = after(6, () -> change(small, trouble))
                    .andThen(after(
                            12,
                            () -> change(small, disk -> {
                                disk.protect(false);
                                disk.free();
                            })))
                    .andThen(event -> assertReadable());
            run.start();
            assertThat(run.network.checksum()).isEqualTo(undisturbed());
            assertThat(kept()).isEqualTo(Runs.ITERATIONS);
            run.events(CheckpointFailed.class)
                    .forEach(failed -> assertThat(failed.message()).contains(reason));
            assertThat(small.names()).containsExactly("run.checkpoint");
        }
    }

    private interface Change {
        void make(SmallDisk disk) throws IOException, InterruptedException;
    }

    private static void change(SmallDisk disk, Change change) {
        try {
            change.make(disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
