package dev.sdpoint.engine.inference;

/**
 * What was measured of one frame of a stream.
 *
 * @param latencyMillis time of the forward pass, above 0
 * @param frameMillis time of all that was done for the frame, waiting for it excepted; at least the latency
 * @param busyShare how busy all processors were, with everything that runs on them, 0 … 1; NaN if there is no new measurement since the
 *     last one or since the instance changed
 * @param ownShare the part of it that the forward passes took, 0 … 1; NaN as above
 */
public record FrameReading(double latencyMillis, double frameMillis, double busyShare, double ownShare) {
    /** @throws IllegalArgumentException if a time is not above 0 and finite, or a share is outside 0 … 1 */
    public FrameReading {
        if (!(latencyMillis > 0 && Double.isFinite(frameMillis) && frameMillis >= latencyMillis)) {
            throw new IllegalArgumentException("a frame of " + frameMillis + " ms cannot have a forward pass of "
                    + latencyMillis + " ms; it must be above 0 and within the frame");
        }
        if (busyShare < 0 || busyShare > 1 || ownShare < 0 || ownShare > 1) {
            throw new IllegalArgumentException(
                    "shares of the processors are within 0 and 1, not " + busyShare + " and " + ownShare);
        }
    }

    /** A frame of which only times were measured. */
    public static FrameReading ofTimes(double latencyMillis, double frameMillis) {
        return new FrameReading(latencyMillis, frameMillis, Double.NaN, Double.NaN);
    }
}
