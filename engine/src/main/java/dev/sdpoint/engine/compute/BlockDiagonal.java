package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Weights of a grouped convolution {@code [out][in of a group][kernel][kernel]} as those of bundles {@code [out][in of a
 * bundle][kernel][kernel]}, zero between channels of different groups. All arrays are contiguous in 'c' order.
 */
final class BlockDiagonal {
    private BlockDiagonal() {}

    /** Writes weights of groups, and zeros, into weights of bundles. */
    static void expand(INDArray ofGroups, INDArray ofBundles, Bundles bundles) {
        ofBundles.assign(0);
        for (int group = 0; group < bundles.groupsEach(); group++) {
            inBundles(ofBundles, bundles, group).assign(inGroups(ofGroups, bundles, group));
        }
    }

    /** Reads weights of groups out of weights of bundles. */
    static void extract(INDArray ofBundles, INDArray ofGroups, Bundles bundles) {
        for (int group = 0; group < bundles.groupsEach(); group++) {
            inGroups(ofGroups, bundles, group).assign(inBundles(ofBundles, bundles, group));
        }
    }

    /** The weights of one group of every bundle: {@code [bundle][out of the group][weights of an output]}. */
    private static INDArray inGroups(INDArray ofGroups, Bundles bundles, int group) {
        long each = bundles.groupsEach();
        long outOfGroup = bundles.outEach() / each;
        long[] shape = {bundles.count(), each, outOfGroup, ofGroups.length() / ofGroups.size(0)};
        return ofGroups.reshape('c', true, shape).get(NDArrayIndex.all(), NDArrayIndex.point(group));
    }

    private static INDArray inBundles(INDArray ofBundles, Bundles bundles, int group) {
        long each = bundles.groupsEach();
        long outOfGroup = bundles.outEach() / each;
        long[] shape = {bundles.count(), each, outOfGroup, each, ofBundles.length() / ofBundles.size(0) / each};
        return ofBundles
                .reshape('c', true, shape)
                .get(NDArrayIndex.all(), NDArrayIndex.point(group), NDArrayIndex.all(), NDArrayIndex.point(group));
    }
}
