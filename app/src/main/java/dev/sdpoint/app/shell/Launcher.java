package dev.sdpoint.app.shell;

import dev.sdpoint.app.cli.SdpointCommand;

/** Where the program starts. Does not extend {@code Application}, so that it starts from the class path too. */
public final class Launcher {
    private Launcher() {}

    /** Runs a command, or opens the window if there is none; ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        Logs.start();
        Timing.reached("main method");
        int code = SdpointCommand.commandLine(Desktop::open, new TourCommand()).execute(arguments);
        // Threads of libraries must not keep the program alive.
        System.exit(code);
    }
}
