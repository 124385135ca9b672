package dev.sdpoint.engine.data;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A named data set with a training and a validation part over the same classes. Immutable.
 *
 * @param id a short stable name for records and files, such as {@code cifar10}
 * @param title the name a person reads
 * @param classNames the name of each label, in label order; distinct, at least one
 * @param training images to learn from; at least one
 * @param validation images to measure on, of the same side; at least one
 * @param fingerprint SHA-256 in 64 lower-case hexadecimal digits over counts, sides, labels and pixels of the training part
 *     and then the validation part; equal fingerprints mean equal images and labels in equal order. Of a folder of pictures,
 *     which may hold 100 GB: over side, class names, and each image's path, size and the checksum of the first and last 64 kB of
 *     its file
 * @param report what was found when it was opened
 */
public record DataSet(
        String id,
        String title,
        List<String> classNames,
        LabeledImages training,
        LabeledImages validation,
        String fingerprint,
        FolderReport report) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if a name is blank or repeated, a part is empty, the sides differ, a label has no class
     *     name or the fingerprint is not a SHA-256
     */
    public DataSet {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException(
                    "A data set needs an id and a title, got '" + id + "' and '" + title + "'.");
        }
        classNames = List.copyOf(classNames);
        if (classNames.isEmpty()
                || classNames.stream().anyMatch(String::isBlank)
                || new HashSet<>(classNames).size() != classNames.size()) {
            throw new IllegalArgumentException("Class names must be distinct and not blank, got " + classNames + ".");
        }
        if (training.size() == 0 || validation.size() == 0) {
            throw new IllegalArgumentException("Both parts need images, got " + training.size() + " for training and "
                    + validation.size() + " for validation.");
        }
        if (training.side() != validation.side()) {
            throw new IllegalArgumentException("Training images have side " + training.side()
                    + " but validation images " + validation.side() + "; both must agree.");
        }
        int largest = Math.max(training.largestLabel(), validation.largestLabel());
        if (largest >= classNames.size()) {
            throw new IllegalArgumentException("Label " + largest + " has no name: there are only " + classNames.size()
                    + " class names, for labels 0 to " + (classNames.size() - 1) + ".");
        }
        if (!SHA_256.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("'" + fingerprint + "' is not a SHA-256 of 64 lower-case hex digits.");
        }
    }

    /** A data set about whose opening there is nothing to tell. */
    public DataSet(
            String id,
            String title,
            List<String> classNames,
            LabeledImages training,
            LabeledImages validation,
            String fingerprint) {
        this(id, title, classNames, training, validation, fingerprint, FolderReport.NONE);
    }

    /**
     * Makes a data set of images in memory and computes its fingerprint, about a second for a gigabyte of pixels.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static DataSet of(
            String id, String title, List<String> classNames, LabeledImages training, LabeledImages validation) {
        MessageDigest digest = Checksums.sha256();
        training.digest(digest);
        validation.digest(digest);
        return new DataSet(id, title, classNames, training, validation, Checksums.hex(digest));
    }

    /** Returns the rows and columns of every image. */
    public int side() {
        return training.side();
    }

    /** Returns the number of classes. */
    public int classCount() {
        return classNames.size();
    }
}
