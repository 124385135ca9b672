package dev.sdpoint.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sdpoint study}: what one can ask of trained models. */
@Command(
        name = "study",
        description = "Ask trained models a question and answer it as a table and a figure.",
        subcommands = {
            ScaleSensitivityCommand.class,
            MinimumCostCommand.class,
            AblationCommand.class,
            StatisticsCommand.class,
            CascadeCommand.class,
            CalibrationCommand.class,
            ClassRankingCommand.class
        })
public final class StudyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a study: " + String.join(", ", spec.subcommands().keySet()));
    }
}
