package dev.sdpoint.app.budget.stream;

/**
 * What happened in a tenth of a second of a stream.
 *
 * @param seconds its end, since the stream began
 * @param relativeCost budget of its last frame, as a share of the full network
 * @param used what its worst frame used, in the unit of the target; NaN if nothing was measured yet
 * @param slowdown mean time of a forward pass over the expected one: the load; 1 is as expected
 * @param stress share of the processors' time that was burned on purpose, 0 … 1
 * @param accuracy share of the last images of known class that were right, 0 … 1; NaN if none is known
 * @param frames in it
 * @param within frames that kept to the target
 */
record TracePoint(
        double seconds,
        double relativeCost,
        double used,
        double slowdown,
        double stress,
        double accuracy,
        int frames,
        int within) {}
