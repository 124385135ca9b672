package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A layer of a network that stands for all of its shape: a convolution, batch norm with ReLU, or the addition of two streams with the
 * pooling of an instance that downsamples there.
 *
 * @param layer name in the plan
 * @param ratio of the downsampling; 1 for none
 * @param title kind and shape
 * @param inChannels channels of each input map
 * @param inSide side of each input map
 * @param inputs number of input maps
 * @param flops of one image forward; 0 where operations say little
 */
record LayerKernel(String layer, double ratio, String title, int inChannels, int inSide, int inputs, long flops) {
    private static final List<Double> RATIOS = List.of(0.5, 0.75);

    /** How {@link #find} finds it again. */
    String key() {
        return layer + "@" + ratio;
    }

    /** The instance under which it runs. */
    Instance instance(NetworkPlan plan) {
        return ratio == 1 ? Instance.FULL : Instance.of(spec(plan).point(), ratio);
    }

    private LayerSpec spec(NetworkPlan plan) {
        return plan.layers().stream()
                .filter(each -> each.name().equals(layer))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The kernel of a key.
     *
     * @throws IllegalArgumentException if the network has none
     */
    static LayerKernel find(NetworkPlan plan, String key) {
        return of(plan).stream()
                .filter(kernel -> kernel.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the network has no kernel " + key));
    }

    /** One kernel of every kind and shape of a network in full resolution. */
    static List<LayerKernel> of(NetworkPlan plan) {
        Map<String, Integer> sides = plan.sides(Instance.FULL);
        Map<String, LayerKernel> byTitle = new LinkedHashMap<>();
        for (LayerSpec layer : plan.layers()) {
            int side = sides.getOrDefault(layer.inputs().get(0), plan.side());
            for (LayerKernel kernel : of(layer, side)) {
                byTitle.putIfAbsent(kernel.title(), kernel);
            }
        }
        return List.copyOf(byTitle.values());
    }

    private static List<LayerKernel> of(LayerSpec layer, int side) {
        String name = layer.name();
        if (layer instanceof LayerSpec.Convolution c && c.groups() == 1) {
            String title = String.format(
                    Locale.ROOT,
                    "convolution %d×%d, %d → %d, side %d%s",
                    c.kernel(),
                    c.kernel(),
                    c.inChannels(),
                    c.outChannels(),
                    side,
                    c.stride() == 1 ? "" : ", stride " + c.stride());
            long out = c.outSide(side);
            return List.of(new LayerKernel(name, 1, title, c.inChannels(), side, 1, 2 * out * out * c.weights()));
        }
        if (layer instanceof LayerSpec.BatchNorm n) {
            String title = "batch norm" + (n.relu() ? " and ReLU" : "") + shape(n.outChannels(), side);
            return List.of(new LayerKernel(name, 1, title, n.outChannels(), side, 1, 0));
        }
        List<LayerKernel> kernels = new ArrayList<>();
        if (layer instanceof LayerSpec.ResidualAdd a) {
            String title = "addition" + shape(a.outChannels(), side);
            kernels.add(new LayerKernel(name, 1, title, a.outChannels(), side, 2, 0));
            for (double ratio : RATIOS) {
                String pooled = "addition and pooling × " + ratio + shape(a.outChannels(), side);
                kernels.add(new LayerKernel(name, ratio, pooled, a.outChannels(), side, 2, 0));
            }
        }
        return kernels;
    }

    private static String shape(int channels, int side) {
        return String.format(Locale.ROOT, ", %d channels, side %d", channels, side);
    }
}
