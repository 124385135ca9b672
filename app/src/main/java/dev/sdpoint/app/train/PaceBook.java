package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.training.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of this machine's pace.
 *
 * @param paces the newest first, one a kind
 */
record PaceBook(List<MeasuredPace> paces) {
    private static final Texts TEXTS = Texts.of(PaceBook.class);
    static final PaceBook EMPTY = new PaceBook(List.of());
    /** Kinds that are remembered. */
    private static final int MOST = 60;

    PaceBook {
        paces = List.copyOf(paces);
    }

    /** With a newer measurement in the place of one of the same kind. */
    PaceBook with(MeasuredPace pace) {
        List<MeasuredPace> all = new ArrayList<>(paces);
        all.removeIf(old -> old.kind().equals(pace.kind()));
        all.add(0, pace);
        return new PaceBook(all.subList(0, Math.min(MOST, all.size())));
    }

    /**
     * How long a recipe would train, evaluations left out: at the pace of its own kind, else judged from the operations of the kind
     * nearest in cost, of the same family where there is one. Empty if nothing was measured.
     */
    Optional<Estimate> estimate(Recipe recipe, RecipeFacts facts, int images) {
        int batch = recipe.optimization().batchSize();
        long wholeBatches = images / batch;
        double all = (double) wholeBatches * batch * recipe.optimization().epochs();
        String kind = MeasuredPace.kind(recipe);
        Optional<MeasuredPace> same =
                paces.stream().filter(pace -> pace.kind().equals(kind)).findFirst();
        if (same.isPresent()) {
            double pace = same.get().imagesPerSecond();
            return Optional.of(new Estimate(
                    duration(all / pace), TEXTS.get("pace.measured", String.format(Locale.ROOT, "%,.0f", pace)), true));
        }
        return paces.stream()
                .min(Comparator.comparing((MeasuredPace pace) -> !family(pace.network())
                                .equals(family(recipe.network().name())))
                        .thenComparingDouble(pace -> Math.abs(Math.log(pace.flopsPerImage() / facts.expectedFlops()))))
                .map(near -> new Estimate(
                        duration(all / near.imagesPerSecond() * facts.expectedFlops() / near.flopsPerImage()),
                        TEXTS.get(
                                "pace.judged",
                                near.network(),
                                String.format(
                                        Locale.ROOT,
                                        "%.1f GFLOP/s",
                                        near.imagesPerSecond() * near.flopsPerImage() / 1e9)),
                        false));
    }

    private static String family(String network) {
        int dash = network.indexOf('-');
        return dash < 0 ? network : network.substring(0, dash);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.min(1000 * seconds, Long.MAX_VALUE / 2.0));
    }

    /**
     * @param time of training
     * @param how it is known, to go behind the time
     * @param measured whether a run of the same kind was measured
     */
    record Estimate(Duration time, String how, boolean measured) {}
}
