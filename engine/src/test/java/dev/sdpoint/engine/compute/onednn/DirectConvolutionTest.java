package dev.sdpoint.engine.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Values computed by hand, and what is kept from call to call. The library is there on this system alone. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DirectConvolutionTest {
    private final OneDnn library = OneDnn.available().orElseThrow();
    private final AlignedMemory x = new AlignedMemory();
    private final AlignedMemory weights = new AlignedMemory();
    private final AlignedMemory y = new AlignedMemory();
    private final AlignedMemory gradient = new AlignedMemory();

    @AfterEach
    void free() {
        x.close();
        weights.close();
        y.close();
        gradient.close();
        Scratch.release();
    }

    private static long put(AlignedMemory memory, float... values) {
        long address = memory.atLeast((long) Float.BYTES * values.length);
        memory.write(0, values);
        return address;
    }

    private static float[] take(AlignedMemory memory, int length) {
        float[] values = new float[length];
        memory.read(0, values);
        return values;
    }

    private static long room(AlignedMemory memory, int length) {
        return put(memory, new float[length]);
    }

    @Test
    void computesConvolutionAndGradientsByHand() {
        // 1×1, two channels in, one out; one image of two pixels
        DirectConvolution convolution = new DirectConvolution(library, new Geometry(2, 1, 1, 1, 0, 1));
        Extent extent = new Extent(1, 1, 2);
        long atX = put(x, 1, 2, 3, 4);
        long atWeights = put(weights, 10, -1);

        convolution.forward(extent, atX, atWeights, room(y, 2), DirectConvolution.UNKNOWN_VERSION);
        assertThat(take(y, 2)).containsExactly(8, 26);

        long atG = put(y, 1, 2);
        convolution.toInput(extent, atG, atWeights, room(gradient, 4));
        assertThat(take(gradient, 4)).containsExactly(10, -1, 20, -2);

        convolution.toWeights(extent, atX, atG, room(gradient, 2));
        assertThat(take(gradient, 2)).containsExactly(1 * 1 + 3 * 2, 2 * 1 + 4 * 2);
    }

    @Test
    void strideAndPaddingMoveTheWindow() {
        // the weight above and to the right of the centre; 3×3 pixels, centres at the corners
        DirectConvolution convolution = new DirectConvolution(library, new Geometry(1, 1, 3, 2, 1, 1));
        long atWeights = put(weights, 0, 0, 1, 0, 0, 0, 0, 0, 0);

        convolution.forward(
                new Extent(1, 3, 3),
                put(x, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                atWeights,
                room(y, 4),
                DirectConvolution.UNKNOWN_VERSION);

        assertThat(take(y, 4)).containsExactly(0, 0, 5, 0);
    }

    @Test
    void readsWeightsAgainWhenTheirVersionChanges() {
        DirectConvolution convolution = new DirectConvolution(library, new Geometry(32, 32, 3, 1, 1, 1));
        Extent extent = new Extent(1, 4, 4);
        float[] ones = new float[32 * 32 * 9];
        Arrays.fill(ones, 1);
        long atWeights = put(weights, ones);
        float[] pixels = new float[16 * 32];
        Arrays.fill(pixels, 1);
        long atX = put(x, pixels);
        long atY = room(y, 16 * 32);

        convolution.forward(extent, atX, atWeights, atY, 1);
        assertThat(take(y, 1)).containsExactly(4 * 32); // the corner sees four pixels
        weights.write(0, new float[ones.length]);
        convolution.forward(extent, atX, atWeights, atY, 2);
        assertThat(take(y, 1)).containsExactly(0);
        weights.write(0, ones);
        convolution.forward(extent, atX, atWeights, atY, DirectConvolution.UNKNOWN_VERSION);
        assertThat(take(y, 1)).containsExactly(4 * 32);
        weights.write(0, new float[ones.length]);
        convolution.forward(extent, atX, atWeights, atY, DirectConvolution.UNKNOWN_VERSION);
        assertThat(take(y, 1)).containsExactly(0);
    }

    @Test
    void computesTheSameAfterMoreSizesThanAreKept() {
        DirectConvolution convolution = new DirectConvolution(library, new Geometry(16, 16, 3, 1, 1, 1));
        Random random = new Random(3);
        float[] values = new float[100 * 16];
        float[] kernels = new float[16 * 16 * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = random.nextFloat() - 0.5f;
        }
        long atX = put(x, values);
        long atWeights = put(weights, kernels);
        long atY = room(y, values.length);

        convolution.forward(new Extent(1, 10, 10), atX, atWeights, atY, 1);
        float[] before = take(y, values.length);
        for (int side = 1; side <= 100; side++) {
            convolution.forward(new Extent(1, 1, side), atX, atWeights, atY, 1);
        }
        convolution.forward(new Extent(1, 10, 10), atX, atWeights, atY, 1);

        assertThat(take(y, values.length)).containsExactly(before);
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        assertThatThrownBy(() -> new Geometry(6, 6, 3, 1, 1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 groups do not divide 6 and 6 channels");
        assertThatThrownBy(() -> new Geometry(6, 6, 3, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isTheVersionThatTheProgramKnows() {
        assertThat(library.version()).startsWith("3.");
    }
}
