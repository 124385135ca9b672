package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.DiskTrouble;
import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.network.NetworkPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a run, and the one before it for as long as it is not sure that the newer one is sound: an update can
 * ruin the weights without the loss before it telling. A file is never rewritten, only replaced by a whole one.
 */
final class Checkpoints implements AutoCloseable {
    /** Time to the next try after one that could not be written. */
    static final Duration RETRY = Duration.ofSeconds(20);

    private final Optional<Path> file;
    private final NetworkPlan plan;
    private final long intervalNanos;
    private final LongSupplier clock;
    private long writtenNanos;
    private boolean failed;
    private OptionalLong newest = OptionalLong.empty();
    private boolean previousKept;
    private @Nullable RunClaim claim;

    /** @param interval time between checkpoints */
    Checkpoints(Optional<Path> file, NetworkPlan plan, Duration interval) {
        this(file, plan, interval, System::nanoTime);
    }

    /** @param clock nanoseconds since any moment */
    Checkpoints(Optional<Path> file, NetworkPlan plan, Duration interval, LongSupplier clock) {
        this.file = file;
        this.plan = plan;
        this.intervalNanos = interval.toNanos();
        this.clock = clock;
        writtenNanos = clock.getAsLong();
    }

    /**
     * What there is to go on from. Tidies up after a process that was killed. Until {@link #close}, no other run may open the
     * same file.
     */
    Optional<Checkpoint> open() throws TrainingException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        claim = RunClaim.of(file.get());
        SealedZip.removeLeftovers(file.get());
        if (!Files.exists(file.get())) {
            delete(previous());
            return Optional.empty();
        }
        Checkpoint found = Checkpoint.read(file.get(), plan);
        newest = OptionalLong.of(found.iteration());
        previousKept = Files.exists(previous());
        return Optional.of(found);
    }

    /** Whether there is a file to write. */
    boolean wanted() {
        return file.isPresent();
    }

    /** The file, for messages. */
    String name() {
        return file.map(Path::toString).orElse("(none)");
    }

    /** Whether the next one is due by the clock. */
    boolean due() {
        long interval = failed ? Math.min(intervalNanos, RETRY.toNanos()) : intervalNanos;
        return clock.getAsLong() - writtenNanos > interval;
    }

    /**
     * Writes the newest.
     *
     * @param calm whether the losses up to here speak for the one before it
     * @return the file, if there is one to write
     * @throws TrainingException if it cannot be written; the newest is what it was
     */
    Optional<Path> write(Checkpoint checkpoint, boolean calm) throws TrainingException {
        failed = true;
        try {
            if (file.isPresent()) {
                if (calm && newest.isPresent() && newest.getAsLong() < checkpoint.iteration()) {
                    keepPrevious(file.get());
                }
                checkpoint.write(file.get());
                newest = OptionalLong.of(checkpoint.iteration());
            }
            failed = false;
            return file;
        } finally {
            writtenNanos = clock.getAsLong();
        }
    }

    /** Lets the previous one go once enough calm iterations have followed the newest. */
    void reached(long iteration, boolean calm) {
        if (previousKept && calm && newest.isPresent() && iteration - newest.getAsLong() >= LossWatch.PROOF) {
            forgetPrevious();
        }
    }

    /** The previous one is of no more use: the run has done all its iterations. */
    void forgetPrevious() {
        if (previousKept) {
            delete(previous());
            previousKept = false;
        }
    }

    /** The run has diverged: puts the previous one in the place of the newest, if the newest is not proven. */
    void fallBack() {
        if (!previousKept || file.isEmpty()) {
            return;
        }
        try {
            Checkpoint sound = Checkpoint.read(previous(), plan);
            Files.move(previous(), file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            newest = OptionalLong.of(sound.iteration());
            previousKept = false;
        } catch (TrainingException | IOException e) {
            // the newest stays: it is whole, if perhaps no longer good
        }
    }

    /** What there is to go on from, as the end of a sentence. */
    String kept() {
        if (newest.isPresent()) {
            return "the checkpoint of iteration " + newest.getAsLong() + " is kept";
        }
        return "there is no checkpoint to go on from";
    }

    /** A second name for the same file where the file system has such, else a whole copy. */
    private void keepPrevious(Path newestFile) throws TrainingException {
        try {
            if (!linked(newestFile)) {
                WholeFile.<IOException>write(previous(), out -> {
                    long unused = Files.copy(newestFile, out);
                });
            }
            previousKept = true;
        } catch (IOException e) {
            throw new TrainingException(
                    "Could not keep the checkpoint before the newest as " + previous() + " (" + DiskTrouble.words(e)
                            + "). Check the free space and that the folder can be written; " + kept() + ".",
                    e);
        }
    }

    private boolean linked(Path newestFile) throws IOException {
        Files.deleteIfExists(previous());
        try {
            Files.createLink(previous(), newestFile);
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
    }

    private Path previous() {
        Path newestFile = file.orElseThrow();
        return newestFile.resolveSibling(newestFile.getFileName() + ".previous");
    }

    @Override
    public void close() {
        if (claim != null) {
            claim.close();
        }
    }

    private static void delete(Path leftover) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            // costs space, and is tried again at the next write
        }
    }
}
