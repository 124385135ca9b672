package dev.sdpoint.engine.compute;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights of a grouped convolution {@code [out][in of a group][kernel][kernel]} as those of bundles {@code [out][in of a
 * bundle][kernel][kernel]}, zero between channels of different groups. Floats in host memory.
 */
final class BlockDiagonal {
    private BlockDiagonal() {}

    /** Writes weights of groups, and zeros, into weights of bundles. */
    static void expand(INDArray ofGroups, INDArray ofBundles, Bundles bundles) {
        FloatBuffer in = HostKernels.buffer(ofGroups);
        FloatBuffer out = HostKernels.buffer(ofBundles);
        forRows(ofGroups, ofBundles, bundles, (row, narrow, wide, from, at) -> {
            Arrays.fill(wide, 0);
            in.get(from, wide, at, narrow);
            out.put(row * wide.length, wide, 0, wide.length);
        });
    }

    /** Reads weights of groups out of weights of bundles. */
    static void extract(INDArray ofBundles, INDArray ofGroups, Bundles bundles) {
        FloatBuffer in = HostKernels.buffer(ofBundles);
        FloatBuffer out = HostKernels.buffer(ofGroups);
        forRows(ofGroups, ofBundles, bundles, (row, narrow, wide, from, at) -> {
            in.get(row * wide.length, wide, 0, wide.length);
            out.put(from, wide, at, narrow);
        });
    }

    /** Visits the weights of every output channel; {@code at} is where those of its group lie among its bundle's. */
    private static void forRows(INDArray ofGroups, INDArray ofBundles, Bundles bundles, Body body) {
        int rows = (int) ofGroups.size(0);
        int narrow = (int) (ofGroups.length() / rows);
        int outOfGroup = bundles.outEach() / bundles.groupsEach();
        float[] wide = new float[(int) (ofBundles.length() / rows)];
        for (int row = 0; row < rows; row++) {
            int group = row / outOfGroup % bundles.groupsEach();
            body.run(row, narrow, wide, row * narrow, group * narrow);
        }
    }

    private interface Body {
        void run(int row, int narrow, float[] wide, int from, int at);
    }
}
