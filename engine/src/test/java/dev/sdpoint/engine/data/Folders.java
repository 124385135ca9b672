package dev.sdpoint.engine.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Folders of pictures made on the spot. */
final class Folders {
    private Folders() {}

    /** A PNG of one colour, {@code 0xRRGGBB}. */
    static Path png(Path folder, String path, int width, int height, int rgb) throws IOException {
        BufferedImage picture = TestPictures.plain(width, height, BufferedImage.TYPE_3BYTE_BGR, 0xFF000000 | rgb);
        return write(folder, path, TestPictures.encode(picture, "png"));
    }

    static Path write(Path folder, String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        // Long ago, so that a file written again has another time.
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        return file;
    }

    /** Two classes with four pictures each for training and two for validation, 40×20. */
    static Path imageNet(Path folder) throws IOException {
        for (String name : new String[] {"cat", "dog"}) {
            for (int i = 0; i < 4; i++) {
                png(folder, "train/" + name + "/" + i + ".png", 40, 20, name.equals("cat") ? 0xFF0000 : 0x0000FF);
            }
            for (int i = 0; i < 2; i++) {
                png(folder, "val/" + name + "/" + i + ".png", 40, 20, name.equals("cat") ? 0xFF0000 : 0x0000FF);
            }
        }
        return folder;
    }
}
