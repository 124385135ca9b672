package dev.sdpoint.app.cli;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.data.FullStop;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/**
 * The root command: without arguments it opens the window. Every command returns 0 for success, 1 for a failure and 2 for wrong
 * use, and says what went wrong in one sentence on standard error.
 */
@Command(
        name = "sdpoint",
        description = "SDPoint Explorer: one network, many instances, a cost for every budget. "
                + "Without a command it opens the window; with the names of files instead of one, a model (.sdp), "
                + "recorded runs (.sdprun) or a folder of images, it opens the window with them.",
        versionProvider = Version.class,
        subcommands = {
            TrainCommand.class,
            SweepCommand.class,
            ClassifyCommand.class,
            ExportCommand.class,
            StreamCommand.class,
            CostCommand.class,
            StudyCommand.class,
            ReproduceCommand.class,
            RunsCommand.class,
            DataCommand.class,
            ModelsCommand.class,
            FolderCommand.class,
            DevicesCommand.class
        },
        sortOptions = false)
public final class SdpointCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(SdpointCommand.class);

    private final Callable<Integer> window;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say how to use this command, and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Say the version, and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean version;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "After a failure, print the stack trace too.")
    private boolean verbose;

    private SdpointCommand(Callable<Integer> window) {
        this.window = window;
    }

    /**
     * The command line with all commands.
     *
     * @param window opens the window and returns the exit code when it is closed
     * @param more commands that need the window's toolkit
     */
    public static CommandLine commandLine(Callable<Integer> window, Object... more) {
        SdpointCommand root = new SdpointCommand(window);
        CommandLine line = new CommandLine(root);
        for (Object command : more) {
            line.addSubcommand(command);
        }
        line.setParameterExceptionHandler(SdpointCommand::wrongUse);
        line.setExecutionExceptionHandler(root::failed);
        line.setExecutionStrategy(SdpointCommand::run);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public Integer call() throws Exception {
        return window.call();
    }

    /** Runs the command, which speaks English whatever the window speaks; of errors too, such as a lack of memory, a person hears a sentence. */
    private static int run(ParseResult parsed) {
        Texts.speakEnglish(parsed.hasSubcommand());
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError | LinkageError e) {
            CommandLine last =
                    parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
            throw new CommandLine.ExecutionException(last, "The command failed.", new ExecutionException(e));
        }
    }

    private static int wrongUse(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        String message = String.valueOf(problem.getMessage())
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
        PrintWriter err = line.getErr();
        err.println(FullStop.after(message) + " See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private int failed(Exception problem, CommandLine line, ParseResult result) {
        LOG.error("The command {} failed.", line.getCommandName(), problem);
        PrintWriter err = line.getErr();
        err.println(Sentence.of(problem));
        if (verbose) {
            problem.printStackTrace(err);
        }
        return ExitCode.SOFTWARE;
    }
}
