package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.CascadeQuestion;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import picocli.CommandLine.Command;

/** {@code sdpoint study cascade}: is it worth asking a cheap instance first? */
@Command(
        name = "cascade",
        description =
                "Fixed instance, confidence cascade and oracle on one axis. Instances and thresholds are chosen on one "
                        + "half of the images and reported on the other.")
final class CascadeCommand extends Study {
    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        return new CascadeQuestion().answer(opened);
    }
}
