package dev.sdpoint.app.shell;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Walks through the places without a display. */
@Command(
        name = "tour",
        description = "Without a display, walk through every place of the real program and write pictures of it.")
final class TourCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
