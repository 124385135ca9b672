package dev.sdpoint.measurement;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Picture files made of labelled photographs, in memory. */
final class SamplePictures {
    private SamplePictures() {}

    /** A format and a size. */
    enum Kind {
        SMALL_PNG("png", 1, 1),
        SMALL_JPEG("jpg", 1, 1),
        LARGE_JPEG("jpg", 15, 12);

        private final String format;
        private final int across;
        private final int down;

        Kind(String format, int across, int down) {
            this.format = format;
            this.across = across;
            this.down = down;
        }

        /** Such as "JPEG of 480 × 384 pixels", for photographs of side 32. */
        String title() {
            return (format.equals("png") ? "PNG" : "JPEG") + " of " + across * SIDE + " × " + down * SIDE + " pixels";
        }
    }

    private static final int SIDE = 32;

    /** The first files; a large picture is a mosaic of many photographs, beginning with another one in each. */
    static List<byte[]> of(LabeledImages images, Kind kind, int count) {
        List<byte[]> files = new ArrayList<>();
        for (int file = 0; file < count; file++) {
            BufferedImage picture = new BufferedImage(
                    kind.across * images.side(), kind.down * images.side(), BufferedImage.TYPE_INT_RGB);
            for (int tile = 0; tile < kind.across * kind.down; tile++) {
                int left = tile % kind.across * images.side();
                int top = tile / kind.across * images.side();
                draw(images.image((file + tile) % images.size()), picture, left, top);
            }
            files.add(encoded(picture, kind.format));
        }
        return files;
    }

    private static void draw(RgbImage image, BufferedImage picture, int left, int top) {
        byte[] pixels = image.pixels();
        for (int i = 0; i < image.width() * image.height(); i++) {
            int rgb = (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | (pixels[3 * i + 2] & 0xFF);
            picture.setRGB(left + i % image.width(), top + i / image.width(), rgb);
        }
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalStateException("this Java cannot write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
