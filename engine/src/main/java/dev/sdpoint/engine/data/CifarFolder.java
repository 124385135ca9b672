package dev.sdpoint.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the official CIFAR-10 data set in its binary version (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny
 * Images): five training files and one test file of 10,000 records each, one label byte and then 32×32 red, green and blue
 * values, and {@code batches.meta.txt} with the class names.
 */
public final class CifarFolder {
    /** The folder inside the official archive. */
    static final String ARCHIVE_FOLDER = "cifar-10-batches-bin";

    private static final String CLASS_NAMES = "batches.meta.txt";
    private static final String TEST = "test_batch.bin";
    private static final List<String> TRAINING =
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");

    private static final int RECORDS_PER_FILE = 10_000;
    private static final CifarRecords RECORDS = new CifarRecords(
            1,
            10,
            " Unpack " + ARCHIVE_FOLDER
                    + " from cifar-10-binary.tar.gz (https://www.cs.toronto.edu/~kriz/cifar.html) again.");

    private CifarFolder() {}

    /**
     * Returns the 50,000 training and 10,000 validation images, in the order of the files. Takes about a second and 184 MB of
     * memory that the data set keeps.
     *
     * @param folder {@code cifar-10-batches-bin} or the folder it lies in
     * @throws DataException if the folder or a file is missing, a file has a wrong size, a label is not 0 to 9, there are not
     *     ten class names, or reading fails
     */
    public static DataSet read(Path folder) throws DataException {
        return read(folder, RECORDS_PER_FILE);
    }

    /** The same for files with another number of records, so that tests need not write 184 MB. */
    static DataSet read(Path folder, int recordsPerFile) throws DataException {
        Path inside = locate(folder);
        List<String> classNames = RECORDS.classNames(inside.resolve(CLASS_NAMES));
        LabeledImages training = RECORDS.images(inside, TRAINING, recordsPerFile);
        LabeledImages validation = RECORDS.images(inside, List.of(TEST), recordsPerFile);
        return DataSet.of("cifar10", "CIFAR-10", classNames, training, validation);
    }

    private static Path locate(Path folder) throws DataException {
        if (!Files.exists(folder)) {
            throw new DataException("There is no folder " + folder + ". Check the path.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    folder + " is a file, not a folder. Unpack it if it is the archive, and choose the folder "
                            + ARCHIVE_FOLDER + ".");
        }
        for (Path candidate : List.of(folder, folder.resolve(ARCHIVE_FOLDER))) {
            if (looksLikeCifar(candidate)) {
                return candidate;
            }
        }
        if (Files.exists(folder.resolve("data_batch_1")) || Files.exists(folder.resolve("data_batch_1.mat"))) {
            throw new DataException(
                    folder + " holds the Python or Matlab version of CIFAR-10. Download the binary version, "
                            + "cifar-10-binary.tar.gz, from https://www.cs.toronto.edu/~kriz/cifar.html.");
        }
        throw new DataException("There are no CIFAR-10 files in " + folder + ". Choose the folder " + ARCHIVE_FOLDER
                + " with data_batch_1.bin to data_batch_5.bin, test_batch.bin and batches.meta.txt, "
                + "or a folder with a folder of pictures for each class.");
    }

    /** Whether a path holds files of CIFAR-10 or CIFAR-100, in any of its versions. */
    static boolean recognises(Path folder) {
        return looksLikeCifar(folder)
                || looksLikeCifar(folder.resolve(ARCHIVE_FOLDER))
                || Files.exists(folder.resolve("data_batch_1"))
                || Files.exists(folder.resolve("data_batch_1.mat"));
    }

    private static boolean looksLikeCifar(Path folder) {
        return Files.exists(folder.resolve(TEST))
                || TRAINING.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
