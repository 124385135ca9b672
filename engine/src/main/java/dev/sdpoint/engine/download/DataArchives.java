package dev.sdpoint.engine.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data sets that can be fetched by name. */
public final class DataArchives {
    private static final String CITATION = "Krizhevsky (2009), Learning Multiple Layers of Features from Tiny Images.";
    private static final String HOME = "https://www.cs.toronto.edu/~kriz/";
    private static final long CIFAR_10_BATCH = 10_000L * 3073;
    private static final List<String> CIFAR_10_BATCHES = List.of(
            "5dd7e06a14cb22eb9f671a540d1b7c25",
            "5ea93a67294ea407fff1d09f752e9692",
            "942cd6a4bcdd0dd3c604fbe906cb4421",
            "ae636b3ba5c66a11e91e8cb52e771fcb",
            "53f37980c15c3d472c316c40844f3f0d");

    /** The binary version of CIFAR-10. */
    public static final DataArchive CIFAR_10 = new DataArchive(
            "cifar10",
            "CIFAR-10",
            "60,000 photographs of 32×32 pixels in 10 classes; 10,000 of them for testing",
            CITATION,
            URI.create(HOME + "cifar-10-binary.tar.gz"),
            170_052_171,
            "c32a1d4ab5d03f1284b67883e8d87530",
            "cifar-10-batches-bin",
            Stream.concat(
                            IntStream.range(0, CIFAR_10_BATCHES.size())
                                    .mapToObj(i -> new ArchivedFile(
                                            "data_batch_" + (i + 1) + ".bin", CIFAR_10_BATCH, CIFAR_10_BATCHES.get(i))),
                            Stream.of(new ArchivedFile(
                                    "test_batch.bin", CIFAR_10_BATCH, "803d5f7f4d78ea53de84dbe85f74fb6d")))
                    .toList(),
            List.of("batches.meta.txt"));

    /** The binary version of CIFAR-100. */
    public static final DataArchive CIFAR_100 = new DataArchive(
            "cifar100",
            "CIFAR-100",
            "60,000 photographs of 32×32 pixels in 100 classes; 10,000 of them for testing",
            CITATION,
            URI.create(HOME + "cifar-100-binary.tar.gz"),
            168_513_733,
            "03b5dce01913d631647c71ecec9e9cb8",
            "cifar-100-binary",
            List.of(
                    new ArchivedFile("train.bin", 50_000L * 3074, "6172c7755cfe09b2fe270c85cebc1b15"),
                    new ArchivedFile("test.bin", 10_000L * 3074, "4499cfba6c016c1be1438163640a0898")),
            List.of("fine_label_names.txt", "coarse_label_names.txt"));

    private DataArchives() {}

    /** All of them, in the order in which they are shown. */
    public static List<DataArchive> all() {
        return List.of(CIFAR_10, CIFAR_100);
    }

    /** The one with this id. */
    public static Optional<DataArchive> byId(String id) {
        return all().stream().filter(archive -> archive.id().equals(id)).findFirst();
    }
}
