package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BatchStream;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * What a seed decides, as recorded from the first program that trained models people keep. A checkpoint stores none of it:
 * a change here makes every resumed run leave its course, so the literals below are not to be adapted.
 */
class RecordedRunTest {
    private static final long SEED = 20_250_101L;

    @Test
    void seedKeepsItsOrderOfImages() {
        assertThat(Arrays.copyOf(EpochOrder.of(50_000, SEED, 3), 12))
                .containsExactly(20104, 46512, 40508, 983, 3476, 47920, 49846, 37408, 14151, 29963, 14857, 7892);
        assertThat(EpochOrder.of(13, -7, 41)).containsExactly(5, 12, 10, 2, 6, 7, 9, 4, 3, 11, 0, 1, 8);
    }

    @Test
    void seedKeepsItsInstances() {
        assertThat(instances(0, 40))
                .containsExactly(
                        5, 0, 7, 0, 6, 11, 11, 1, 10, 7, 10, 10, 4, 2, 10, 0, 6, 0, 12, 0, 2, 2, 2, 0, 3, 6, 3, 2, 6, 3,
                        6, 6, 9, 6, 2, 0, 6, 0, 8, 5);
        assertThat(instances(5_000_000_000L, 10)).containsExactly(3, 4, 10, 2, 12, 5, 6, 2, 4, 7);
    }

    private static int[] instances(long first, int count) {
        InstanceSpace space = InstanceSpace.of(6, InstanceSpace.PAPER_RATIOS);
        InstanceSampler sampler = InstanceSampler.paper(space, SEED);
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = space.indexOf(sampler.draw(first + i));
        }
        return drawn;
    }

    @Test
    void seedKeepsItsCropsAndFlips() {
        float[] values = maker().make(new int[] {0}, 99).images();
        int[] bytes = new int[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Math.round(values[i]);
        }
        assertThat(bytes)
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, //
                        122, 159, 196, 11, 48, 85, 0, 0, 0, 0, 0, 0, //
                        54, 91, 128, 199, 236, 17, 0, 0, 0, 0, 0, 0, //
                        242, 23, 60, 131, 168, 205, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void seedKeepsItsBatches() {
        int[][] labels = {{1, 4}, {0, 3}, {4, 2}, {0, 1}, {4, 0}, {1, 2}, {0, 1}, {3, 2}, {0, 1}};
        long[] checksums = {
            716180091L,
            1096195078L,
            694244655L,
            4146271094L,
            2686939577L,
            20242757L,
            375021980L,
            3121562910L,
            1298845408L
        };
        try (BatchStream stream = new BatchStream(maker(), 5, 2, SEED, 0, labels.length)) {
            for (int i = 0; i < labels.length; i++) {
                Batch batch = stream.next();
                assertThat(batch.labels()).as("batch %d", i).containsExactly(labels[i]);
                assertThat(checksum(batch)).as("batch %d", i).isEqualTo(checksums[i]);
            }
        }
    }

    /** Five images of 4×4; their normalised values are their bytes. */
    private static BatchMaker maker() {
        byte[] pixels = new byte[5 * 4 * 4 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 + 11);
        }
        float grey = 1 / 255f;
        return new BatchMaker(
                new LabeledImages(4, pixels, new int[] {0, 1, 2, 3, 4}),
                new Normalization(new float[3], new float[] {grey, grey, grey}),
                new Augmentation.CropAndFlip(2));
    }

    private static long checksum(Batch batch) {
        CRC32 crc = new CRC32();
        for (float value : batch.images()) {
            crc.update(Math.round(value));
        }
        return crc.getValue();
    }
}
