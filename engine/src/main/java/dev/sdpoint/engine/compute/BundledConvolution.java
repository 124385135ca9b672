package dev.sdpoint.engine.compute;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A grouped convolution as one call a bundle of groups: takes the maps of many images apart into one slice a bundle, convolves
 * slice by slice, and puts the results together. A single bundle is computed in place. Plain ND4J operations, for any type and device.
 */
final class BundledConvolution implements ConvolutionKernel {
    /**
     * Pixels of a call for each channel of its bundle (docs/performance.md). Small maps are computed by the whole batch. Large
     * ones are computed by parts of it: the slices stay in the cache, and their memory does not grow with the batch. The
     * more channels, the less the copies matter beside the call, which likes many images.
     */
    private static final int PIXELS_A_CHANNEL = 784;

    /** Copies are needed within a call alone, so that all layers of a thread use the same memory. */
    private static final String COPIES = "SDPOINT_GROUPS";

    private static final WorkspaceConfiguration REUSED = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private final ConvolutionOperation operation;
    private final Bundles bundles;

    BundledConvolution(ConvolutionOperation operation, Bundles bundles) {
        this.operation = operation;
        this.bundles = bundles;
    }

    @Override
    public void forward(INDArray x, INDArray weights, INDArray y, long version) {
        try (MemoryWorkspace copies = Nd4j.getWorkspaceManager().getAndActivateWorkspace(REUSED, COPIES)) {
            INDArray wide = expanded(weights);
            if (bundles.count() == 1) {
                operation.forward(x, wide, y, UNKNOWN_VERSION);
            } else {
                forwardByParts(x, wide, y);
            }
        }
    }

    private void forwardByParts(INDArray x, INDArray wide, INDArray y) {
        long parts = parts(x);
        INDArray roomOfX = room(x, parts);
        INDArray roomOfY = room(y, parts);
        for (long part = 0; part < parts; part++) {
            INDArray in = split(ConvolutionOperation.images(x, part, parts), roomOfX);
            INDArray to = ConvolutionOperation.images(y, part, parts);
            INDArray out = slicesOf(to, roomOfY);
            for (int bundle = 0; bundle < bundles.count(); bundle++) {
                operation.forward(in.slice(bundle), rows(wide, bundle), out.slice(bundle), UNKNOWN_VERSION);
            }
            ChannelSlices.join(out, to);
        }
    }

    @Override
    public void backward(INDArray x, INDArray weights, INDArray g, @Nullable INDArray ofInput, INDArray ofWeights) {
        try (MemoryWorkspace copies = Nd4j.getWorkspaceManager().getAndActivateWorkspace(REUSED, COPIES)) {
            INDArray wide = expanded(weights);
            INDArray ofWide = bundles.groupsEach() == 1 ? ofWeights : roomForExpanded(weights);
            if (bundles.count() == 1) {
                operation.backward(x, wide, g, ofInput, ofWide);
            } else {
                INDArray ofMaps = ofInput == null ? Nd4j.createUninitialized(x.dataType(), x.shape(), 'c') : ofInput;
                backwardByParts(x, wide, g, ofMaps, ofWide);
            }
            if (bundles.groupsEach() > 1) {
                BlockDiagonal.extract(ofWide, ofWeights, bundles);
            }
        }
    }

    private void backwardByParts(INDArray x, INDArray wide, INDArray g, INDArray ofInput, INDArray ofWide) {
        long parts = parts(x);
        INDArray roomOfX = room(x, parts);
        INDArray roomOfG = room(g, parts);
        INDArray roomOfInput = room(ofInput, parts);
        INDArray ofPart = ofWide;
        for (long part = 0; part < parts; part++) {
            INDArray in = split(ConvolutionOperation.images(x, part, parts), roomOfX);
            INDArray out = split(ConvolutionOperation.images(g, part, parts), roomOfG);
            INDArray to = ConvolutionOperation.images(ofInput, part, parts);
            INDArray ofIn = slicesOf(to, roomOfInput);
            if (part == 1) {
                ofPart = Nd4j.createUninitialized(ofWide.dataType(), ofWide.shape(), 'c');
            }
            for (int bundle = 0; bundle < bundles.count(); bundle++) {
                operation.backward(
                        in.slice(bundle),
                        rows(wide, bundle),
                        out.slice(bundle),
                        ofIn.slice(bundle),
                        rows(ofPart, bundle));
            }
            ChannelSlices.join(ofIn, to);
            if (part > 0) {
                ofWide.addi(ofPart);
            }
        }
    }

    private long parts(INDArray maps) {
        long pixels = (long) PIXELS_A_CHANNEL * Math.max(Bundles.FULL_SPEED, bundles.inEach());
        long images = Math.max(1, pixels / (maps.size(1) * maps.size(2)));
        return (maps.size(0) + images - 1) / images;
    }

    /** Memory for the slices of the largest part. */
    private static INDArray room(INDArray maps, long parts) {
        long images = (maps.size(0) + parts - 1) / parts;
        return Nd4j.createUninitialized(maps.dataType(), images * maps.length() / maps.size(0));
    }

    private INDArray split(INDArray maps, INDArray room) {
        INDArray apart = slicesOf(maps, room);
        ChannelSlices.split(maps, apart);
        return apart;
    }

    /** The beginning of some memory as {@code [bundle][image][row][column][channel of the bundle]}. */
    private INDArray slicesOf(INDArray maps, INDArray room) {
        long count = bundles.count();
        long[] shape = {count, maps.size(0), maps.size(1), maps.size(2), maps.size(3) / count};
        return room.get(NDArrayIndex.interval(0, maps.length())).reshape('c', shape);
    }

    /** Weights of bundles; the given ones if each bundle is one group. */
    private INDArray expanded(INDArray weights) {
        if (bundles.groupsEach() == 1) {
            return weights;
        }
        INDArray wide = roomForExpanded(weights);
        BlockDiagonal.expand(weights, wide, bundles);
        return wide;
    }

    private INDArray roomForExpanded(INDArray weights) {
        long[] shape = {weights.size(0), bundles.inEach(), weights.size(2), weights.size(3)};
        return Nd4j.createUninitialized(weights.dataType(), shape, 'c');
    }

    private INDArray rows(INDArray weights, int bundle) {
        int each = bundles.outEach();
        return weights.get(NDArrayIndex.interval(bundle * each, (bundle + 1) * each));
    }
}
