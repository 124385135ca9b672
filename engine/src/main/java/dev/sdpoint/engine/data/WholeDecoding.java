package dev.sdpoint.engine.data;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.stream.ImageInputStream;

/**
 * Kinds of pictures that decoders hold whole, however small a part is wanted: WebP, and JPEGs that come in passes (progressive). Others are read row by row.
 * So these are limited by what their headers claim, of which a file of a few bytes may claim a gigabyte.
 */
final class WholeDecoding {
    /** 200 MB as WebP, 300 MB of coefficients as JPEG. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int FIRST_FRAME = 0xFFC0;
    private static final int LAST_FRAME = 0xFFCF;
    private static final int START_OF_SCAN = 0xFFDA;

    private WholeDecoding() {}

    /**
     * Refuses a picture that would be held whole and is too large for it. The stream stays where it is.
     *
     * @param name what the sentence calls the file
     * @throws DataException if so
     */
    static void check(ImageInputStream in, PictureFormat format, int width, int height, String name)
            throws DataException, IOException {
        if ((long) width * height > MOST_PIXELS
                && (format == PictureFormat.WEBP || (format == PictureFormat.JPEG && inPasses(in)))) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s says it has %,d × %,d pixels; of %s pictures at most 50 megapixels are read. Make it smaller, or save it as %s.",
                    name,
                    width,
                    height,
                    format == PictureFormat.WEBP ? "WebP" : "progressive JPEG",
                    format == PictureFormat.WEBP ? "a PNG" : "an ordinary JPEG"));
        }
    }

    /** Whether the frame of a JPEG is other than baseline and extended sequential. */
    private static boolean inPasses(ImageInputStream in) throws IOException {
        long before = in.getStreamPosition();
        try {
            in.seek(2);
            for (int marker = in.readUnsignedShort(); marker != START_OF_SCAN; marker = in.readUnsignedShort()) {
                if (marker >= FIRST_FRAME && marker <= LAST_FRAME && isFrame(marker)) {
                    return marker > FIRST_FRAME + 1;
                }
                int length = in.readUnsignedShort();
                in.seek(in.getStreamPosition() + Math.max(0, length - 2));
            }
            return true; // a scan without a frame
        } catch (EOFException e) {
            return true;
        } finally {
            in.seek(before);
        }
    }

    /** C4, C8 and CC within that range are tables, a reserve and a condition of arithmetic coding. */
    private static boolean isFrame(int marker) {
        return marker % 4 != 0 || marker == FIRST_FRAME;
    }
}
