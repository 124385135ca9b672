package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass written down as plain loops over doubles, from the definitions, without any of the code under test: what
 * the graph must agree with. Maps are {@code [image][row][column][channel]}.
 */
final class LoopNetwork {
    private static final double EPSILON = 1e-5;

    /** A feature map of several images. */
    record Maps(int images, int side, int channels, double[] values) {
        static Maps of(int images, int side, int channels) {
            return new Maps(images, side, channels, new double[images * side * side * channels]);
        }

        Maps map(DoubleUnaryOperator function) {
            return new Maps(
                    images, side, channels, Arrays.stream(values).map(function).toArray());
        }

        int at(int image, int row, int column, int channel) {
            return ((image * side + row) * side + column) * channels + channel;
        }
    }

    /** Mean and variance of a channel. */
    record Moments(double mean, double biasedVariance, double unbiasedVariance) {}

    private final NetworkPlan plan;
    private final NamedWeights weights;
    private final Map<String, Moments[]> batchMoments = new HashMap<>();

    LoopNetwork(NetworkPlan plan, NamedWeights weights) {
        this.plan = plan;
        this.weights = weights;
    }

    /** Moments of the layers in the last pass, which normalised by the batch. */
    Map<String, Moments[]> batchMoments() {
        return batchMoments;
    }

    /** Moments of one of them. */
    Moments[] batchMoments(String layer) {
        return Objects.requireNonNull(batchMoments.get(layer), layer);
    }

    /** Class probabilities by the batch's own statistics. */
    double[][] training(float[] images, int count, Instance instance) {
        batchMoments.clear();
        return run(images, count, instance, layer -> null);
    }

    /** Class probabilities by given statistics. */
    double[][] inference(
            float[] images, int count, Instance instance, Function<String, @Nullable ChannelStatistics> statistics) {
        return run(images, count, instance, statistics);
    }

    private double[][] run(
            float[] images, int count, Instance instance, Function<String, @Nullable ChannelStatistics> statistics) {
        Map<String, Maps> found = new HashMap<>();
        Maps image = Maps.of(count, plan.side(), plan.channels());
        for (int i = 0; i < images.length; i++) {
            image.values()[i] = images[i];
        }
        found.put(NetworkPlan.INPUT, image);
        for (LayerSpec layer : plan.layers()) {
            found.put(layer.name(), put(layer, found, instance, statistics));
        }
        Maps answer = of(found, plan.output(instance));
        double[][] rows = new double[count][answer.channels()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(answer.values(), i * answer.channels(), rows[i], 0, answer.channels());
        }
        return rows;
    }

    /** What a layer puts out. */
    private Maps put(
            LayerSpec layer,
            Map<String, Maps> found,
            Instance instance,
            Function<String, @Nullable ChannelStatistics> statistics) {
        Maps x = of(found, layer.inputs().get(0));
        boolean here = instance.downsamplesAt(layer.point());
        if (layer instanceof LayerSpec.Convolution c) {
            return convolve(x, c);
        }
        if (layer instanceof LayerSpec.BatchNorm n) {
            Maps y = normalize(x, n.name(), statistics.apply(n.name()));
            return n.relu() ? y.map(v -> Math.max(0, v)) : y;
        }
        if (layer instanceof LayerSpec.Relu) {
            return x.map(v -> Math.max(0, v));
        }
        if (layer instanceof LayerSpec.ResidualAdd a) {
            Maps sum = add(x.map(v -> a.survival() * v), of(found, a.right()));
            return here ? LoopPooling.average(sum, pooledSide(sum.side(), instance.ratio())) : sum;
        }
        if (layer instanceof LayerSpec.Concatenation c) {
            Maps all =
                    concatenate(c.inputs().stream().map(name -> of(found, name)).toList());
            return here ? LoopPooling.average(all, pooledSide(all.side(), instance.ratio())) : all;
        }
        if (layer instanceof LayerSpec.DownsamplingPoint) {
            return here ? LoopPooling.average(x, pooledSide(x.side(), instance.ratio())) : x;
        }
        if (layer instanceof LayerSpec.MaxPool p) {
            Maps y = LoopPooling.largest(x, p.kernel(), p.stride(), p.padding());
            return here ? LoopPooling.largest(x, pooledSide(y.side(), instance.ratio())) : y;
        }
        if (layer instanceof LayerSpec.AveragePool p) {
            return LoopPooling.average(x, p.kernel(), p.kernel());
        }
        if (layer instanceof LayerSpec.Dropout) {
            return x;
        }
        if (layer instanceof LayerSpec.GlobalAveragePool) {
            return LoopPooling.average(x, 1);
        }
        return classify(x, (LayerSpec.Classifier) layer);
    }

    private static Maps of(Map<String, Maps> found, String layer) {
        return Objects.requireNonNull(found.get(layer), layer);
    }

