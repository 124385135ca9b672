package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOME = "sdpoint.home";

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
        Files.createDirectories(out);
        // A home of its own, so that the runs of the tour do not mix with the person's.
        Path home = Files.createTempDirectory("sdpoint-tour");
        String before = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
        try {
            return walk(width, height);
        } finally {
            System.setProperty(HOME, before);
            delete(home);
        }
    }

    private int walk(int width, int height) throws Exception {
        FxTaskRunner tasks = new FxTaskRunner();
        BundledContent bundled = BundledContent.prefetched();
        Headless.prepare(width, height);
        PrintWriter log = spec.commandLine().getOut();
        try {
            Desktop.startToolkit(() -> {});
        } catch (RuntimeException | LinkageError e) {
            throw new TourException(
                    "JavaFX does not start without a display here. It needs freetype, fontconfig with a font, and"
                            + " pango.",
                    e);
        }
        TourGuide guide = TourGuide.open(tasks, bundled, width, height);
        try {
            guide.untilFilled();
            for (TourStop stop : List.of(new BudgetStop(), new GalleryStop(), new TrainStop())) {
                if (guide.hasPlace(stop.place())) {
                    guide.goTo(stop.place());
                    stop.walk(guide);
                    guide.pictures(stop.place(), out, log::println);
                }
            }
        } finally {
            guide.finish();
        }
        BackgroundJob.awaitAll(PATIENCE);
        tasks.close();
        Platform.exit();
        return 0;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
