package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A study as a command: opens what its options name, asks, and delivers the answer. */
abstract class Study implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StudyOptions options = new StudyOptions();

    /** Asks the question of all models. */
    abstract StudyResult answer(StudyCase opened) throws Exception;

    /** The command, for refusals of what was typed. */
    final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() throws Exception {
        options.deliver(spec, answer(options.open(spec)));
        return 0;
    }
}
