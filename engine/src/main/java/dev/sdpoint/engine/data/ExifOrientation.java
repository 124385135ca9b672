package dev.sdpoint.engine.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** How a camera was held, from a JPEG's or WebP's EXIF block (CIPA DC-008, tag 0x0112), and turning the picture accordingly. */
final class ExifOrientation {
    /** Rows run down and columns to the right, as stored. */
    static final int UPRIGHT = 1;

    private static final int LAST_ORIENTATION = 8;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int EXIF_SEGMENT = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int RIFF_HEADER = 12;
    private static final int EXIF_CHUNK = 0x46495845; // "EXIF", least significant byte first
    private static final int MOST_EXIF = 1 << 16;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private ExifOrientation() {}

    /**
     * Returns the orientation 1 to 8 that a JPEG asks for, 1 if it asks for none or its EXIF block is damaged. The stream
     * stays at its start.
     */
    static int of(ImageInputStream in) throws IOException {
        in.seek(0);
        try {
            return in.readUnsignedShort() == START_OF_IMAGE ? orientation(in) : UPRIGHT;
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // a picture is worth showing even if what it says about itself is damaged
        } finally {
            in.seek(0);
        }
    }

    /** As {@link #of}, of a WebP: a RIFF file, whose chunks are named, have a length, and start at even places. */
    static int ofWebp(ImageInputStream in) throws IOException {
        ByteOrder before = in.getByteOrder();
        try {
            in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            long next = RIFF_HEADER;
            while (true) {
                in.seek(next);
                int name = in.readInt();
                long length = in.readUnsignedInt();
                if (name == EXIF_CHUNK) {
                    byte[] block = new byte[(int) Math.min(length, MOST_EXIF)];
                    in.readFully(block);
                    return orientation(ByteBuffer.wrap(block));
                }
                next += 2 * Integer.BYTES + length + length % 2;
            }
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // no such chunk, or a damaged one
        } finally {
            in.setByteOrder(before);
            in.seek(0);
        }
    }

    private static int orientation(ImageInputStream in) throws IOException {
        for (int marker = in.readUnsignedShort(); marker >= 0xFF00; marker = in.readUnsignedShort()) {
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
            in.readFully(segment);
            if (marker == EXIF_SEGMENT && ByteBuffer.wrap(segment).mismatch(ByteBuffer.wrap(EXIF)) == EXIF.length) {
                return orientation(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                        .slice());
            }
        }
        return UPRIGHT;
    }

    /** Looks for the tag in the first directory of a TIFF block. */
    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = Short.toUnsignedInt(tiff.getShort());
        for (int i = 0; i < entries; i++) {
            int at = tiff.position();
            if (Short.toUnsignedInt(tiff.getShort()) == ORIENTATION_TAG && tiff.getShort() == SHORT) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                return value >= UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
            }
            tiff.position(at + ENTRY_BYTES);
        }
        return UPRIGHT;
    }

    /** Returns the picture turned and mirrored so that it stands upright; itself if it does already. */
    static RgbImage upright(RgbImage stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        boolean transposed = orientation >= 5;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        int width = transposed ? stored.height() : stored.width();
        int height = transposed ? stored.width() : stored.height();
        byte[] from = stored.pixels();
        byte[] turned = new byte[from.length];
        int to = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int storedRow = transposed ? column : row;
                int storedColumn = transposed ? row : column;
                if (fromBottom) {
                    storedRow = stored.height() - 1 - storedRow;
                }
                if (fromRight) {
                    storedColumn = stored.width() - 1 - storedColumn;
                }
                int at = (storedRow * stored.width() + storedColumn) * RgbImage.CHANNELS;
                turned[to++] = from[at];
                turned[to++] = from[at + 1];
                turned[to++] = from[at + 2];
            }
        }
        return new RgbImage(width, height, turned);
    }
}
