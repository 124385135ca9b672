package dev.sdpoint.engine.store;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the list of runs keeps of a run's evaluations. */
final class RunScores {
    private RunScores() {}

    /** Smallest top-1 error among the evaluations on the most images. */
    static Optional<Double> best(List<RecordedEvaluation> evaluations) {
        int most = evaluations.stream()
                .mapToInt(evaluation -> evaluation.told().sweep().images())
                .max()
                .orElse(0);
        return evaluations.stream()
                .map(evaluation -> evaluation.told().sweep())
                .filter(sweep -> sweep.images() == most)
                .flatMap(sweep -> sweep.scores().stream())
                .map(InstanceScore::top1Error)
                .filter(Double::isFinite)
                .min(Double::compare);
    }

    /** The curve of the newest. */
    static byte[] curve(List<RecordedEvaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return new byte[0];
        }
        Sweep newest = evaluations.get(evaluations.size() - 1).told().sweep();
        List<InstanceScore> front = newest.curve();
        ByteBuffer bytes = ByteBuffer.allocate(2 * Float.BYTES * front.size());
        front.forEach(score -> bytes.putFloat((float) score.relativeCost()).putFloat((float) score.top1Error()));
        return bytes.array();
    }

    /** What {@link #curve} made. */
    static List<CurvePoint> points(byte @Nullable [] curve) {
        List<CurvePoint> points = new ArrayList<>();
        if (curve != null) {
            ByteBuffer bytes = ByteBuffer.wrap(curve);
            while (bytes.remaining() >= 2 * Float.BYTES) {
                points.add(new CurvePoint(bytes.getFloat(), bytes.getFloat()));
            }
        }
        return points;
    }
}
