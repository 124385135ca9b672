package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.StatisticsQuestion;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import picocli.CommandLine.Command;

/** {@code sdpoint study statistics}: what are statistics of its own worth to an instance? */
@Command(
        name = "statistics",
        description =
                "Evaluate the same weights with instance-specific batch-norm statistics, with the uniform running averages "
                        + "of training, and with those of the full network.")
final class StatisticsCommand extends Study {
    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        return new StatisticsQuestion().answer(opened);
    }
}
