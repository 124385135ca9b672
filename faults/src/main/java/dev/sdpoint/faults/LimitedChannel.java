package dev.sdpoint.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file of a {@link LimitedDisk}: writing takes room, all else is as ever. */
final class LimitedChannel extends FileChannel {
    private final LimitedDisk disk;
    private final FileChannel real;

    LimitedChannel(LimitedDisk disk, FileChannel real) {
        this.disk = disk;
        this.real = real;
    }

    private interface Writing {
        int write(ByteBuffer bytes) throws IOException;
    }

    private int limited(ByteBuffer bytes, Writing writing) throws IOException {
        int end = bytes.limit();
        bytes.limit(bytes.position() + disk.take(bytes.remaining()));
        try {
            return writing.write(bytes);
        } finally {
            bytes.limit(end);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return limited(bytes, real::write);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return limited(bytes, some -> real.write(some, position));
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            while (buffers[i].hasRemaining()) {
                count += write(buffers[i]);
            }
        }
        return count;
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, 8192));
        int read = from.read(bytes);
        bytes.flip();
        int written = 0;
        while (bytes.hasRemaining()) {
            written += write(bytes, position + written);
        }
        return Math.max(0, read);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return real.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
        return real.read(buffers, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return real.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        FileChannel unused = real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        FileChannel unused = real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        real.force(metaData);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
