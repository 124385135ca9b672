package dev.sdpoint.app.shell;

import dev.sdpoint.app.cli.ModelChoice;
import dev.sdpoint.app.workspace.PlaceId;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Walks through the places of the real program on a screen that is only in memory. Leaves the person's settings and runs
 * alone.
 */
@Command(
        name = "tour",
        description =
                "Without a display, walk through every place of the real program, with the sample model and images, "
                        + "and write pictures of each in light and dark.")
final class TourCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures PLACE-light.png and PLACE-dark.png; made if it is not there.")
    private Path out = Path.of(".");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1440x900",
            description = "Size of the window in pixels, at least 1024x700. Default: ${DEFAULT-VALUE}.")
    private String size = "1440x900";

    @Option(
            names = "--scale",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "Pixels for a hundred points, as on a dense screen, 100 to 300. Default: ${DEFAULT-VALUE}.")
    private int scale = 100;

    @Option(
            names = "--states",
            description = "Also show all places in each of their states, all of them real: empty, refused, running,"
                    + " paused, with a queue, failed, finished; all runs; every question before and after it is"
                    + " asked; the user guide. Takes some minutes more.")
    private boolean states;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model to show instead of the sample: " + ModelChoice.DESCRIPTION)
    private @Nullable String model;

    @Override
    public Integer call() throws Exception {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw wrong("Size '" + size + "' is not of the form 1440x900.");
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (width < WindowMemory.MIN_WIDTH || height < WindowMemory.MIN_HEIGHT) {
            throw wrong("Size '" + size + "' is below 1024x700, the smallest window.");
        }
        if (scale < 100 || scale > 300) {
            throw wrong("Scale " + scale + " is not between 100 and 300 per cent.");
        }
        // Now, for the tour has a home without a library.
        Optional<Path> file =
                model == null ? Optional.empty() : ModelChoice.of(model).file();
        Files.createDirectories(out);
        PrintWriter log = spec.commandLine().getOut();
        MemoryScreen.show(new TourFormat(width, height, scale / 100.0), guide -> {
            if (file.isPresent()) {
                guide.openModel(file.get());
            }
            if (states) {
                guide.goTo(PlaceId.TRAIN);
                guide.node("#train-start");
                guide.pictures("train-empty", out, log::println);
            }
            for (TourStop stop : List.of(
                    new BudgetStop(), new GalleryStop(), new TrainStop(), new AnalysisStop(), new LibraryStop())) {
                if (guide.hasPlace(stop.place())) {
                    guide.goTo(stop.place());
                    stop.walk(guide);
                    guide.pictures(stop.place(), out, log::println);
                }
            }
            if (states) {
                new HintStates(guide, out, log::println).walk();
                new GuideStates(guide, out, log::println).walk();
                new DetailStates(guide, out, log::println).walk();
                new GalleryStates(guide, out, log::println).walk();
                new BudgetStates(guide, out, log::println).walk();
                new PictureStates(guide, out, log::println).walk();
                new ModelsStates(guide, out, log::println).walk();
                new AnalysisStates(guide, out, log::println).walk();
                new RunsStates(guide, out, log::println).walk();
                new TrainStates(guide, out, log::println).walk();
            }
        });
        return 0;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
