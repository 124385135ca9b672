package dev.sdpoint.engine.store;

import dev.sdpoint.engine.training.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as a list shows it, read without touching its steps or evaluations.
 *
 * @param checkpoint where it writes its checkpoint; the file may be gone. Empty if another run has begun at the same place since
 * @param deletedAt when a person deleted it, until it is purged
 */
public record RunSummary(
        RunId id,
        Label label,
        Origin origin,
        Progress progress,
        Result result,
        Optional<Path> checkpoint,
        Optional<Instant> deletedAt) {
    /**
     * What a person calls it.
     *
     * @param tags in alphabetical order
     */
    public record Label(String name, List<String> tags, String note) {
        public Label {
            tags = List.copyOf(tags);
        }
    }

    /**
     * What is trained on what; {@link RunStore#recipe} has every setting as a value.
     *
     * @param network its name, such as {@code wrn-16-2}
     * @param recipeText every setting, a line {@code name: value} each
     */
    public record Origin(
            String network, Method method, int epochs, String dataTitle, String dataFingerprint, String recipeText) {}

    /**
     * How far it has come.
     *
     * @param iteration iterations done and recorded
     * @param iterations of the whole run; 0 before it began
     * @param duration by the clock on the wall, all sessions together, pauses and interruptions left out
     * @param changedAt when the record was last written
     */
    public record Progress(
            RecordedState state,
            long iteration,
            long iterations,
            Duration duration,
            Instant startedAt,
            Instant changedAt) {}

    /**
     * What came out so far.
     *
     * @param bestError smallest top-1 error of any instance, 0 … 1, among the evaluations on the most images: few images
     *     flatter
     * @param curve non-dominated instances of the newest evaluation, from the cheapest to the dearest
     */
    public record Result(Optional<Double> bestError, List<CurvePoint> curve) {
        public Result {
            curve = List.copyOf(curve);
        }
    }
}
