package dev.sdpoint.engine.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the many kinds of TIFF Java's reader decodes to the right colours. Others it refuses when it comes to the pixels, or takes for something
 * else without a word: 16-bit CMYK for RGB with transparency, 32-bit values for none. Told by the tags alone, since decoding even one
 * pixel takes seconds where a large picture is a single strip.
 */
final class TiffKind {
    private static final Logger LOG = LoggerFactory.getLogger(TiffKind.class);

    private static final Set<Integer> JPEG =
            Set.of(BaselineTIFFTagSet.COMPRESSION_OLD_JPEG, BaselineTIFFTagSet.COMPRESSION_JPEG);
    private static final Set<Integer> WITH_PREDICTOR = Set.of(
            BaselineTIFFTagSet.COMPRESSION_LZW,
            BaselineTIFFTagSet.COMPRESSION_ZLIB,
            BaselineTIFFTagSet.COMPRESSION_DEFLATE);
    private static final Set<Integer> OTHER_COMPRESSIONS = Set.of(
            BaselineTIFFTagSet.COMPRESSION_NONE,
            BaselineTIFFTagSet.COMPRESSION_CCITT_RLE,
            BaselineTIFFTagSet.COMPRESSION_CCITT_T_4,
            BaselineTIFFTagSet.COMPRESSION_CCITT_T_6,
            BaselineTIFFTagSet.COMPRESSION_PACKBITS);
    private static final Set<Integer> WHOLE_NUMBERS = Set.of(1, 2, 4, 8, 16);
    private static final int BYTE = 8;
    private static final int FLOAT = 32;
    private static final int DOUBLE = 64;
    private static final int INKS = 4;
    private static final int MOST_SAMPLES = 4;
    private static final int UNSAID = -1;

    private final TIFFDirectory tags;

    private TiffKind(TIFFDirectory tags) {
        this.tags = tags;
    }

    /**
     * Refuses a TIFF of a kind that is not decoded rightly. Says nothing of one whose tags cannot be made out: what is damaged is told when it is
     * decoded.
     *
     * @param reader has the file as its input
     * @param name what the sentence calls the file
     * @throws DataException if so
     */
    static void check(ImageReader reader, String name) throws DataException {
        boolean wellRead = true;
        try {
            wellRead = new TiffKind(TIFFDirectory.createFromMetadata(reader.getImageMetadata(0))).wellRead();
        } catch (IOException | RuntimeException e) { // the reader meets damaged files with both
            LOG.debug("The tags of a TIFF cannot be made out.", e);
        }
        if (!wellRead) {
            throw new DataException(name + " is a kind of TIFF that cannot be read here. Save it as a PNG.");
        }
    }

    private boolean wellRead() {
        return compression() && samples() && colours();
    }

    private boolean compression() {
        int compression = value(BaselineTIFFTagSet.TAG_COMPRESSION, BaselineTIFFTagSet.COMPRESSION_NONE);
        if (WITH_PREDICTOR.contains(compression)) {
            int predictor = value(BaselineTIFFTagSet.TAG_PREDICTOR, BaselineTIFFTagSet.PREDICTOR_NONE);
            return predictor == BaselineTIFFTagSet.PREDICTOR_NONE
                    || (predictor == BaselineTIFFTagSet.PREDICTOR_HORIZONTAL_DIFFERENCING && everyOneHas(BYTE));
        }
        return OTHER_COMPRESSIONS.contains(compression) || JPEG.contains(compression);
    }

    private boolean samples() {
        int count = value(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
        int format = value(BaselineTIFFTagSet.TAG_SAMPLE_FORMAT, BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER);
        boolean sized = switch (format) {
            case BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER, BaselineTIFFTagSet.SAMPLE_FORMAT_UNDEFINED ->
                bits().allMatch(WHOLE_NUMBERS::contains);
            case BaselineTIFFTagSet.SAMPLE_FORMAT_SIGNED_INTEGER -> everyOneHas(BYTE);
            case BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT ->
                everyOneHas(FLOAT) || (count == 1 && everyOneHas(DOUBLE));
            default -> false;
        };
        return sized && count <= MOST_SAMPLES;
    }

    private boolean colours() {
        boolean jpeg = JPEG.contains(value(BaselineTIFFTagSet.TAG_COMPRESSION, UNSAID));
        return switch (value(BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION, UNSAID)) {
            case UNSAID,
                    BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_WHITE_IS_ZERO,
                    BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO,
                    BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_RGB,
                    BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_PALETTE_COLOR,
                    BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_TRANSPARENCY_MASK -> true;
            case BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK ->
                !jpeg && everyOneHas(BYTE) && value(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1) == INKS;
            case BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_Y_CB_CR -> jpeg;
            case BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CIELAB -> everyOneHas(BYTE);
            default -> false;
        };
    }

    private boolean everyOneHas(int bits) {
        return bits().allMatch(each -> each == bits);
    }

    private IntStream bits() {
        TIFFField field = tags.getTIFFField(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE);
        return field == null ? IntStream.of(1) : Arrays.stream(field.getAsInts());
    }

    private int value(int tag, int unsaid) {
        TIFFField field = tags.getTIFFField(tag);
        return field == null ? unsaid : field.getAsInt(0);
    }
}
