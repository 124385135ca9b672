package dev.sdpoint.app.shell;

import dev.sdpoint.app.cli.SdpointCommand;
import dev.sdpoint.app.workspace.Sentence;
import org.slf4j.LoggerFactory;

/** Where the program starts. Does not extend {@code Application}, so that it starts from the class path too. */
public final class Launcher {
    private Launcher() {}

    /** Runs a command, or opens the window if there is none, with the files that are named instead of one; ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        Timing.reached("main method");
        StartOptions.take();
        Logs.start();
        int code = FilesToOpen.of(arguments)
                .map(Launcher::window)
                .orElseGet(() -> SdpointCommand.commandLine(() -> Desktop.open(FilesToOpen.NONE), new TourCommand())
                        .execute(arguments));
        // Threads of libraries must not keep the program alive.
        System.exit(code);
    }

    /** As the root command does it, without reading the annotations of all commands, which delays the window by 0.1 to 0.2 s. */
    private static int window(FilesToOpen files) {
        try {
            return Desktop.open(files);
        } catch (Exception e) {
            LoggerFactory.getLogger(Launcher.class).error("The window failed.", e);
            System.err.println(Sentence.of(e));
            return 1;
        }
    }
}
