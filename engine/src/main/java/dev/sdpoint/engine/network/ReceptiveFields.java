package dev.sdpoint.engine.network;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the values of every layer see, from the plan alone: the side of the square of image pixels that a value can depend on,
 * were the image large enough that no border cuts it off. Exact in whole pixels also where bins of the downsampling overlap.
 */
public final class ReceptiveFields {
    private ReceptiveFields() {}

    /**
     * Sides of receptive fields under an instance, by layer name, {@link NetworkPlan#INPUT} included.
     *
     * <p>Values of one map may see differently far where sides do not divide; the largest counts. Behind a global pooling the field is that
     * of all positions together. Pixels are those of the image before it is resized.
     *
     * @return pixels, at least 1; above the side of the image where the field reaches over its borders
     * @throws IllegalArgumentException if the network does not have the instance
     */
    public static Map<String, Integer> sides(NetworkPlan plan, Instance instance) {
        Map<String, Integer> maps = plan.sides(instance);
        Map<String, Reach> reaches = new HashMap<>();
        reaches.put(NetworkPlan.INPUT, Reach.PIXEL.through(Windows.resizing(plan.side(), plan.inputSide(instance))));
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put(NetworkPlan.INPUT, found(reaches, NetworkPlan.INPUT).largest());
        for (LayerSpec layer : plan.layers()) {
            Reach read = layer.inputs().stream()
                    .map(name -> found(reaches, name))
                    .reduce(Reach::with)
                    .orElseThrow();
            int in = found(maps, layer.inputs().get(0));
            Reach reach = through(layer, read, in, found(maps, layer.name()), instance);
            reaches.put(layer.name(), reach);
            fields.put(layer.name(), reach.largest());
        }
        return fields;
    }

    private static Reach through(LayerSpec layer, Reach read, int in, int out, Instance instance) {
        boolean downsampled = layer.point() > 0 && instance.downsamplesAt(layer.point());
        if (layer instanceof LayerSpec.Convolution c) {
            return read.through(Windows.strided(c.kernel(), c.stride(), c.padding()));
        }
        if (layer instanceof LayerSpec.MaxPool pool && !downsampled) {
            return read.through(Windows.strided(pool.kernel(), pool.stride(), pool.padding()));
        }
        if (layer instanceof LayerSpec.AveragePool pool) {
            return read.through(Windows.strided(pool.kernel(), pool.kernel(), 0));
        }
        if (layer instanceof LayerSpec.GlobalAveragePool) {
            return read.over(in);
        }
        return downsampled ? read.through(Windows.bins(in, out)) : read;
    }

    private static <T> T found(Map<String, T> byName, String name) {
        T value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no layer " + name);
        }
        return value;
    }

    /** Windows of a layer along one endless axis. */
    private interface Windows {
        /** Outputs after which the windows repeat … */
        int outputs();

        /** … moved on by so many inputs. */
        int inputs();

        int start(int output);

        int end(int output);

        static Windows strided(int kernel, int stride, int padding) {
            return new Strided(kernel, stride, padding);
        }

        static Windows bins(int in, int out) {
            return new Bins(in, out);
        }

        /** Those of bilinear resizing with pixel centres at halves. */
        static Windows resizing(int in, int out) {
            return in == out ? strided(1, 1, 0) : new Resizing(in, out);
        }
    }

    private record Strided(int kernel, int stride, int padding) implements Windows {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public int inputs() {
            return stride;
        }

        @Override
        public int start(int output) {
            return output * stride - padding;
        }

        @Override
        public int end(int output) {
            return start(output) + kernel;
        }
    }

    private record Bins(int in, int out) implements Windows {
        @Override
        public int outputs() {
            return out / divisor(in, out);
        }

        @Override
        public int inputs() {
            return in / divisor(in, out);
        }

        @Override
        public int start(int output) {
            return Math.floorDiv(output * in, out);
        }

        @Override
        public int end(int output) {
            return -Math.floorDiv(-(output + 1) * in, out);
        }
    }

    private record Resizing(int in, int out) implements Windows {
        @Override
        public int outputs() {
            return out / divisor(in, out);
        }

        @Override
        public int inputs() {
            return in / divisor(in, out);
        }

        @Override
        public int start(int output) {
            return Math.floorDiv((2 * output + 1) * in - out, 2 * out);
        }

        @Override
        public int end(int output) {
            return 1 - Math.floorDiv(out - (2 * output + 1) * in, 2 * out);
        }
    }

    /**
     * What the values along one axis of a map see: value {@code i} the pixels {@code from[i]} up to and without {@code to[i]}, and
     * value {@code i + from.length} the same moved on by {@code shift} pixels.
     */
    private record Reach(int[] from, int[] to, int shift) {
        static final Reach PIXEL = new Reach(new int[] {0}, new int[] {1}, 1);

        int from(int i) {
            return from[Math.floorMod(i, from.length)] + Math.floorDiv(i, from.length) * shift;
        }

        int to(int i) {
            return to[Math.floorMod(i, to.length)] + Math.floorDiv(i, to.length) * shift;
        }

        int largest() {
            int largest = 0;
            for (int i = 0; i < from.length; i++) {
                largest = Math.max(largest, to[i] - from[i]);
            }
            return largest;
        }

        Reach through(Windows windows) {
            // So many periods of the windows that they move on by whole periods of what they read.
            int times = from.length / divisor(from.length, windows.inputs());
            int[] first = new int[times * windows.outputs()];
            int[] last = new int[first.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = from(windows.start(i));
                last[i] = to(windows.end(i) - 1);
            }
            return new Reach(first, last, times * windows.inputs() / from.length * shift);
        }

        /** What two maps of the same side see together. */
        Reach with(Reach other) {
            int period = from.length / divisor(from.length, other.from.length) * other.from.length;
            int[] first = new int[period];
            int[] last = new int[period];
            for (int i = 0; i < period; i++) {
                first[i] = Math.min(from(i), other.from(i));
                last[i] = Math.max(to(i), other.to(i));
            }
            return new Reach(first, last, period / from.length * shift);
        }

        /** What all values of an axis see together. */
        Reach over(int side) {
            return new Reach(new int[] {from(0)}, new int[] {to(side - 1)}, 0);
        }
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
