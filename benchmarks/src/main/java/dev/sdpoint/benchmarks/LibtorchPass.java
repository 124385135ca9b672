package dev.sdpoint.benchmarks;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass of a plan, operation by operation. A map is let go when its last reader has read it, as Python's counting
 * of references does, so that libtorch can use its memory again.
 */
final class LibtorchPass {
    private static final double EPSILON = 1e-5;
    private static final double RUNNING_MOMENTUM = 0.1;
    private static final Shape NO_DILATION = new Shape(1, 1);
    private static final Shape ONE = new Shape(1, 1);

    private final NetworkPlan plan;
    private final Instance instance;
    private final Map<String, PtNDArray> parameters;
    private final boolean training;
    private final Map<String, PtNDArray> maps = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, long[]> shapes = new HashMap<>();

    /**
     * @param parameters by name, among them the statistics to normalise by, or the running averages to update
     * @param training whether to normalise by the batch's own statistics
     */
    LibtorchPass(NetworkPlan plan, Instance instance, Map<String, PtNDArray> parameters, boolean training) {
        this.plan = plan;
        this.instance = instance;
        this.parameters = parameters;
        this.training = training;
        plan.layers().forEach(layer -> layer.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
    }

    /** Shapes of what the layers put out, {@code [image][channel][row][column]} or {@code [image][channel]}; after the pass. */
    Map<String, long[]> shapes() {
        return shapes;
    }

    /**
     * Logits {@code [image][class]}.
     *
     * @param images whose manager closes all that the pass makes
     * @throws IllegalArgumentException if the plan has a layer that this comparison does not know
     */
    PtNDArray logits(PtNDArray images) {
        maps.put(NetworkPlan.INPUT, images);
        PtNDArray last = images;
        for (LayerSpec layer : plan.layers()) {
            last = run(layer);
            maps.put(layer.name(), last);
            shapes.put(layer.name(), last.getShape().getShape());
            layer.inputs().forEach(this::letGo);
        }
        return last;
    }

    private PtNDArray run(LayerSpec layer) {
        PtNDArray x = map(layer.inputs().get(0));
        if (layer instanceof LayerSpec.Convolution c) {
            return convolution(c, x);
        } else if (layer instanceof LayerSpec.BatchNorm n) {
            return norm(n, x);
        } else if (layer instanceof LayerSpec.Relu) {
            return JniUtils.relu(x);
        } else if (layer instanceof LayerSpec.ResidualAdd a && a.survival() == 1) {
            return add(a, x);
        } else if (layer instanceof LayerSpec.GlobalAveragePool p) {
            try (PtNDArray pooled = JniUtils.adaptiveAvgPool(x, ONE)) {
                return (PtNDArray) pooled.reshape(x.getShape().get(0), p.outChannels());
            }
        } else if (layer instanceof LayerSpec.Classifier) {
            return JniUtils.linear(x, parameter(layer, "weights"), parameter(layer, "bias"));
        }
        throw new IllegalArgumentException("the comparison with libtorch has no " + layer);
    }

    private PtNDArray convolution(LayerSpec.Convolution c, PtNDArray x) {
        Shape stride = new Shape(c.stride(), c.stride());
        Shape padding = new Shape(c.padding(), c.padding());
        PtNDArray kernel = parameter(c, "weights");
        return (PtNDArray) x.getNDArrayInternal()
                .convolution(x, kernel, null, stride, padding, NO_DILATION, c.groups())
                .singletonOrThrow();
    }

    private PtNDArray norm(LayerSpec.BatchNorm n, PtNDArray x) {
        PtNDArray y = JniUtils.batchNorm(
                x,
                parameter(n, "runningMean"),
                parameter(n, "runningVariance"),
                parameter(n, "scale"),
                parameter(n, "shift"),
                training,
                RUNNING_MOMENTUM,
                EPSILON);
        if (!n.relu()) {
            return y;
        }
        try (y) {
            return JniUtils.relu(y);
        }
    }

    /** The branch is summed up in place, as it is in torchvision, for nothing else reads it. */
    private PtNDArray add(LayerSpec.ResidualAdd a, PtNDArray branch) {
        branch.addi(map(a.right()));
        maps.remove(a.left());
        if (!instance.downsamplesAt(a.point())) {
            return branch;
        }
        int side = Instance.pooledSide((int) branch.getShape().get(2), instance.ratio());
        try (branch) {
            return JniUtils.adaptiveAvgPool(branch, new Shape(side, side));
        }
    }

    private void letGo(String input) {
        if (readers.merge(input, -1, Integer::sum) == 0) {
            PtNDArray map = maps.remove(input);
            if (map != null) {
                map.close();
            }
        }
    }

    private PtNDArray map(String name) {
        return found(maps.get(name), name);
    }

    private PtNDArray parameter(LayerSpec layer, String part) {
        String name = layer.name() + "/" + part;
        return found(parameters.get(name), name);
    }

    private static PtNDArray found(@Nullable PtNDArray tensor, String name) {
        if (tensor == null) {
            throw new IllegalStateException("nothing is called " + name + " any more, or yet");
        }
        return tensor;
    }
}
