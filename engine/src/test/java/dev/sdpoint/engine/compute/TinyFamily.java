package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.DenseNet;
import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.ResNeXt;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.VggNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.PointChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The smallest network of a family that its specification allows, with 4 classes. */
record TinyFamily(String label, NetworkSpec spec, double roundingOfGradients) {
    static final TinyFamily WIDE = small("wide", new WideResNet(10, 1, 4, 16));
    static final TinyFamily WIDE_DROPPING = small("wide, dropping", WIDE.spec().with(new Regularization(0.3, 0.5)));
    static final TinyFamily DENSE = small("dense", new DenseNet(10, 4, 4, 16));
    static final TinyFamily DENSE_DROPPING =
            small("dense, dropping", DENSE.spec().with(new Regularization(0.3, 1)));
    static final TinyFamily EXITS = small("exits", new EarlyExits(WIDE.spec(), 1));
    static final TinyFamily DENSE_EXITS = small("dense, exits", new EarlyExits(DENSE_DROPPING.spec(), 1));
    static final TinyFamily VGG = large("vgg", new VggNet(11, 4, 32, new Regularization(0.3, 1)));
    static final TinyFamily PRE_BASIC = large("basic pre-activation", new ResNet(18, true, 4, 32));
    static final TinyFamily PRE_BOTTLENECK = large("bottleneck pre-activation", new ResNet(50, true, 4, 32));
    static final TinyFamily POST_BASIC =
            large("basic, dropping", new ResNet(18, false, 4, 32, new Regularization(0, 0.5)));
    static final TinyFamily POST_BOTTLENECK = large("bottleneck", new ResNet(50, false, 4, 32));
    static final TinyFamily GROUPED = large("grouped", new ResNeXt(11, 2, 4, 4, 16));

    static final List<TinyFamily> SMALL = List.of(WIDE, WIDE_DROPPING, DENSE, DENSE_DROPPING, EXITS, DENSE_EXITS);
    static final List<TinyFamily> LARGE = List.of(VGG, PRE_BASIC, PRE_BOTTLENECK, POST_BASIC, POST_BOTTLENECK, GROUPED);
    static final List<TinyFamily> ALL =
            Stream.concat(SMALL.stream(), LARGE.stream()).toList();

    private static TinyFamily small(String label, NetworkSpec spec) {
        return new TinyFamily(label, spec, 1e-4);
    }

    /** Errors of rounding grow with the depth. */
    private static TinyFamily large(String label, NetworkSpec spec) {
        return new TinyFamily(label, spec, 5e-3);
    }

    /** Doubles for deep networks, in which rounding of floats grows over the layers, else floats and fused kernels. */
    GraphOptions options() {
        return LARGE.contains(this) ? TinyNetworks.EXACT : GraphOptions.FAST;
    }

    /** Full resolution and points at both ratios, those of a stem in particular. */
    List<Instance> some() {
        int middle = (spec.points() + 1) / 2;
        List<Instance> some = new ArrayList<>(
                List.of(Instance.FULL, Instance.of(1, 0.75), Instance.of(middle, 0.5), Instance.of(middle + 1, 0.75)));
        if (spec.stemPoint()) {
            some.add(Instance.of(1, 0.5));
        } else {
            // 16 to 11 and 5: overlapping bins that no other ratio gives, then odd sides before strides of 2
            some.add(Instance.of(1, 0.7));
        }
        return some;
    }

    /** As above; of deep networks, for which plain loops and doubles take long, one at the first point and one in the middle. */
    List<Instance> few() {
        return LARGE.contains(this)
                ? List.of(
                        Instance.FULL,
                        Instance.of(1, spec.stemPoint() ? 0.5 : 0.7),
                        Instance.of((spec.points() + 1) / 2 + 1, 0.75))
                : some();
    }

    /** All instances of the paper, of large networks those of some points; all exits; some sides of the image. */
    List<Instance> instances() {
        PointChoice choice = LARGE.contains(this) ? PointChoice.ALTERNATE : PointChoice.EVERY;
        List<Instance> all = new ArrayList<>(InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS, choice)
                .instances());
        for (int exit = 1; exit <= spec.exits(); exit++) {
            all.add(Instance.of(exit, 0));
        }
        all.add(Instance.of(0, 0.5));
        all.add(Instance.of(0, 11 / 16.0));
        return all;
    }

    /** Learned arrays: one of each convolution, two of each batch normalisation and classifier. */
    int learnedArrays() {
        return spec.plan().layers().stream()
                .mapToInt(layer -> layer instanceof LayerSpec.Convolution
                        ? 1
                        : layer instanceof LayerSpec.BatchNorm || layer instanceof LayerSpec.Classifier ? 2 : 0)
                .sum();
    }

    @Override
    public String toString() {
        return label;
    }
}
