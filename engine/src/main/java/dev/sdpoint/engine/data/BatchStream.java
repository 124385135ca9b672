package dev.sdpoint.engine.data;

import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * The batches of a training run in order, the next ones prepared on a thread of its own while the caller computes.
 *
 * <p>The batch of iteration {@code i} (counted from 0 over all epochs) is a pure function of seed and {@code i}: each epoch
 * visits the images in the order of {@link EpochOrder}, in {@code floor(imageCount / batchSize)} full batches; the remainder is
 * dropped. A run resumed at iteration {@code i} therefore sees what an uninterrupted one would have seen.
 *
 * <p>{@link #next()} is for one thread; {@link #close()} may be called from any, ends a waiting {@code next()} and returns when
 * the preparing thread has ended. At most four prepared batches exist at a time.
 */
public final class BatchStream implements AutoCloseable {
    private static final int PREPARED_BATCHES = 3;
    private static final long AUGMENTATION = 0x6175676D656E7473L;

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(PREPARED_BATCHES);
    private final Thread preparing;
    private final long endIteration;
    private long iteration;
    private volatile boolean closed;

    private sealed interface Item {
        record Ready(Batch batch) implements Item {}

        record Failed(Throwable cause) implements Item {}

        record Closed() implements Item {}
    }

    /**
     * Starts preparing at once.
     *
     * @param maker draws the batches
     * @param imageCount how many of the maker's images, counted from the first, take part; 1 to their number
     * @param batchSize 1 to {@code imageCount}
     * @param seed of the run
     * @param firstIteration the first one delivered, 0 or more; where a resumed run goes on
     * @param endIteration one past the last one delivered, at least {@code firstIteration}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BatchStream(
            BatchMaker maker, int imageCount, int batchSize, long seed, long firstIteration, long endIteration) {
        int available = maker.images().size();
        if (imageCount < 1 || imageCount > available) {
            throw new IllegalArgumentException("imageCount " + imageCount + " is outside 1 to " + available + ".");
        }
        if (batchSize < 1 || batchSize > imageCount) {
            throw new IllegalArgumentException("batchSize " + batchSize + " is outside 1 to " + imageCount
                    + ", the number of images. Choose a smaller batch.");
        }
        if (firstIteration < 0 || endIteration < firstIteration) {
            throw new IllegalArgumentException("Iterations " + firstIteration + " to " + endIteration
                    + " are no range: it must start at 0 or above and not end before it starts.");
        }
        this.iteration = firstIteration;
        this.endIteration = endIteration;
        Plan plan = new Plan(maker, imageCount, batchSize, seed);
        BlockingQueue<Item> target = queue;
        this.preparing = new Thread(() -> prepare(plan, firstIteration, endIteration, target), "sdpoint-batches");
        preparing.setDaemon(true);
        preparing.start();
    }

    /** Returns whether {@link #next()} has a batch left to deliver. */
    public boolean hasNext() {
        return iteration < endIteration;
    }

    /** Returns the iteration, counted from 0 over all epochs, whose batch {@link #next()} delivers. */
    public long nextIteration() {
        return iteration;
    }

    /**
     * Returns the next batch, waiting for it if need be. The batch is the caller's own.
     *
     * @throws NoSuchElementException after the last batch
     * @throws IllegalStateException if preparing failed (with the failure as the cause) or the stream is closed
     * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The stream ended before iteration " + endIteration + ".");
        }
        Item item;
        try {
            item = closed ? new Item.Closed() : queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the batch of iteration " + iteration + ".");
        }
        if (item instanceof Item.Ready ready) {
            iteration++;
            return ready.batch();
        }
        queue.offer(item); // a failure or the end of the stream stays what every later call meets
        if (item instanceof Item.Failed failed) {
            throw new IllegalStateException(
                    "The batch of iteration " + iteration + " could not be prepared.", failed.cause());
        }
        throw new IllegalStateException("The stream is closed.");
    }

    /** Ends the preparing thread and waits for it; prepared batches are dropped. Closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        preparing.interrupt();
        boolean interrupted = false;
        while (preparing.isAlive()) {
            try {
                preparing.join();
            } catch (InterruptedException e) {
                interrupted = true; // the preparing thread ends within a batch, so waiting on is short
            }
        }
        queue.clear();
        queue.offer(new Item.Closed());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare(Plan plan, long first, long end, BlockingQueue<Item> target) {
        try {
            boolean failed = false;
            for (long i = first; i < end && !failed; i++) {
                Item item = preparedOrFailed(plan, i);
                target.put(item); // also notices an interrupt that came while preparing
                failed = item instanceof Item.Failed; // a later batch must never stand in for a failed one
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody waits for the rest
        }
    }

    private static Item preparedOrFailed(Plan plan, long iteration) {
        try {
            return new Item.Ready(plan.batch(iteration));
        } catch (RuntimeException | Error e) {
            return new Item.Failed(e);
        }
    }

    /** Knows the batch of any iteration; remembers the order of one epoch. */
    private static final class Plan {
        private final BatchMaker maker;
        private final int imageCount;
        private final int batchSize;
        private final long seed;
        private int epoch = -1;
        private int[] order = {};

        Plan(BatchMaker maker, int imageCount, int batchSize, long seed) {
            this.maker = maker;
            this.imageCount = imageCount;
            this.batchSize = batchSize;
            this.seed = seed;
        }

        Batch batch(long iteration) {
            int perEpoch = imageCount / batchSize;
            int wanted = Math.toIntExact(iteration / perEpoch);
            if (wanted != epoch) {
                order = EpochOrder.of(imageCount, seed, wanted);
                epoch = wanted;
            }
            int from = (int) (iteration % perEpoch) * batchSize;
            int[] indices = Arrays.copyOfRange(order, from, from + batchSize);
            return maker.make(indices, SplitMix64.seedOf(seed ^ AUGMENTATION, iteration));
        }
    }
}
