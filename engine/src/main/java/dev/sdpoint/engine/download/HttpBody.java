package dev.sdpoint.engine.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that never waits for long: it gives up when no byte comes for a while, and ends within a tenth of a
 * second when that is wanted. Read by one thread; fed by the HTTP client's.
 */
final class HttpBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {
    private static final long SLICE_MILLIS = 100;

    private final BlockingQueue<Item> coming = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> here = new ArrayDeque<>();
    private final Duration stall;
    private final BooleanSupplier cancelled;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private boolean ended;

    private sealed interface Item {
        record Bytes(List<ByteBuffer> buffers) implements Item {}

        record Failed(Throwable cause) implements Item {}

        record End() implements Item {}
    }

    /** @param stall longest wait for the next byte */
    HttpBody(Duration stall, BooleanSupplier cancelled) {
        this.stall = stall;
        this.cancelled = cancelled;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        coming.add(new Item.Bytes(buffers));
    }

    @Override
    public void onError(Throwable problem) {
        coming.add(new Item.Failed(problem));
    }

    @Override
    public void onComplete() {
        coming.add(new Item.End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * @throws SocketTimeoutException if no byte came for too long
     * @throws InterruptedIOException if the end is wanted
     * @throws IOException if the connection broke
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (here.isEmpty() || !here.peek().hasRemaining()) {
            here.poll();
            if (here.isEmpty() && !more()) {
                return -1;
            }
        }
        ByteBuffer next = here.element();
        int count = Math.min(length, next.remaining());
        next.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        ByteBuffer next = here.peek();
        return next == null ? 0 : next.remaining();
    }

    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        Item item = take();
        if (item instanceof Item.Bytes bytes) {
            here.addAll(bytes.buffers());
            Flow.Subscription source = subscription;
            if (source != null) {
                source.request(1);
            }
            return true;
        }
        ended = true;
        if (item instanceof Item.Failed failed) {
            throw new IOException(String.valueOf(failed.cause().getMessage()), failed.cause());
        }
        return false;
    }

    private Item take() throws IOException {
        long deadline = System.nanoTime() + stall.toNanos();
        try {
            while (true) {
                if (cancelled.getAsBoolean()) {
                    throw new InterruptedIOException("cancelled");
                }
                Item item = coming.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (item != null) {
                    return item;
                }
                if (System.nanoTime() > deadline) {
                    throw new SocketTimeoutException("no byte came for " + stall.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Gives up the connection if there is more to come. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
