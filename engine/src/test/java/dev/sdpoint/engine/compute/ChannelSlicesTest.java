package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Slices by hand, and many against views. */
class ChannelSlicesTest {
    @Test
    void splitPutsNeighbouringChannelsTogether() {
        // two images of 1×2 pixels with channels 0 … 3: value is 100 · image + 10 · pixel + channel
        float[] maps = {0, 1, 2, 3, 10, 11, 12, 13, 100, 101, 102, 103, 110, 111, 112, 113};
        INDArray apart = Nd4j.create(DataType.FLOAT, 2, 2, 1, 2, 2).assign(-1);
        ChannelSlices.split(KernelsTest.array(maps, 2, 1, 2, 4), apart);
        assertThat(KernelsTest.values(apart))
                .containsExactly(0, 1, 10, 11, 100, 101, 110, 111, 2, 3, 12, 13, 102, 103, 112, 113);
    }

    @Test
    void joinIsTheInverse() {
        float[] apart = {0, 1, 10, 11, 100, 101, 110, 111, 2, 3, 12, 13, 102, 103, 112, 113};
        INDArray maps = Nd4j.create(DataType.FLOAT, 2, 1, 2, 4).assign(-1);
        ChannelSlices.join(KernelsTest.array(apart, 2, 2, 1, 2, 2), maps);
        assertThat(KernelsTest.values(maps))
                .containsExactly(0, 1, 2, 3, 10, 11, 12, 13, 100, 101, 102, 103, 110, 111, 112, 113);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 6, 2", "3, 7, 128, 8", "2, 57, 48, 3", "5, 3, 9000, 3"})
    void everySliceHasItsChannels(int images, int side, int channels, int count) {
        int length = images * side * side * channels;
        INDArray maps =
                Nd4j.arange(length).castTo(DataType.FLOAT).reshape('c', new long[] {images, side, side, channels});
        INDArray apart = Nd4j.create(DataType.FLOAT, count, images, side, side, channels / count);
        ChannelSlices.split(maps, apart);
        for (int slice = 0; slice < count; slice++) {
            int first = slice * channels / count;
            int last = first + channels / count;
            INDArray expected = maps.get(all(), all(), all(), NDArrayIndex.interval(first, last));
            assertThat(KernelsTest.values(apart.slice(slice))).isEqualTo(KernelsTest.values(expected));
        }
        INDArray back = Nd4j.create(DataType.FLOAT, maps.shape());
        ChannelSlices.join(apart, back);
        assertThat(KernelsTest.values(back)).isEqualTo(KernelsTest.values(maps));
    }

    @Test
    void startAtTheFirstElementOfAView() {
        INDArray whole = KernelsTest.array(new float[] {9, 9, 9, 9, 1, 2, 3, 4}, 2, 1, 1, 4);
        INDArray apart = Nd4j.create(DataType.FLOAT, 2, 1, 1, 1, 2);
        ChannelSlices.split(whole.get(NDArrayIndex.interval(1, 2)), apart);
        assertThat(KernelsTest.values(apart)).containsExactly(1, 2, 3, 4);
    }
}
