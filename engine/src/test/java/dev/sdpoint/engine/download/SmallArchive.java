package dev.sdpoint.engine.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A small data set of random bytes, packed as the published ones are. */
final class SmallArchive {
    static final String FOLDER = "tiny-binary";
    static final byte[] FIRST = random(1, 300_000);
    static final byte[] SECOND = random(2, 200_000);
    static final byte[] NAMES = "cat\ndog\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] BYTES = pack();

    private SmallArchive() {}

    /** As if it were published there. */
    static DataArchive at(URI address) {
        return of(address, BYTES);
    }

    static DataArchive of(URI address, byte[] packed) {
        return new DataArchive(
                "tiny",
                "Tiny",
                "Two files of random bytes",
                "Nobody (2024). Random bytes.",
                address,
                packed.length,
                md5(packed),
                FOLDER,
                List.of(
                        new ArchivedFile("first.bin", FIRST.length, md5(FIRST)),
                        new ArchivedFile("second.bin", SECOND.length, md5(SECOND))),
                List.of("names.txt"));
    }

    static DataArchive nowhere(byte[] packed) {
        return of(URI.create("http://localhost/tiny.tar.gz"), packed);
    }

    interface Content {
        void to(TarArchiveOutputStream tar) throws IOException;
    }

    static byte[] pack(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.to(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pack() {
        return pack(SmallArchive::all);
    }

    /** The right files. */
    static void all(TarArchiveOutputStream tar) throws IOException {
        TarArchiveEntry folder = new TarArchiveEntry(FOLDER + "/");
        folder.setModTime(0); // every process makes the same bytes
        tar.putArchiveEntry(folder);
        tar.closeArchiveEntry();
        file(tar, FOLDER + "/first.bin", FIRST);
        file(tar, FOLDER + "/second.bin", SECOND);
        file(tar, FOLDER + "/names.txt", NAMES);
    }

    static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
