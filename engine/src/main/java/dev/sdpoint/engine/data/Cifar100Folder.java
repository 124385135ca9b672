package dev.sdpoint.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the official CIFAR-100 data set in its binary version (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny
 * Images): 50,000 training and 10,000 test records in one file each, one byte for the superclass, one for the class, and then 32×32
 * red, green and blue values. The classes count; the 20 superclasses are not used.
 */
public final class Cifar100Folder {
    /** The folder inside the official archive. */
    static final String ARCHIVE_FOLDER = "cifar-100-binary";

    private static final String CLASS_NAMES = "fine_label_names.txt";
    private static final String TRAINING = "train.bin";
    private static final String TEST = "test.bin";
    private static final int TRAINING_RECORDS = 50_000;
    private static final int TEST_RECORDS = 10_000;
    private static final CifarRecords RECORDS = new CifarRecords(
            2,
            100,
            " Unpack " + ARCHIVE_FOLDER
                    + " from cifar-100-binary.tar.gz (https://www.cs.toronto.edu/~kriz/cifar.html) again.");

    private Cifar100Folder() {}

    /** Where the files lie, if this is {@code cifar-100-binary} or the folder that it lies in. */
    static Optional<Path> locate(Path folder) {
        return List.of(folder, folder.resolve(ARCHIVE_FOLDER)).stream()
                .filter(candidate ->
                        Files.exists(candidate.resolve(CLASS_NAMES)) || Files.exists(candidate.resolve(TRAINING)))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /**
     * Returns the 50,000 training and 10,000 validation images, in the order of the files. Takes about a second and 184 MB of
     * memory that the data set keeps.
     *
     * @param folder {@code cifar-100-binary} or the folder it lies in
     * @throws DataException if the folder or a file is missing, a file has a wrong size, a label is not 0 to 99, there are not a
     *     hundred class names, or reading fails
     */
    public static DataSet read(Path folder) throws DataException {
        return read(folder, TRAINING_RECORDS, TEST_RECORDS);
    }

    /** The same for files with other numbers of records, so that tests need not write 184 MB. */
    static DataSet read(Path folder, int trainingRecords, int testRecords) throws DataException {
        Path inside = locate(folder)
                .orElseThrow(() -> new DataException("There are no CIFAR-100 files in " + folder
                        + ". Choose the folder " + ARCHIVE_FOLDER + " with " + TRAINING + ", " + TEST + " and "
                        + CLASS_NAMES + "."));
        List<String> classNames = RECORDS.classNames(inside.resolve(CLASS_NAMES));
        LabeledImages training = RECORDS.images(inside, List.of(TRAINING), trainingRecords);
        LabeledImages validation = RECORDS.images(inside, List.of(TEST), testRecords);
        return DataSet.of("cifar100", "CIFAR-100", classNames, training, validation);
    }
}
