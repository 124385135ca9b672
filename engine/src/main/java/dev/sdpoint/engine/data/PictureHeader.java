package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture file says of itself before anything is decoded.
 *
 * @param format told by the first bytes; null where the file is no picture
 * @param width columns as stored
 * @param height rows as stored
 * @param orientation 1 to 8, as EXIF counts
 * @param ends CRC-32 of the first and the last 64 kB of the file; it tells files apart without reading them whole
 */
record PictureHeader(@Nullable PictureFormat format, int width, int height, int orientation, int ends) {
    /** Of a file that is no picture. */
    static final PictureHeader NONE = new PictureHeader(null, 0, 0, ExifOrientation.UPRIGHT, 0);

    private static final int LONGEST_SIDE = 100_000;
    private static final long MOST_PIXELS = 250_000_000;
    private static final int END_BYTES = 64 * 1024;

    /** Pixels along the shorter side. */
    int shorterSide() {
        return Math.min(width, height);
    }

    /**
     * Reads the header.
     *
     * @throws DataException if the file is no picture, a TIFF of a kind that is not read, damaged so far, or larger than 250
     *     megapixels; the sentence calls the file "It"
     * @throws IOException if it cannot be read
     */
    static PictureHeader read(Path file) throws DataException, IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            PictureFormat format = PictureFormat.of(in, "It");
            int orientation = format == PictureFormat.JPEG ? ExifOrientation.of(in) : ExifOrientation.UPRIGHT;
            int ends = ends(in);
            in.seek(0);
            return sized(in, format, orientation, ends);
        }
    }

    private static PictureHeader sized(ImageInputStream in, PictureFormat format, int orientation, int ends)
            throws DataException, IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new DataException("This Java cannot read " + format + " pictures. Save it as a PNG.");
        }
        ImageReader reader = readers.next();
        int width;
        int height;
        try {
            reader.setInput(in, true, true);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            if (format == PictureFormat.TIFF) {
                TiffKind.check(reader, "It");
            }
        } catch (IOException | RuntimeException e) { // the readers meet damaged files with both
            throw new DataException("It is damaged or cut short: its size cannot be read. Copy it again.", e);
        } finally {
            reader.dispose();
        }
        if (width < 1 || height < 1) {
            throw new DataException("It is damaged: it says it has no pixels. Copy it again.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "It says it has %,d × %,d pixels; at most 100,000 a side and 250 megapixels are read. "
                            + "Make it smaller.",
                    width,
                    height));
        }
        WholeDecoding.check(in, format, width, height, "It");
        return new PictureHeader(format, width, height, orientation, ends);
    }

    private static int ends(ImageInputStream in) throws IOException {
        long length = in.length();
        byte[] bytes = new byte[(int) Math.min(length, END_BYTES)];
        CRC32 crc = new CRC32();
        in.seek(0);
        in.readFully(bytes);
        crc.update(bytes);
        in.seek(Math.max(0, length - END_BYTES));
        in.readFully(bytes);
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
