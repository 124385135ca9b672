package dev.sdpoint.engine.data;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A small sound picture of every kind that is read. */
final class PictureSeeds {
    private static final List<String> KEPT = List.of(
            "turned.webp", "transparent.webp", "plain-lossy.webp", "plain-lossless.webp", "turned.jpg", "plain.tif");

    private PictureSeeds() {}

    static List<byte[]> all() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
            seeds.add(TestPictures.encode(TestPictures.noise(9, 5), format));
        }
        seeds.add(TestPictures.encode(TestPictures.plain(8, 8, BufferedImage.TYPE_USHORT_GRAY, 0xFF808080), "png"));
        seeds.add(TestPictures.encode(TestPictures.plain(8, 8, BufferedImage.TYPE_BYTE_INDEXED, 0xFF808080), "png"));
        seeds.add(TestPictures.encode(TestPictures.plain(8, 8, BufferedImage.TYPE_INT_ARGB, 0x80808080), "png"));
        seeds.add(TestPictures.fourComponentJpeg(2, 10, 20, 30, 40));
        for (String name : KEPT) {
            try (InputStream in = requireNonNull(PictureSeeds.class.getResourceAsStream(name), name)) {
                seeds.add(in.readAllBytes());
            }
        }
        return seeds;
    }
}
