package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.CalibrationQuestion;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sdpoint study calibration}: are instances as often right as they are sure? */
@Command(
        name = "calibration",
        description =
                "Expected calibration error of every instance over bins of equal width, with the bins themselves.")
final class CalibrationCommand extends Study {
    @Option(names = "--bins", description = "List the bins of every instance instead of one row an instance.")
    private boolean bins;

    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        return new CalibrationQuestion(bins).answer(opened);
    }
}
