package dev.sdpoint.engine.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files made on the spot. */
final class TestPictures {
    private TestPictures() {}

    static byte[] encode(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("no writer for " + format + " takes this picture");
        }
        return bytes.toByteArray();
    }

    /** A picture that does not compress, so that cutting its file anywhere cuts pixels. */
    static BufferedImage noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt());
        }
        return picture;
    }

    /** A picture of one colour, {@code 0xAARRGGBB}. */
    static BufferedImage plain(int width, int height, int type, int argb) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, argb);
        }
        return picture;
    }

    /** A JPEG of one colour whose four components are stored as given, marked by Adobe's segment: 0 is CMYK, 2 is YCCK. */
    static byte[] fourComponentJpeg(int adobeTransform, int... components) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, components);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = platformJpegWriter();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobeTransform
        };
        return insert(bytes.toByteArray(), 2, adobe);
    }

    private static ImageWriter platformJpegWriter() throws IOException {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer; // the only one that writes a raster of four components as it is
            }
        }
        throw new IOException("this Java writes no JPEGs");
    }

    static byte[] insert(byte[] bytes, int at, byte[] added) {
        byte[] result = new byte[bytes.length + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at, result, at + added.length, bytes.length - at);
        return result;
    }

    /** A black PNG, 1 bit a pixel, written row by row so that its size does not matter. */
    static byte[] blackPng(int width, int height) {
        return png(width, height, height);
    }

    /** A PNG whose header says one size but that has no pixels. */
    static byte[] headerOnlyPng(int width, int height) {
        return png(width, height, 0);
    }

    private static byte[] png(int width, int height, int rowsWritten) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(png);
                DataOutputStream head = new DataOutputStream(header)) {
            head.writeInt(width);
            head.writeInt(height);
            head.write(new byte[] {1, 0, 0, 0, 0});
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
                byte[] row = new byte[rowsWritten == 0 ? 0 : 1 + (width + 7) / 8];
                for (int i = 0; i < rowsWritten; i++) {
                    deflater.write(row);
                }
            }
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", data.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
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
}
