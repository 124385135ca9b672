package dev.sdpoint.engine.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A data set held as two lossless PNG sprites, whose tiles run left to right and top to bottom, all images of a class after
 * each other. {@code index.properties} beside them says how many, how wide, where each image stood in the files it was taken
 * from, and the sprites' checksums. The images come out in that original order, in which the classes are mixed.
 */
final class Sprites {
    private static final String REMEDY = " Install the program again.";

    private final String folder;
    private final Resources resources;
    private final Index index;

    /** Where the files come from. */
    interface Resources {
        /** Returns the content of a file, or null if there is none of this name. */
        @Nullable
        InputStream open(String name) throws IOException;
    }

    /**
     * @param folder what stands before the name of each file, with a slash at the end
     * @throws DataException if the index is missing or damaged
     */
    Sprites(String folder, Resources resources) throws DataException {
        this.folder = folder;
        this.resources = resources;
        this.index = Index.of(bytes(folder, resources, "index.properties"));
    }

    /** Decodes both sprites at the same time. */
    DataSet load(String id, String title) throws DataException {
        CompletableFuture<LabeledImages> validation = CompletableFuture.supplyAsync(() -> {
            try {
                return images("validation");
            } catch (DataException e) {
                throw new CompletionException(e);
            }
        });
        LabeledImages training = images("training");
        try {
            return DataSet.of(id, title, index.classNames(), training, validation.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException known
                    ? known
                    : new DataException("The bundled validation images could not be read." + REMEDY, e);
        }
    }

    /** Where each validation image stands in the batch it was taken from, counted from 0. */
    int[] validationIndices() throws DataException {
        return Arrays.stream(index.numbers("validation.indices")).sorted().toArray();
    }

    private LabeledImages images(String part) throws DataException {
        byte[] png = bytes(folder, resources, index.text(part + ".file"));
        if (!Checksums.sha256(png).equals(index.text(part + ".sha256"))) {
            throw new DataException("The bundled " + part + " images are damaged: their checksum is wrong." + REMEDY);
        }
        int side = index.number("side");
        int perClass = index.number(part + ".perClass");
        int count = perClass * index.classNames().size();
        int columns = index.number(part + ".columns");
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i / perClass);
        LabeledImages byClass = new LabeledImages(side, tiles(decode(png, part), side, columns, count), labels);
        return byClass.subset(originalOrder(index.numbers(part + ".indices"), count));
    }

    private static int[] originalOrder(int[] indices, int count) throws DataException {
        if (indices.length != count) {
            throw new DataException(
                    "The index of the bundled images lists " + indices.length + " of " + count + " images." + REMEDY);
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(i -> indices[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Cuts the sprite, whose bytes are blue, green, red, into tiles of red, green, blue. */
    private static byte[] tiles(BufferedImage sprite, int side, int columns, int count) throws DataException {
        int rows = (count + columns - 1) / columns;
        if (sprite.getType() != BufferedImage.TYPE_3BYTE_BGR
                || sprite.getWidth() != columns * side
                || sprite.getHeight() != rows * side) {
            throw new DataException("The bundled pictures do not have the size that their index says." + REMEDY);
        }
        byte[] bgr = ((DataBufferByte) sprite.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[count * side * side * RgbImage.CHANNELS];
        int to = 0;
        for (int tile = 0; tile < count; tile++) {
            for (int row = 0; row < side; row++) {
                int y = tile / columns * side + row;
                int from = (y * columns + tile % columns) * side * RgbImage.CHANNELS;
                for (int column = 0; column < side; column++) {
                    rgb[to] = bgr[from + 2];
                    rgb[to + 1] = bgr[from + 1];
                    rgb[to + 2] = bgr[from];
                    to += RgbImage.CHANNELS;
                    from += RgbImage.CHANNELS;
                }
            }
        }
        return rgb;
    }

    private static BufferedImage decode(byte[] png, String part) throws DataException {
        String message = "The bundled " + part + " images could not be decoded." + REMEDY;
        try {
            // Decoded from memory, without the temporary file that ImageIO would use; read closes the stream itself.
            BufferedImage sprite = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
            if (sprite == null) {
                throw new DataException(message);
            }
            return sprite;
        } catch (IOException e) {
            throw new DataException(message, e);
        }
    }

    private static byte[] bytes(String folder, Resources resources, String name) throws DataException {
        try (InputStream in = resources.open(folder + name)) {
            if (in == null) {
                throw new DataException(
                        "The bundled file " + name + " is missing: the assets are not on the class path." + REMEDY);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DataException("The bundled file " + name + " could not be read." + REMEDY, e);
        }
    }

    /** What {@code index.properties} says; a missing or odd entry is a damaged file. */
    private record Index(Properties entries) {
        static Index of(byte[] text) throws DataException {
            Properties entries = new Properties();
            try {
                entries.load(new ByteArrayInputStream(text));
            } catch (IOException | IllegalArgumentException e) {
                throw new DataException("The index of the bundled images could not be read." + REMEDY, e);
            }
            return new Index(entries);
        }

        String text(String key) throws DataException {
            String value = entries.getProperty(key);
            if (value == null) {
                throw new DataException("The index of the bundled images lacks '" + key + "'." + REMEDY);
            }
            return value;
        }

        List<String> classNames() throws DataException {
            return List.of(text("classes").split(",", -1));
        }

        int number(String key) throws DataException {
            return numbers(key)[0];
        }

        int[] numbers(String key) throws DataException {
            try {
                return Arrays.stream(text(key).split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
            } catch (NumberFormatException e) {
                throw new DataException(
                        "The entry '" + key + "' of the index of the bundled images is odd." + REMEDY, e);
            }
        }
    }
}
