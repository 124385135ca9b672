package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.Map;
import java.util.Set;

/**
 * How much of what the convolutions of a block read is zero padding rather than feature map: the smaller the maps, the more of it. Kernels of one pixel
 * read no padding and are left out. A value counts as often as it is multiplied by a weight: a 3×3 convolution that keeps a side of {@code n} multiplies
 * {@code 9n²} values a pair of channels, of which {@code 9n² − (3n − 2)²} lie outside the map.
 *
 * @param values multiplications of one image
 * @param zeros those of them that multiply padding
 */
public record ZeroPadding(long values, long zeros) {
    public ZeroPadding {
        if (zeros < 0 || zeros > values) {
            throw new IllegalArgumentException(zeros + " zeros cannot be among " + values + " values");
        }
    }

    /**
     * Counts a block under an instance; nothing if the instance does not run it, or it has no such convolution.
     *
     * @param block as {@link LayerSpec#block()} numbers them
     * @throws IllegalArgumentException if the network does not have the instance
     */
    public static ZeroPadding of(NetworkPlan plan, Instance instance, int block) {
        Map<String, Integer> sides = plan.sides(instance);
        Set<String> active = plan.active(instance);
        long values = 0;
        long zeros = 0;
        for (LayerSpec layer : plan.layers()) {
            if (layer.block() == block
                    && layer instanceof Convolution c
                    && c.kernel() > 1
                    && active.contains(c.name())) {
                long out = c.outSide(sides.getOrDefault(c.input(), plan.side()));
                long taps = out * c.kernel() * out * c.kernel();
                long inside = inside(c, sides.getOrDefault(c.input(), plan.side()));
                long pairs = c.weights() / ((long) c.kernel() * c.kernel());
                values += taps * pairs;
                zeros += (taps - inside * inside) * pairs;
            }
        }
        return new ZeroPadding(values, zeros);
    }

    /** Taps of all windows along one axis that lie on the map. */
    private static int inside(Convolution convolution, int in) {
        return new StridedWindows(in, convolution.kernel(), convolution.stride(), convolution.padding())
                .coveredElements();
    }

    /** Share of zeros, 0 … 1; 0 where nothing is read. */
    public double share() {
        return values == 0 ? 0 : (double) zeros / values;
    }
}
