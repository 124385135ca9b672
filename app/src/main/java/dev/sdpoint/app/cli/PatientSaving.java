package dev.sdpoint.app.cli;

import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes the model of a finished run. If it cannot be written, the command ends where the run's last checkpoint is on the disk, for the model can
 * be made from it in moments; where it is not, the command waits for room, for ending would lose what was learned.
 */
final class PatientSaving {
    private static final long PAUSE_SECONDS = 5;

    private final PrintWriter err;
    private final boolean canBeResumed;

    /** @param canBeResumed whether the checkpoint of the last iteration is on the disk */
    PatientSaving(PrintWriter err, boolean canBeResumed) {
        this.err = err;
        this.canBeResumed = canBeResumed;
    }

    /**
     * Writes it.
     *
     * @throws ModelFileException if it cannot be written, and the checkpoint is there
     */
    void write(Path file, SdpModel model) throws ModelFileException, InterruptedException {
        Optional<String> told = Optional.empty();
        while (true) {
            try {
                ModelFiles.write(file, model);
                return;
            } catch (ModelFileException e) {
                String why = String.valueOf(e.getMessage());
                if (canBeResumed) {
                    throw new ModelFileException(
                            why
                                    + " The trained state is kept in the checkpoint: the same command with --resume writes the"
                                    + " model in moments.",
                            e);
                }
                if (!told.equals(Optional.of(why))) {
                    told = Optional.of(why);
                    err.println(why + " The training is not lost: this command waits, and tries again every "
                            + PAUSE_SECONDS + " seconds; Ctrl+C gives the model up.");
                    err.flush();
                }
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
    }
}