    private static int pooledSide(int side, double ratio) {
        return (int) Math.rint(side * ratio);
    }

    private Maps convolve(Maps x, LayerSpec.Convolution c) {
        int k = c.kernel();
        float[] w = weights.get(c.name() + "/weights", c.weights());
        Maps y = Maps.of(x.images(), (x.side() + 2 * c.padding() - k) / c.stride() + 1, c.outChannels());
        for (int n = 0; n < x.images(); n++) {
            for (int row = 0; row < y.side(); row++) {
                for (int column = 0; column < y.side(); column++) {
                    for (int o = 0; o < c.outChannels(); o++) {
                        y.values()[y.at(n, row, column, o)] = convolveAt(x, c, w, n, row, column, o);
                    }
                }
            }
        }
        return y;
    }

    private static double convolveAt(
            Maps x, LayerSpec.Convolution c, float[] w, int image, int row, int column, int out) {
        int k = c.kernel();
        int inOfGroup = c.inChannels() / c.groups();
        int first = out / (c.outChannels() / c.groups()) * inOfGroup;
        double sum = 0;
        for (int dy = 0; dy < k; dy++) {
            for (int dx = 0; dx < k; dx++) {
                int inRow = row * c.stride() + dy - c.padding();
                int inColumn = column * c.stride() + dx - c.padding();
                if (inRow < 0 || inRow >= x.side() || inColumn < 0 || inColumn >= x.side()) {
                    continue;
                }
                for (int i = 0; i < inOfGroup; i++) {
                    sum += x.values()[x.at(image, inRow, inColumn, first + i)]
                            * w[((out * inOfGroup + i) * k + dy) * k + dx];
                }
            }
        }
        return sum;
    }

    private Maps normalize(Maps x, String layer, @Nullable ChannelStatistics given) {
        float[] scale = weights.get(layer + "/scale", x.channels());
        float[] shift = weights.get(layer + "/shift", x.channels());
        Moments[] moments = new Moments[x.channels()];
        Maps y = Maps.of(x.images(), x.side(), x.channels());
        for (int k = 0; k < x.channels(); k++) {
            moments[k] = given == null
                    ? momentsOf(x, k)
                    : new Moments(given.mean()[k], given.variance()[k], given.variance()[k]);
            for (int i = k; i < y.values().length; i += x.channels()) {
                double normal = (x.values()[i] - moments[k].mean()) / Math.sqrt(moments[k].biasedVariance() + EPSILON);
                y.values()[i] = normal * scale[k] + shift[k];
            }
        }
        if (given == null) {
            batchMoments.put(layer, moments);
        }
        return y;
    }

    private static Moments momentsOf(Maps x, int channel) {
        int rows = x.values().length / x.channels();
        double sum = 0;
        for (int i = channel; i < x.values().length; i += x.channels()) {
            sum += x.values()[i];
        }
        double mean = sum / rows;
        double squares = 0;
        for (int i = channel; i < x.values().length; i += x.channels()) {
            squares += (x.values()[i] - mean) * (x.values()[i] - mean);
        }
        return new Moments(mean, squares / rows, squares / (rows - 1));
    }

    private static Maps add(Maps a, Maps b) {
        Maps y = Maps.of(a.images(), a.side(), a.channels());
        for (int i = 0; i < y.values().length; i++) {
            y.values()[i] = a.values()[i] + b.values()[i];
        }
        return y;
    }

    private static Maps concatenate(List<Maps> parts) {
        Maps first = parts.get(0);
        Maps y = Maps.of(
                first.images(),
                first.side(),
                parts.stream().mapToInt(Maps::channels).sum());
        int offset = 0;
        for (Maps part : parts) {
            for (int i = 0; i < part.values().length; i++) {
                int pixel = i / part.channels();
                y.values()[pixel * y.channels() + offset + i % part.channels()] = part.values()[i];
            }
            offset += part.channels();
        }
        return y;
    }

    private Maps classify(Maps x, LayerSpec.Classifier c) {
        float[] w = weights.get(c.name() + "/weights", (long) c.inChannels() * c.outChannels());
        float[] bias = weights.get(c.name() + "/bias", c.outChannels());
        Maps y = Maps.of(x.images(), 1, c.outChannels());
        for (int n = 0; n < x.images(); n++) {
            double sum = 0;
            for (int k = 0; k < c.outChannels(); k++) {
                double logit = bias[k];
                for (int i = 0; i < c.inChannels(); i++) {
                    logit += x.values()[n * c.inChannels() + i] * w[i * c.outChannels() + k];
                }
                y.values()[n * c.outChannels() + k] = Math.exp(logit);
                sum += Math.exp(logit);
            }
            for (int k = 0; k < c.outChannels(); k++) {
                y.values()[n * c.outChannels() + k] /= sum;
            }
        }
        return y;
    }
}
