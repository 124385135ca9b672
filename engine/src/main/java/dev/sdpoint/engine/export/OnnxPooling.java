package dev.sdpoint.engine.export;

import dev.sdpoint.engine.data.BilinearResize;
import dev.sdpoint.engine.export.OnnxFile.Attribute;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pooling of square maps over any windows. ONNX knows windows of one length and one distance only. Others are written by what they
 * are: a mean over rows and columns is a product with a matrix from either side; a maximum is the same once every window is filled up
 * to the longest by repeating its last element.
 */
final class OnnxPooling {
    private final OnnxFile file;

    OnnxPooling(OnnxFile file) {
        this.file = file;
    }

    /** Windows that are all {@code kernel} long and {@code stride} apart, the first {@code padding} before the axis. */
    private record Regular(int kernel, int stride, int padding) {
        static Optional<Regular> of(AxisWindows windows) {
            if (windows instanceof StridedWindows s && s.in() + 2 * s.padding() >= s.kernel()) {
                return Optional.of(new Regular(s.kernel(), s.stride(), s.padding()));
            }
            int kernel = windows.end(0) - windows.start(0);
            int stride = windows.out() == 1 ? kernel : windows.start(1) - windows.start(0);
            for (int i = 0; i < windows.out(); i++) {
                if (windows.start(i) != i * stride || windows.end(i) != i * stride + kernel) {
                    return Optional.empty();
                }
            }
            boolean none = (windows.in() - kernel) / stride + 1 != windows.out();
            return none ? Optional.empty() : Optional.of(new Regular(kernel, stride, 0));
        }

        Attribute[] attributes() {
            return new Attribute[] {
                Attribute.list("kernel_shape", kernel, kernel),
                Attribute.list("strides", stride, stride),
                Attribute.list("pads", padding, padding, padding, padding)
            };
        }
    }

    /**
     * Means.
     *
     * @param output value {@code [batch, channels, out, out]} that is made
     * @param windows along either axis; without padding
     */
    void average(String output, String input, AxisWindows windows) {
        Optional<Regular> regular = Regular.of(windows);
        if (regular.isPresent()) {
            file.operator("AveragePool", output, List.of(input), regular.get().attributes());
            return;
        }
        float[] shares = new float[windows.out() * windows.in()];
        for (int i = 0; i < windows.out(); i++) {
            int row = i * windows.in();
            float share = 1f / (windows.end(i) - windows.start(i));
            Arrays.fill(shares, row + windows.start(i), row + windows.end(i), share);
        }
        mix(output, input, shares, windows.in(), windows.out());
    }

    /** Maxima; parameters as of means, but padding is left out of the windows. */
    void maximum(String output, String input, AxisWindows windows) {
        Optional<Regular> regular = Regular.of(windows);
        if (regular.isPresent()) {
            file.operator("MaxPool", output, List.of(input), regular.get().attributes());
            return;
        }
        int longest = 0;
        for (int i = 0; i < windows.out(); i++) {
            longest = Math.max(longest, windows.end(i) - windows.start(i));
        }
        int[] positions = new int[windows.out() * longest];
        for (int i = 0; i < positions.length; i++) {
            int window = i / longest;
            positions[i] = Math.min(windows.start(window) + i % longest, windows.end(window) - 1);
        }
        String list = file.constant(output + "/positions", positions);
        file.operator("Gather", output + "/rows", List.of(input, list), Attribute.of("axis", 2));
        file.operator("Gather", output + "/spread", List.of(output + "/rows", list), Attribute.of("axis", 3));
        file.operator("MaxPool", output, List.of(output + "/spread"), new Regular(longest, longest, 0).attributes());
    }

    /** A bilinear resizing. */
    void resize(String output, String input, int in, int out) {
        mix(output, input, BilinearResize.of(in, out).shares(), in, out);
    }

    /** Rows and columns mixed by a matrix {@code [out][in]}. */
    private void mix(String output, String input, float[] shares, int in, int out) {
        float[] transposed = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            transposed[i % in * out + i / in] = shares[i];
        }
        String columns = file.constant(output + "/columns", transposed, in, out);
        String rows = file.constant(output + "/rows", shares, out, in);
        file.operator("MatMul", output + "/narrow", List.of(input, columns));
        file.operator("MatMul", output, List.of(rows, output + "/narrow"));
    }
}
