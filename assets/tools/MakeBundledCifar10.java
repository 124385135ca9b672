import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes the subset of CIFAR-10 that comes with the program, from the official binary version of the data set
 * (https://www.cs.toronto.edu/~kriz/cifar.html). Run it from the root of the project:
 *
 * <pre>java assets/tools/MakeBundledCifar10.java FOLDER/cifar-10-batches-bin</pre>
 *
 * It takes the first 400 images of each class of the training batches and the first 200 of each class of the test batch, sorts
 * them by class, keeping the official order within a class, and writes two lossless sprites of 32×32 tiles (left to right, top
 * to bottom) and {@code index.properties}. The pixels are the same on every machine; the compressed bytes may depend on the
 * Java's zlib, so the checksums are written along with them.
 */
public final class MakeBundledCifar10 {
    private static final Path OUT = Path.of("assets/src/main/resources/dev/sdpoint/assets/cifar10");
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int RECORD = 1 + 3 * PLANE;
    private static final int CLASSES = 10;

    private record Part(String name, String file, int perClass, int columns, List<String> sources) {}

    private record Entry(int index, byte[] record) {
        int label() {
            return record[0];
        }
    }

    private MakeBundledCifar10() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: java assets/tools/MakeBundledCifar10.java FOLDER/cifar-10-batches-bin");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        Part training = new Part(
                "training",
                "train.png",
                400,
                80,
                IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList());
        Part validation = new Part("validation", "validation.png", 200, 50, List.of("test_batch.bin"));
        Files.createDirectories(OUT);
        String classes = Files.readString(folder.resolve("batches.meta.txt")).strip().replaceAll("\\s+", ",");
        String index = "# Written by assets/tools/MakeBundledCifar10.java; see NOTICE for where the images come from.\n"
                + "classes=" + classes + "\nside=" + SIDE + "\n" + write(folder, training) + write(folder, validation);
        Files.writeString(OUT.resolve("index.properties"), index, StandardCharsets.ISO_8859_1);
    }

    /** Writes the sprite and returns its lines of the index. */
    private static String write(Path folder, Part part) throws IOException {
        List<Entry> chosen = choose(folder, part);
        byte[] png = png(sprite(chosen, part.columns()), part.columns() * SIDE);
        Files.write(OUT.resolve(part.file()), png);
        System.out.println(part.file() + ": " + chosen.size() + " images, " + png.length + " bytes");
        String indices = IntStream.range(0, CLASSES)
                .mapToObj(label -> chosen.subList(label * part.perClass(), (label + 1) * part.perClass()).stream()
                        .map(entry -> Integer.toString(entry.index()))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(",\\\n    "));
        return """

                %1$s.file=%2$s
                %1$s.sha256=%3$s
                %1$s.perClass=%4$d
                %1$s.columns=%5$d
                # Where each image stands in the official batches, counted from 0, one line for each class.
                %1$s.indices=%6$s
                """
                .formatted(part.name(), part.file(), sha256(png), part.perClass(), part.columns(), indices);
    }

    private static List<Entry> choose(Path folder, Part part) throws IOException {
        List<Entry> chosen = new ArrayList<>();
        int[] taken = new int[CLASSES];
        int index = 0;
        for (String source : part.sources()) {
            byte[] batch = Files.readAllBytes(folder.resolve(source));
            for (int at = 0; at + RECORD <= batch.length; at += RECORD) {
                if (taken[batch[at]]++ < part.perClass()) {
                    byte[] record = new byte[RECORD];
                    System.arraycopy(batch, at, record, 0, RECORD);
                    chosen.add(new Entry(index, record));
                }
                index++;
            }
        }
        if (chosen.size() != CLASSES * part.perClass()) {
            throw new IOException(folder + " has too few images for the " + part.name() + " part.");
        }
        chosen.sort(Comparator.comparingInt(Entry::label)); // stable: the official order remains within a class
        return chosen;
    }

    /** Rows of red, green, blue bytes. */
    private static byte[][] sprite(List<Entry> tiles, int columns) {
        int rows = (tiles.size() + columns - 1) / columns;
        byte[][] lines = new byte[rows * SIDE][columns * SIDE * 3];
        for (int t = 0; t < tiles.size(); t++) {
            byte[] record = tiles.get(t).record();
            for (int p = 0; p < PLANE; p++) {
                byte[] line = lines[t / columns * SIDE + p / SIDE];
                int to = (t % columns * SIDE + p % SIDE) * 3;
                line[to] = record[1 + p];
                line[to + 1] = record[1 + p + PLANE];
                line[to + 2] = record[1 + p + 2 * PLANE];
            }
        }
        return lines;
    }

    /** An 8-bit RGB PNG without any extra chunk; the smaller of two ways to choose each row's filter. */
    private static byte[] png(byte[][] lines, int width) throws IOException {
        byte[] data = null;
        for (boolean byEntropy : new boolean[] {false, true}) {
            byte[] candidate = deflate(filter(lines, byEntropy));
            data = data == null || candidate.length < data.length ? candidate : data;
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(header)) {
            out.writeInt(width);
            out.writeInt(lines.length);
            out.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, deflate, adaptive filters, not interlaced
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(png)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", data);
            chunk(out, "IEND", new byte[0]);
        }
        return png.toByteArray();
    }

    private static byte[] filter(byte[][] lines, boolean byEntropy) {
        ByteArrayOutputStream filtered = new ByteArrayOutputStream();
        byte[] above = new byte[lines[0].length];
        for (byte[] line : lines) {
            byte[] best = null;
            double bestCost = Double.MAX_VALUE;
            for (int type = 0; type < 5; type++) {
                byte[] candidate = filtered(line, above, type);
                double cost = byEntropy ? entropy(candidate) : sumOfMagnitudes(candidate);
                if (cost < bestCost) {
                    best = candidate;
                    bestCost = cost;
                }
            }
            filtered.writeBytes(best);
            above = line;
        }
        return filtered.toByteArray();
    }

    /** The row after PNG's filter 0 none, 1 sub, 2 up, 3 average or 4 Paeth, with the type in front. */
    private static byte[] filtered(byte[] line, byte[] above, int type) {
        byte[] result = new byte[line.length + 1];
        result[0] = (byte) type;
        for (int i = 0; i < line.length; i++) {
            int left = i < 3 ? 0 : line[i - 3] & 0xFF;
            int up = above[i] & 0xFF;
            int upLeft = i < 3 ? 0 : above[i - 3] & 0xFF;
            int guess =
                    switch (type) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, upLeft);
                        default -> 0;
                    };
            result[i + 1] = (byte) (line[i] - guess);
        }
        return result;
    }

    private static int paeth(int left, int up, int upLeft) {
        int guess = left + up - upLeft;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toUpLeft = Math.abs(guess - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }

    private static double sumOfMagnitudes(byte[] row) {
        long sum = 0;
        for (byte value : row) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double entropy(byte[] row) {
        int[] counts = new int[256];
        for (byte value : row) {
            counts[value & 0xFF]++;
        }
        double bits = 0;
        for (int count : counts) {
            bits -= count == 0 ? 0 : count * Math.log((double) count / row.length);
        }
        return bits;
    }

    private static byte[] deflate(byte[] bytes) {
        byte[] smallest = null;
        for (int strategy : new int[] {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED}) {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
            deflater.setStrategy(strategy);
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.end();
            smallest = smallest == null || out.size() < smallest.length ? out.toByteArray() : smallest;
        }
        return smallest;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
