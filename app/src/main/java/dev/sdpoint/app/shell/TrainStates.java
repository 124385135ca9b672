package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Brings the Train place into each of its states with tiny runs of the bundled images, and takes pictures of them. */
final class TrainStates {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String STATUS = "#train-status";
    private static final String START = "#train-start";
    private static final Map<String, String> TINY = Map.of(
            "#recipe-network", "wrn-10-1",
            "#recipe-epochs", "3",
            "#recipe-batch", "64",
            "#recipe-rate", "0.1",
            "#recipe-evaluation", "200",
            "#recipe-calibration", "2");

    private final TourGuide guide;
    private final Path folder;
    private final Consumer<String> log;

    TrainStates(TourGuide guide, Path folder, Consumer<String> log) {
        this.guide = guide;
        this.folder = folder;
        this.log = log;
    }

    /** Takes all pictures; the place is left with a finished run. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.TRAIN);
        refused();
        running();
        failed();
        note();
    }

    private void refused() throws TourException, InterruptedException {
        TrainStop.fill(guide, TINY);
        guide.enter("#recipe-network", "wrn-11-1");
        guide.enter("#recipe-epochs", "0");
        guide.unfold("#section-regularisation", true);
        guide.enter("#recipe-dropout", "1");
        guide.until(
                "a refused recipe", PATIENCE, () -> guide.text("#error-network").contains("6n + 4"));
        take("train-refused");
        guide.enter("#recipe-dropout", "0");
        guide.unfold("#section-regularisation", false);
    }

    private void running() throws TourException, InterruptedException {
        TrainStop.fill(guide, TINY);
        guide.enter("#recipe-epochs", "30"); // it must not end before it is looked at, however busy the machine is
        guide.press(START);
        guide.until("the second epoch", PATIENCE, () -> guide.text(STATUS).matches("(?s)epoch ([2-9]|\\d\\d) of 30.*"));
        take("train-running");
        guide.press("#train-pause");
        guide.until("a pause", PATIENCE, () -> guide.text(STATUS).contains("paused"));
        take("train-paused");
        guide.enter("#recipe-epochs", "1");
        guide.press("#train-enqueue");
        guide.enter("#recipe-network", "densenet-bc-40-12");
        guide.press("#train-enqueue");
        take("train-queue");
        guide.press("#train-stop");
        guide.until("the end of the run", PATIENCE, () -> guide.text(STATUS).contains("stopped"));
        take("train-stopped");
    }

    private void failed() throws TourException, InterruptedException {
        TrainStop.fill(guide, TINY);
        guide.enter("#recipe-rate", "10");
        guide.unfold("#section-optimiser", true);
        guide.enter("#recipe-decay", "0.9"); // takes nine times away what there is of each weight
        guide.press(START);
        guide.until("a run that fails", PATIENCE, () -> guide.text(STATUS).contains("ended by an error"));
        take("train-failed");
    }

    /** The next run of the queue ends while the person is elsewhere. */
    private void note() throws TourException, InterruptedException {
        guide.press("#queue-go-on");
        guide.until("the run of the queue", PATIENCE, () -> guide.text(STATUS).startsWith("epoch 1"));
        guide.goTo(PlaceId.BUDGET);
        guide.until("the end of the run", PATIENCE, TourCamera::seesANote);
        take("note");
    }

    private void take(String name) throws TourException, InterruptedException {
        guide.pictures(name, folder, log);
    }
}
