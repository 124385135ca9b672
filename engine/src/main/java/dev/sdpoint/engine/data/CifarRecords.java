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
 * The binary files that the CIFAR data sets have in common: records of some label bytes and 32×32 red, then green, then blue values.
 *
 * @param labelBytes of each record; the last of them is the class
 * @param classes labels are below it
 * @param remedy what to do about a damaged file, a sentence with a blank in front
 */
record CifarRecords(int labelBytes, int classes, String remedy) {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;

    private int recordBytes() {
        return labelBytes + PLANE * RgbImage.CHANNELS;
    }

    /** Reads all records of some files, one after the other. */
    LabeledImages images(Path folder, List<String> names, int recordsPerFile) throws DataException {
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

    /** Reads the names of the classes, one a line. */
    List<String> classNames(Path file) throws DataException {
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
        if (names.size() != classes || names.stream().distinct().count() != classes) {
            throw new DataException(
                    file + " names " + names.size() + " classes instead of " + classes + " different ones." + remedy);
        }
        return names;
    }

    private void checkSize(Path file, int records) throws DataException {
        requireFile(file);
        long expected = (long) records * recordBytes();
        long size;
        try {
            size = Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (size != expected) {
            String what = size < expected ? " is cut short: it has " : " is too long: it has ";
            throw new DataException(
                    file + what + grouped(size) + " bytes instead of " + grouped(expected) + "." + remedy);
        }
    }

    private void readFile(Path file, int first, int records, byte[] pixels, int[] labels) throws DataException {
        byte[] entry = new byte[recordBytes()];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int i = first; i < first + records; i++) {
                if (in.readNBytes(entry, 0, entry.length) != entry.length) {
                    throw new DataException(file + " became shorter while it was read." + remedy);
                }
                int label = entry[labelBytes - 1] & 0xFF;
                if (label >= classes) {
                    throw new DataException("Image " + (i - first) + " of " + file + " has label " + label
                            + ", outside 0 to " + (classes - 1) + ", so the file is damaged." + remedy);
                }
                labels[i] = label;
                interleave(entry, pixels, i * PLANE * RgbImage.CHANNELS);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void interleave(byte[] entry, byte[] pixels, int offset) {
        int to = offset;
        for (int p = labelBytes; p < labelBytes + PLANE; p++) {
            pixels[to] = entry[p];
            pixels[to + 1] = entry[p + PLANE];
            pixels[to + 2] = entry[p + 2 * PLANE];
            to += RgbImage.CHANNELS;
        }
    }

    private void requireFile(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + " is missing." + remedy);
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
