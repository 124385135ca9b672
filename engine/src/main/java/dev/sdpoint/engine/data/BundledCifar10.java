package dev.sdpoint.engine.data;

/**
 * The subset of CIFAR-10 that comes with the program (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images):
 * the first 400 images of each class of the training batches and the first 200 of each class of the test batch, in the order
 * in which they stand there.
 */
public final class BundledCifar10 {
    private static final String FOLDER = "/dev/sdpoint/assets/cifar10/";

    private BundledCifar10() {}

    /**
     * Decodes the bundled images; about half a second the first time. Nothing is kept between calls.
     *
     * @throws DataException if the resources are missing or damaged
     */
    public static DataSet load() throws DataException {
        return load(BundledCifar10.class::getResourceAsStream);
    }

    /** Does so from other resources, so that tests can damage them. */
    static DataSet load(Sprites.Resources resources) throws DataException {
        return new Sprites(FOLDER, resources).load("cifar10-bundled", "CIFAR-10, bundled subset");
    }

    /**
     * Returns where each bundled validation image stands in the official test batch, 0 to 9,999, in the order of the bundled
     * ones; so results on the bundled images can be compared with results on all.
     *
     * @throws DataException if the resources are missing or damaged
     */
    public static int[] validationIndices() throws DataException {
        return new Sprites(FOLDER, BundledCifar10.class::getResourceAsStream).validationIndices();
    }
}
