package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.time.Duration;
import java.util.Map;

/** Trains a tiny network for two epochs, which are two evaluations. */
final class TrainStop implements TourStop {
    private static final Duration TRAINING = Duration.ofMinutes(10);
    private static final String EVALUATION = "#section-evaluation";
    private static final Map<String, String> TINY = Map.of(
            "#recipe-network", "wrn-10-1",
            "#recipe-epochs", "2",
            "#recipe-batch", "64",
            "#recipe-evaluation", "200",
            "#recipe-calibration", "2");

    @Override
    public PlaceId place() {
        return PlaceId.TRAIN;
    }

    @Override
    public void walk(TourGuide guide) throws TourException, InterruptedException {
        guide.node("#train-start");
        fill(guide, TINY);
        guide.press("#train-start");
        guide.until("the run to begin", TRAINING, () -> !guide.shows("#train-start"));
        guide.until("two evaluations of a tiny run", TRAINING, () -> guide.shows("#train-start"));
        guide.until("the trained model", TRAINING, () -> guide.shows("#train-save"));
    }

    /** Enters texts into fields of the recipe, and leaves its sections closed. */
    static void fill(TourGuide guide, Map<String, String> fields) throws TourException, InterruptedException {
        guide.unfold(EVALUATION, true);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            guide.enter(field.getKey(), field.getValue());
        }
        guide.unfold(EVALUATION, false);
    }
}
