package dev.sdpoint.engine.export;

import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.export.OnnxFile.Attribute;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One instance of a network as operators of ONNX: the layers that it runs, with its own statistics. Batch normalisation right after a
 * convolution that nobody else reads becomes part of the convolution. Maps are {@code [batch, channels, height, width]}.
 */
final class OnnxGraph {
    /** Name of the output {@code [batch, classes]}. */
    static final String OUTPUT = "probabilities";

    private static final double WHITE = 255;

    private final OnnxFile file = new OnnxFile("network");
    private final OnnxPooling pooling = new OnnxPooling(file);
    private final NetworkPlan plan;
    private final NamedWeights weights;
    private final Map<String, ChannelStatistics> statistics;
    private final Instance instance;
    private final Map<String, Integer> sides;
    private final List<LayerSpec> layers;

    /** Norms that become part of a convolution, by the convolution's name. */
    private final Map<String, LayerSpec.BatchNorm> folded;

    /** What a layer puts out is called, where not as the layer. */
    private final Map<String, String> values = new HashMap<>();

    private OnnxGraph(NetworkPlan plan, NamedWeights weights, StatisticsBank bank, Instance instance) {
        require(bank, instance);
        this.plan = plan;
        this.weights = weights;
        this.statistics = bank.all(instance);
        this.instance = instance;
        this.sides = plan.sides(instance);
        Set<String> active = plan.active(instance);
        this.layers =
                plan.layers().stream().filter(l -> active.contains(l.name())).toList();
        this.folded = folded(layers);
    }

    /** Refuses an instance that was never calibrated. */
    static void require(StatisticsBank bank, Instance instance) {
        if (!bank.covers(instance)) {
            throw new IllegalArgumentException("there are no statistics of " + instance.label());
        }
    }

    /** An instance that takes images which are normalised already. */
    static OnnxFile ofNormalized(NetworkPlan plan, NamedWeights weights, StatisticsBank bank, Instance instance) {
        OnnxGraph graph = new OnnxGraph(plan, weights, bank, instance);
        return graph.complete("normalised as in training");
    }

    /** An instance that takes pixels as they are, 0 … 255, and normalises them first. */
    static OnnxFile ofPixels(
            NetworkPlan plan,
            NamedWeights weights,
            StatisticsBank bank,
            Instance instance,
            Normalization normalization) {
        OnnxGraph graph = new OnnxGraph(plan, weights, bank, instance);
        graph.normalize(normalization);
        return graph.complete("0 … 255; the graph normalises them");
    }

    private OnnxFile complete(String range) {
        file.input(
                NetworkPlan.INPUT,
                "Pixels, red, green, blue, " + range + ".",
                plan.channels(),
                plan.side(),
                plan.side());
        int seen = plan.inputSide(instance);
        if (seen != plan.side()) {
            pooling.resize(NetworkPlan.INPUT + "/resized", value(NetworkPlan.INPUT), plan.side(), seen);
            values.put(NetworkPlan.INPUT, NetworkPlan.INPUT + "/resized");
        }
        layers.forEach(this::add);
        LayerSpec last = layers.get(layers.size() - 1);
        file.operator("Softmax", OUTPUT, List.of(value(plan.output(instance))), Attribute.of("axis", 1));
        file.output(OUTPUT, "Probability of each class; a row sums to 1.", last.outChannels());
        return file;
    }

