package dev.sdpoint.engine.compute;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies floats in host memory in blocks of pixels that fit the first-level cache, so that each line of memory is read and
 * written once. Stateless; may be called from several threads.
 */
final class HostSlices implements ChannelSlices {
    static final HostSlices INSTANCE = new HostSlices();
    private static final int BLOCK = 4096;

    private HostSlices() {}

    @Override
    public void split(INDArray maps, INDArray slices) {
        FloatBuffer in = HostKernels.buffer(maps);
        FloatBuffer out = HostKernels.buffer(slices);
        forBlocks(maps, slices, (block, at, pixels) -> {
            in.get(at * block.width(), block.wide, 0, pixels * block.width());
            for (int slice = 0; slice < block.slices; slice++) {
                block.narrow(slice, pixels);
                out.put(block.start(slice, at), block.narrow, 0, pixels * block.channels);
            }
        });
    }

    @Override
    public void join(INDArray slices, INDArray maps) {
        FloatBuffer in = HostKernels.buffer(slices);
        FloatBuffer out = HostKernels.buffer(maps);
        forBlocks(maps, slices, (block, at, pixels) -> {
            for (int slice = 0; slice < block.slices; slice++) {
                in.get(block.start(slice, at), block.narrow, 0, pixels * block.channels);
                block.widen(slice, pixels);
            }
            out.put(at * block.width(), block.wide, 0, pixels * block.width());
        });
    }

    private static void forBlocks(INDArray maps, INDArray slices, Body body) {
        int width = (int) maps.size(3);
        int channels = (int) slices.size(4);
        long pixels = maps.length() / width;
        int pixelsOfBlock = Math.max(1, BLOCK / width);
        Parallel.rows(pixels, width, (part, from, to) -> {
            Block block = new Block(width / channels, channels, (int) pixels, pixelsOfBlock);
            for (long at = from; at < to; at += pixelsOfBlock) {
                body.run(block, (int) at, (int) Math.min(pixelsOfBlock, to - at));
            }
        });
    }

    private interface Body {
        void run(Block block, int at, int pixels);
    }

    /** Some pixels with all channels, and the same pixels with the channels of one slice. */
    private static final class Block {
        private final int slices;
        private final int channels;
        private final int pixelsOfMaps;
        private final float[] wide;
        private final float[] narrow;

        private Block(int slices, int channels, int pixelsOfMaps, int pixels) {
            this.slices = slices;
            this.channels = channels;
            this.pixelsOfMaps = pixelsOfMaps;
            this.wide = new float[pixels * slices * channels];
            this.narrow = new float[pixels * channels];
        }

        private int width() {
            return slices * channels;
        }

        /** Where a pixel of a slice begins. */
        private int start(int slice, int pixel) {
            return (slice * pixelsOfMaps + pixel) * channels;
        }

        private void narrow(int slice, int pixels) {
            for (int p = 0; p < pixels; p++) {
                System.arraycopy(wide, p * width() + slice * channels, narrow, p * channels, channels);
            }
        }

        private void widen(int slice, int pixels) {
            for (int p = 0; p < pixels; p++) {
                System.arraycopy(narrow, p * channels, wide, p * width() + slice * channels, channels);
            }
        }
    }
}
