package dev.sdpoint.engine.data;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a picture file, which come to an end for good. A decoder that takes what lies behind the end for zeros, as that of lossless
 * WebP does for each of the pixels that a header promises, would be at it for hours; here it meets an exception soon. One thread.
 */
final class EndWatch extends ImageInputStreamImpl {
    /** A sound file is read beyond its end too, by as much as a decoder looks ahead. */
    private static final int MOST_READS_BEYOND = 4096;

    private final ImageInputStream content;
    private int beyond;

    /** @param content at its start; read by nobody else, and closed with this */
    EndWatch(ImageInputStream content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        int value = content.read();
        if (value < 0) {
            countEnd();
        } else {
            streamPos++;
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        int count = content.read(bytes, offset, length);
        if (count < 0) {
            countEnd();
        } else {
            streamPos += count;
        }
        return count;
    }

    private void countEnd() throws IOException {
        beyond++;
        if (beyond > MOST_READS_BEYOND) {
            throw new IOException("the file ends long before the picture");
        }
    }

    @Override
    public void seek(long position) throws IOException {
        super.seek(position);
        content.seek(position);
    }

    @Override
    public long length() {
        try {
            return content.length();
        } catch (IOException e) {
            return -1; // unknown, as the interface says it
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        content.close();
    }
}