    private static Map<String, LayerSpec.BatchNorm> folded(List<LayerSpec> layers) {
        Map<String, Long> readers = layers.stream()
                .flatMap(layer -> layer.inputs().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Map<String, LayerSpec.BatchNorm> folded = new HashMap<>();
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.BatchNorm n && readers.getOrDefault(n.input(), 0L) == 1) {
                folded.put(n.input(), n);
            }
        }
        folded.keySet()
                .retainAll(layers.stream()
                        .filter(LayerSpec.Convolution.class::isInstance)
                        .map(LayerSpec::name)
                        .collect(Collectors.toSet()));
        return folded;
    }

    private void add(LayerSpec layer) {
        String name = layer.name();
        String input = value(layer.inputs().get(0));
        if (layer instanceof LayerSpec.Convolution c) {
            convolution(c, input);
        } else if (layer instanceof LayerSpec.BatchNorm n) {
            norm(n, input);
        } else if (layer instanceof LayerSpec.Relu) {
            file.operator("Relu", name, List.of(input));
        } else if (layer instanceof LayerSpec.ResidualAdd a) {
            String sum = beforePoint(layer);
            file.operator("Add", sum, List.of(branch(a, input), value(a.right())));
            downsample(layer, sum);
        } else if (layer instanceof LayerSpec.Concatenation c) {
            String all = beforePoint(layer);
            List<String> maps = c.inputs().stream().map(this::value).toList();
            file.operator("Concat", all, maps, Attribute.of("axis", 1));
            downsample(layer, all);
        } else if (layer instanceof LayerSpec.DownsamplingPoint) {
            values.put(name, downsample(layer, input));
        } else if (layer instanceof LayerSpec.MaxPool p) {
            AxisWindows usual = p.windows(side(p.input()));
            pooling.maximum(name, input, here(p) ? AdaptiveBins.of(side(p.input()), side(name)) : usual);
        } else if (layer instanceof LayerSpec.AveragePool p) {
            pooling.average(name, input, p.windows(side(p.input())));
        } else if (layer instanceof LayerSpec.Dropout) {
            values.put(name, input);
        } else if (layer instanceof LayerSpec.GlobalAveragePool) {
            file.operator("GlobalAveragePool", name + "/map", List.of(input));
            file.operator("Flatten", name, List.of(name + "/map"), Attribute.of("axis", 1));
        } else if (layer instanceof LayerSpec.Classifier c) {
            String matrix = weight(name + "/weights", c.inChannels(), c.outChannels());
            file.operator("Gemm", name, List.of(input, matrix, weight(name + "/bias", c.outChannels())));
        } else {
            throw new IllegalArgumentException("ONNX files are not written of " + layer);
        }
    }

    private void normalize(Normalization normalization) {
        float[] factor = normalization.deviation();
        float[] offset = normalization.mean();
        for (int c = 0; c < factor.length; c++) {
            offset[c] = -offset[c] / factor[c];
            factor[c] = (float) (1 / (WHITE * factor[c]));
        }
        String scaled = NetworkPlan.INPUT + "/scaled";
        String normal = NetworkPlan.INPUT + "/normal";
        String by = file.constant(NetworkPlan.INPUT + "/factor", factor, 1, factor.length, 1, 1);
        String plus = file.constant(NetworkPlan.INPUT + "/offset", offset, 1, offset.length, 1, 1);
        file.operator("Mul", scaled, List.of(NetworkPlan.INPUT, by));
        file.operator("Add", normal, List.of(scaled, plus));
        values.put(NetworkPlan.INPUT, normal);
    }

    private void convolution(LayerSpec.Convolution c, String input) {
        float[] kernels = weights.get(c.name() + "/weights", c.weights());
        int[] shape = {c.outChannels(), c.inChannels() / c.groups(), c.kernel(), c.kernel()};
        Attribute[] attributes = {
            Attribute.list("kernel_shape", c.kernel(), c.kernel()),
            Attribute.list("strides", c.stride(), c.stride()),
            Attribute.list("pads", c.padding(), c.padding(), c.padding(), c.padding()),
            Attribute.of("group", c.groups())
        };
        LayerSpec.BatchNorm norm = folded.get(c.name());
        if (norm == null) {
            String plain = file.constant(c.name() + "/weights", kernels, shape);
            file.operator("Conv", c.name(), List.of(input, plain), attributes);
            return;
        }
        Affine affine = affine(norm);
        float[] scaled = kernels.clone();
        int each = scaled.length / c.outChannels();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (scaled[i] * affine.factor()[i / each]);
        }
        float[] bias = new float[c.outChannels()];
        for (int channel = 0; channel < bias.length; channel++) {
            bias[channel] = (float) affine.offset()[channel];
        }
        String weighed = file.constant(c.name() + "/weights", scaled, shape);
        String biased = file.constant(c.name() + "/bias", bias, bias.length);
        file.operator("Conv", c.name(), List.of(input, weighed, biased), attributes);
    }

    private void norm(LayerSpec.BatchNorm n, String input) {
        boolean done = folded.containsKey(n.input());
        if (!done) {
            ChannelStatistics own = statistics(n);
            List<String> inputs = List.of(
                    input,
                    weight(n.name() + "/scale", n.outChannels()),
                    weight(n.name() + "/shift", n.outChannels()),
                    file.constant(n.name() + "/mean", own.mean(), n.outChannels()),
                    file.constant(n.name() + "/variance", own.variance(), n.outChannels()));
            String normal = n.relu() ? n.name() + "/normal" : n.name();
            file.operator("BatchNormalization", normal, inputs, Attribute.of("epsilon", LayerSpec.BatchNorm.EPSILON));
        }
        if (n.relu()) {
            file.operator("Relu", n.name(), List.of(done ? input : n.name() + "/normal"));
        } else if (done) {
            values.put(n.name(), input);
        }
    }

    /** Batch normalisation by fixed statistics, a channel each. */
    private record Affine(double[] factor, double[] offset) {}

    private Affine affine(LayerSpec.BatchNorm n) {
        ChannelStatistics own = statistics(n);
        float[] scale = weights.get(n.name() + "/scale", n.outChannels());
        float[] shift = weights.get(n.name() + "/shift", n.outChannels());
        double[] factor = new double[n.outChannels()];
        double[] offset = new double[n.outChannels()];
        for (int c = 0; c < factor.length; c++) {
            factor[c] = scale[c] / Math.sqrt(own.variance()[c] + LayerSpec.BatchNorm.EPSILON);
            offset[c] = shift[c] - own.mean()[c] * factor[c];
        }
        return new Affine(factor, offset);
    }

    private ChannelStatistics statistics(LayerSpec.BatchNorm n) {
        ChannelStatistics own = statistics.get(n.name());
        if (own == null || own.mean().length != n.outChannels()) {
            throw new IllegalArgumentException(
                    "there are no statistics of " + n.outChannels() + " channels of " + n.name());
        }
        return own;
    }

    /** The residual branch as outside training: where training drops it at times, it counts for as often as it was kept. */
    private String branch(LayerSpec.ResidualAdd a, String left) {
        if (a.survival() == 1) {
            return left;
        }
        String kept = a.name() + "/branch";
        String share = file.constant(a.name() + "/survival", new float[] {(float) a.survival()});
        file.operator("Mul", kept, List.of(left, share));
        return kept;
    }

    private boolean here(LayerSpec layer) {
        return layer.point() > 0 && instance.downsamplesAt(layer.point());
    }

    /** What a layer makes is called before its point downsamples it. */
    private String beforePoint(LayerSpec layer) {
        return here(layer) ? layer.name() + "/whole" : layer.name();
    }

    /** Downsamples a map if the instance does so at the layer's point; what comes of it is called as returned. */
    private String downsample(LayerSpec layer, String map) {
        if (!here(layer)) {
            return map;
        }
        int in = side(layer.inputs().get(0));
        pooling.average(layer.name(), map, AdaptiveBins.of(in, side(layer.name())));
        return layer.name();
    }

    private String value(String layer) {
        return values.getOrDefault(layer, layer);
    }

    private int side(String layer) {
        Integer side = sides.get(layer);
        if (side == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return side;
    }

    private String weight(String name, int... shape) {
        long length = 1;
        for (int size : shape) {
            length *= size;
        }
        return file.constant(name, weights.get(name, length), shape);
    }
}
