package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** The formats that are read, told by the first bytes and never by the name of the file. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    WEBP;

    private static final int LONGEST_MAGIC = 12;

    /**
     * Returns the format of a stream, which stays at its start.
     *
     * @throws DataException if it is empty or of another format
     */
    static PictureFormat of(ImageInputStream in, String name) throws DataException, IOException {
        byte[] head = new byte[LONGEST_MAGIC];
        int length = 0;
        in.seek(0);
        for (int n = in.read(head); n > 0; n = in.read(head, length, head.length - length)) {
            length += n;
        }
        in.seek(0);
        if (length == 0) {
            throw new DataException(name + " is empty (0 bytes). Copy or download it again.");
        }
        String magic = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (magic.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (magic.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (magic.startsWith("GIF87a") || magic.startsWith("GIF89a")) {
            return GIF;
        }
        if (magic.startsWith("BM")) {
            return BMP;
        }
        if (magic.startsWith("II*\0") || magic.startsWith("MM\0*")) {
            return TIFF;
        }
        if (magic.startsWith("RIFF") && magic.endsWith("WEBP")) {
            return WEBP;
        }
        throw new DataException(name + " is " + other(magic) + ". Choose a JPEG, PNG, GIF, BMP, TIFF or WebP file"
                + (isIsoMedia(magic) ? ", or save it as one." : "."));
    }

    private static String other(String magic) {
        if (isIsoMedia(magic)) {
            return "a HEIC, AVIF or video file, which cannot be read here";
        }
        return "not a picture that can be read here";
    }

    private static boolean isIsoMedia(String magic) {
        return magic.startsWith("ftyp", 4);
    }
}
