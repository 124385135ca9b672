package dev.sdpoint.engine.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Remembers the last bytes that pass, because {@link java.util.zip.ZipInputStream} stops before a zip's directory and so notices
 * neither that the end is missing nor that something follows it.
 */
final class ZipTail extends FilterInputStream {
    /** Bytes of the record that ends a zip without a comment. */
    private static final int END_BYTES = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final long MAX_DIRECTORY_BYTES = 1 << 22;

    private final byte[] last = new byte[END_BYTES];
    private long count;

    ZipTail(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
            int fresh = Math.min(n, END_BYTES);
            System.arraycopy(last, fresh, last, 0, END_BYTES - fresh);
            System.arraycopy(bytes, offset + n - fresh, last, END_BYTES - fresh, fresh);
            count += n;
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("bytes that are skipped cannot be remembered");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Bytes that have passed. */
    long count() {
        return count;
    }

    /** Reads on to the end and tells whether it is the whole end of a zip with so many entries, and nothing else. */
    boolean endsZipOf(int entries) throws IOException {
        byte[] rest = new byte[8192];
        long limit = count + MAX_DIRECTORY_BYTES;
        while (read(rest, 0, rest.length) > 0) {
            if (count > limit) {
                return false;
            }
        }
        ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        long directoryBytes = Integer.toUnsignedLong(end.getInt(12));
        long directoryAt = Integer.toUnsignedLong(end.getInt(16));
        return count >= END_BYTES
                && end.getInt(0) == END_SIGNATURE
                && end.getInt(4) == 0 // one disk
                && Short.toUnsignedInt(end.getShort(8)) == entries
                && Short.toUnsignedInt(end.getShort(10)) == entries
                && directoryAt + directoryBytes + END_BYTES == count
                && end.getShort(20) == 0; // no comment
    }
}
