package dev.sdpoint.app.analysis;

import dev.sdpoint.app.concurrent.TimeLeft;
import dev.sdpoint.app.study.Effort;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How fast networks compute here, as far as that is known: from the studies of this session, else from the model's own times. */
final class StudyPace {
    private static final Texts TEXTS = Texts.of(StudyPace.class);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Double> nanosPerFlop = new HashMap<>();

    /** A study of a network took so long. */
    void measured(String network, Effort effort, long nanos) {
        if (effort.flops() > 0 && nanos > 0) {
            nanosPerFlop.put(network, nanos / effort.flops());
        }
    }

    /**
     * What an effort takes, in words; empty if nothing is known.
     *
     * @param sweep with the model's measured times, if there are any
     */
    Optional<String> words(String network, Effort effort, Optional<Sweep> sweep) {
        if (effort.passes() == 0) {
            return Optional.empty();
        }
        Double here = nanosPerFlop.get(network);
        if (here != null) {
            return Optional.of(TEXTS.get("effort.time.study", span(here * effort.flops())));
        }
        return sweep.flatMap(StudyPace::ofModel)
                .map(pace -> TEXTS.get("effort.time.model", span(pace * effort.flops())));
    }

    private static Optional<Double> ofModel(Sweep sweep) {
        return sweep.scores().stream()
                .filter(score -> score.instance().equals(Instance.FULL) && Double.isFinite(score.millisPerImage()))
                .findFirst()
                .map(score -> score.millisPerImage() * NANOS_PER_MILLI / score.flops());
    }

    private static String span(double nanos) {
        return TimeLeft.span(Duration.ofNanos((long) nanos));
    }
}
