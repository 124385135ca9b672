package dev.sdpoint.engine.compute;

/**
 * How the groups of a convolution are put together into bundles of neighbouring groups, each computed by one call on the whole
 * batch. A bundle of several groups has block-diagonal weights: the zeros are computed too, but a vector of the processor
 * is filled.
 *
 * @param count number of bundles
 * @param groupsEach groups of a bundle
 * @param inEach input channels of a bundle
 * @param outEach output channels of a bundle
 */
record Bundles(int count, int groupsEach, int inEach, int outEach) {
    /**
     * The narrowest bundle that oneDNN computes at full speed: below, the time of a call hardly falls; above, it grows with
     * the square (docs/performance.md).
     */
    static final int FULL_SPEED = 16;

    /**
     * Bundles as narrow as they can be with at least the given channels.
     *
     * @throws IllegalArgumentException if the channels do not divide among the groups
     */
    static Bundles of(int groups, int inChannels, int outChannels, int channels) {
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0) {
            throw new IllegalArgumentException(inChannels + " input and " + outChannels
                    + " output channels do not divide into " + groups + " groups. Choose a common divisor of both.");
        }
        int narrower = Math.min(inChannels, outChannels) / groups;
        int each = 1;
        while (each < groups && (groups % each != 0 || each * narrower < channels)) {
            each++;
        }
        int count = groups / each;
        return new Bundles(count, each, inChannels / count, outChannels / count);
    }
}
