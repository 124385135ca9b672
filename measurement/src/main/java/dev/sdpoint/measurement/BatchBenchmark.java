package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BatchStream;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How fast images are prepared, by one thread, against how fast a training step eats them with all processors, in turn in one
 * process: batches from bytes as a run prepares them, with crop, flip and normalisation, and pictures from files. Arguments:
 * network, batch size, rounds; default {@code wrn-16-1 128 9}, the network that eats most.
 */
public final class BatchBenchmark {
    private static final int CLASSES = 10;
    private static final int WARM_UP = 3;
    private static final int BATCHES = 40;
    private static final int PICTURES = 64;
    private static final double ENOUGH = 1;
    private static final String IN_A_RUN = "crop, flip, normalise in a run's own thread";

    private final LabeledImages images;
    private final int size;
    private final List<Source> sources = new ArrayList<>();

    /** @param count images of one run */
    private record Source(String name, int count, Runnable run) {}

    private BatchBenchmark(LabeledImages images, int size) {
        this.images = images;
        this.size = size;
        sources.add(new Source("crop, flip, normalise", BATCHES * size, () -> make(new Augmentation.CropAndFlip(4))));
        sources.add(new Source(IN_A_RUN, BATCHES * size, this::stream));
        sources.add(new Source("normalise only", BATCHES * size, () -> make(new Augmentation.None())));
        sources.add(new Source("bundled images, decoded at once", bundled(), BatchBenchmark::bundled));
        for (SamplePictures.Kind kind : SamplePictures.Kind.values()) {
            List<byte[]> files = SamplePictures.of(images, kind, PICTURES);
            sources.add(new Source(kind.title() + ", decoded and fitted", PICTURES, () -> read(files)));
        }
    }

    /** Decodes all bundled images; returns how many there are. */
    private static int bundled() {
        try {
            DataSet all = BundledCifar10.load();
            return all.training().size() + all.validation().size();
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make(Augmentation augmentation) {
        BatchMaker maker = new BatchMaker(images, Normalization.CIFAR10, augmentation);
        for (int b = 0; b < BATCHES; b++) {
            int first = b * size;
            maker.make(
                    IntStream.range(first, first + size)
                            .map(i -> i % images.size())
                            .toArray(),
                    b);
        }
    }

    private void stream() {
        BatchMaker maker = new BatchMaker(images, Normalization.CIFAR10, new Augmentation.CropAndFlip(4));
        try (BatchStream stream = new BatchStream(maker, images.size(), size, 1, 0, BATCHES)) {
            while (stream.hasNext()) {
                stream.next();
            }
        }
    }

    private void read(List<byte[]> files) {
        try {
            for (byte[] file : files) {
                PictureReader.fit(PictureReader.read(file, "picture"), images.side());
            }
        } catch (DataException e) {
            throw new IllegalStateException("a picture that was just written cannot be read", e);
        }
    }

    /** Prints images a second and notes the ratio to the appetite. */
    public static void main(String[] arguments) throws DataException {
        Arguments given = Arguments.of(arguments);
        int size = given.number(0, 128);
        Rounds rounds = new Rounds(WARM_UP, given.number(1, 9));
        LabeledImages images = BundledCifar10.load().training();
        NetworkSpec spec = NetworkNames.parse(given.namesOr(List.of("wrn-16-1")).get(0), CLASSES, images.side());
        new BatchBenchmark(images, size).run(spec, rounds);
    }

    private void run(NetworkSpec spec, Rounds rounds) {
        Instance cheapest = new CostModel(spec.plan())
                .costs(InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS)).stream()
                        .min(Comparator.comparingLong(InstanceCost::flops))
                        .orElseThrow()
                        .instance();
        Batch batch = Noise.batch(spec, size);
        try (TrainableNetwork network = new Dl4jCompute().build(spec, PaperTraining.optimization(size), 1)) {
            List<Source> all = new ArrayList<>(List.of(
                    new Source("eaten by " + spec.name() + ", " + cheapest.label(), size, () -> {
                        network.step(batch, cheapest, PaperTraining.RATE);
                    }),
                    new Source("eaten by " + spec.name() + ", full resolution", size, () -> {
                        network.step(batch, Instance.FULL, PaperTraining.RATE);
                    })));
            all.addAll(sources);
            report(all, rounds.time(all.stream().map(Source::run).toList()));
        }
    }

    private static void report(List<Source> all, Timings timings) {
        Source eater = all.get(0);
        Table table = new Table("", "images/s", "of what is " + eater.name());
        for (int i = 0; i < all.size(); i++) {
            Source source = all.get(i);
            double ratio = timings.ratio(0, i) * source.count() / eater.count();
            String speed = String.format(Locale.ROOT, "%,.0f", source.count() / timings.seconds(i));
            table.row(source.name(), speed, Table.times(ratio));
            if (source.name().equals(IN_A_RUN)) {
                String goal = "preparation: " + source.name() + ", against what is " + eater.name();
                Findings.note(Finding.atLeast(goal, ENOUGH, ratio, Table::times));
            } else if (i > 1) {
                Findings.note(Finding.reported("preparation: " + source.name(), speed + " images/s"));
            }
        }
    }
}
