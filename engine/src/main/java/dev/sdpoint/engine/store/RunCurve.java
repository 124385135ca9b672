package dev.sdpoint.engine.store;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The small cost–error curve that the list of runs keeps: pairs of floats, relative cost and error. */
final class RunCurve {
    private RunCurve() {}

    /** Non-dominated instances of an evaluation; nothing if there is none. */
    static byte[] of(Optional<RecordedEvaluation> evaluation) {
        List<InstanceScore> curve =
                evaluation.map(known -> known.told().sweep().curve()).orElse(List.of());
        ByteBuffer bytes = ByteBuffer.allocate(2 * Float.BYTES * curve.size());
        curve.forEach(score -> bytes.putFloat((float) score.relativeCost()).putFloat((float) score.top1Error()));
        return bytes.array();
    }

    /** What {@link #of} made. */
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
