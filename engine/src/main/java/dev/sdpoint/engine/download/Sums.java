package dev.sdpoint.engine.download;

import dev.sdpoint.engine.data.Checksums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.LongConsumer;

/**
 * Checksums of a file.
 *
 * @param md5 what the publishers tell, good against accidents; 32 hexadecimal digits
 * @param sha256 kept with what is installed, good against intent; 64 hexadecimal digits
 */
record Sums(String md5, String sha256) {
    private static final int BUFFER = 1 << 16;

    /**
     * Reads a file once; about a second for 170 MB.
     *
     * @param read hears how many bytes were read since it heard last
     * @throws InterruptedException if the end is wanted
     */
    static Sums of(Path file, InstallWatcher watcher, LongConsumer read) throws IOException, InterruptedException {
        MessageDigest md5 = newMd5();
        MessageDigest sha256 = Checksums.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                watcher.goOn();
                md5.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                read.accept(count);
            }
        }
        return new Sums(Checksums.hex(md5), Checksums.hex(sha256));
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5, which every Java must have.", e);
        }
    }
}
