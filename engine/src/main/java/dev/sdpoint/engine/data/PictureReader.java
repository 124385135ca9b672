package dev.sdpoint.engine.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a person's own picture, whatever it is: JPEG (also CMYK), PNG, GIF (its first picture), BMP, TIFF or WebP; grey, 16-bit,
 * palette or with transparency. Refuses everything else with a sentence that says what to do.
 *
 * <p>The size is taken from the header before anything is decoded, and large pictures are decoded at a fraction of their size,
 * so at most about 300 MB of heap are used for a moment, whatever the file. All methods may be called from any thread.
 */
public final class PictureReader {
    /** About this many pixels at the most are decoded; of a larger picture every second, third, … row and column. */
    static final long LARGEST_DECODED = 25_000_000;

    private static final int LONGEST_SIDE = 100_000;
    private static final long MOST_PIXELS = 1_000_000_000;

    private PictureReader() {}

    /**
     * Returns a picture as 8-bit sRGB: turned upright by the EXIF orientation of a JPEG or WebP, transparency laid over white.
     *
     * <p>A picture of more than 25 megapixels comes back smaller: both sides divided by the same whole number.
     *
     * @throws DataException if there is no such file, it is a folder, empty, no picture of a known format, a TIFF of a kind that
     *     is not read, damaged, cut short, longer than 100,000 pixels on a side or larger than 1,000 megapixels, as a WebP or
     *     progressive JPEG than 50
     */
    public static RgbImage read(Path file) throws DataException {
        if (!Files.exists(file)) {
            throw new DataException("There is no file " + file + ". Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder, not a picture. Choose a picture in it.");
        }
        try (ImageInputStream in = new EndWatch(new FileImageInputStream(file.toFile()))) {
            return decode(in, file.toString());
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Does the same for the content of a picture file, such as one from the clipboard.
     *
     * @param bytes the whole file
     * @param name what messages call it
     * @throws DataException as {@link #read(Path)} does
     */
    public static RgbImage read(byte[] bytes, String name) throws DataException {
        try (ImageInputStream in = new EndWatch(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)))) {
            return decode(in, name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Returns the largest centred square of a picture, scaled to {@code side × side}: averaged over areas when it gets smaller,
     * bilinear when it gets larger. A picture that has this size already comes back as it is.
     *
     * @param side rows and columns wanted, 1 to 4096
     * @throws IllegalArgumentException if the side is outside its range
     */
    public static RgbImage fit(RgbImage picture, int side) {
        return SquareFit.fit(picture, side);
    }

    /**
     * Returns a square of a picture, scaled as {@link #fit} does.
     *
     * @param left its first column
     * @param top its first row
     * @param square its rows and columns in the picture, at least 1
     * @param side rows and columns wanted, 1 to 4096
     * @throws IllegalArgumentException if the square is not inside the picture or the side is outside its range
     */
    public static RgbImage crop(RgbImage picture, int left, int top, int square, int side) {
        return SquareFit.crop(picture, left, top, square, side);
    }

    private static RgbImage decode(ImageInputStream in, String name) throws DataException, IOException {
        PictureFormat format = PictureFormat.of(in, name);
        int orientation = switch (format) {
            case JPEG -> ExifOrientation.of(in);
            case WEBP -> ExifOrientation.ofWebp(in);
            default -> ExifOrientation.UPRIGHT;
        };
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new DataException("This Java cannot read " + format + " pictures such as " + name
                    + ". Save it as a PNG and try again.");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            int step = step(reader.getWidth(0), reader.getHeight(0), name);
            WholeDecoding.check(in, format, reader.getWidth(0), reader.getHeight(0), name);
            if (format == PictureFormat.TIFF) {
                TiffKind.check(reader, name);
            }
            BufferedImage picture = decode(reader, step);
            return ExifOrientation.upright(
                    SrgbPixels.of(format == PictureFormat.TIFF ? InkProfile.applied(reader, picture) : picture),
                    orientation);
        } catch (IOException | RuntimeException e) { // the readers meet damaged files with both
            throw new DataException(
                    name + " is damaged or cut short. Copy it again, or open and save it in a picture program.", e);
        } catch (OutOfMemoryError e) { // one large array did not fit; nothing else is harmed
            throw new DataException(name + " needs more memory than there is. Make it smaller and try again.", e);
        } finally {
            reader.dispose();
        }
    }

    /** Which rows and columns are decoded: every one, every second, … */
    private static int step(int width, int height, String name) throws DataException {
        long pixels = (long) width * height;
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s says it has %,d × %,d pixels; at most 100,000 a side and 1,000 megapixels are read. "
                            + "Make it smaller and try again.",
                    name,
                    width,
                    height));
        }
        return (int) Math.ceil(Math.sqrt((double) pixels / LARGEST_DECODED));
    }

    private static BufferedImage decode(ImageReader reader, int step) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        CutShort cutShort = new CutShort();
        reader.addIIOReadWarningListener(cutShort);
        BufferedImage picture = reader.read(0, param);
        if (cutShort.seen) {
            throw new IOException("the decoder met a premature end");
        }
        return picture;
    }

    private static DataException unreadable(String name, IOException cause) {
        return new DataException(
                name + " could not be read. Check that you may open it and that its disk is there.", cause);
    }

    /** JPEG readers fill the missing part of a picture that is cut short with grey, and only warn; a header may promise a gigapixel of it. */
    private static final class CutShort implements IIOReadWarningListener {
        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                seen = true;
                source.abort();
            }
        }
    }
}
