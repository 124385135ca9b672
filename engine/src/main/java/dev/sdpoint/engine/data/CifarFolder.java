package dev.sdpoint.engine.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int RECORD = 1 + PLANE * RgbImage.CHANNELS;
    private static final int RECORDS_PER_FILE = 10_000;
    private static final int CLASSES = 10;
    private static final String REMEDY = " Unpack " + ARCHIVE_FOLDER
            + " from cifar-10-binary.tar.gz (https://www.cs.toronto.edu/~kriz/cifar.html) again.";

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
        List<String> classNames = classNames(inside.resolve(CLASS_NAMES));
        LabeledImages training = images(inside, TRAINING, recordsPerFile);
        LabeledImages validation = images(inside, List.of(TEST), recordsPerFile);
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

    /** Whether a path holds files of CIFAR-10, in any of its versions. */
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

    private static List<String> classNames(Path file) throws DataException {
        requireFile(file);
        List<String> names;
        try {
            names = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (names.size() != CLASSES || names.stream().distinct().count() != CLASSES) {
            throw new DataException(
                    file + " names " + names.size() + " classes instead of 10 different ones." + REMEDY);
        }
        return names;
    }

    private static LabeledImages images(Path folder, List<String> names, int recordsPerFile) throws DataException {
        for (String name : names) {
            checkSize(folder.resolve(name), recordsPerFile); // all of them before the first is read
        }
        int count = names.size() * recordsPerFile;
        byte[] pixels = new byte[count * PLANE * RgbImage.CHANNELS];
        int[] labels = new int[count];
        for (int f = 0; f < names.size(); f++) {
            readFile(folder.resolve(names.get(f)), f * recordsPerFile, recordsPerFile, pixels, labels);
        }
        return new LabeledImages(SIDE, pixels, labels);
    }

    private static void checkSize(Path file, int records) throws DataException {
        requireFile(file);
        long expected = (long) records * RECORD;
        long size;
        try {
            size = Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (size != expected) {
            String what = size < expected ? " is cut short: it has " : " is too long: it has ";
            throw new DataException(
                    file + what + grouped(size) + " bytes instead of " + grouped(expected) + "." + REMEDY);
        }
    }

    private static void readFile(Path file, int first, int records, byte[] pixels, int[] labels) throws DataException {
        byte[] entry = new byte[RECORD];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int i = first; i < first + records; i++) {
                if (in.readNBytes(entry, 0, RECORD) != RECORD) {
                    throw new DataException(file + " became shorter while it was read." + REMEDY);
                }
                int label = entry[0] & 0xFF;
                if (label >= CLASSES) {
                    throw new DataException("Image " + (i - first) + " of " + file + " has label " + label
                            + ", outside 0 to 9, so the file is damaged." + REMEDY);
                }
                labels[i] = label;
                interleave(entry, pixels, i * PLANE * RgbImage.CHANNELS);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void interleave(byte[] entry, byte[] pixels, int offset) {
        int to = offset;
        for (int p = 1; p <= PLANE; p++) {
            pixels[to] = entry[p];
            pixels[to + 1] = entry[p + PLANE];
            pixels[to + 2] = entry[p + 2 * PLANE];
            to += RgbImage.CHANNELS;
        }
    }

    private static void requireFile(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + " is missing." + REMEDY);
        }
    }

    private static DataException unreadable(Path file, IOException cause) {
        return new DataException(
                file + " could not be read. Check that you may open it and that its disk is there.", cause);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
