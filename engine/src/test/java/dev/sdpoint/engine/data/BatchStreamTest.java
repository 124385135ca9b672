package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchStreamTest {
    private static final int COUNT = 10;
    private static final int BATCH = 3;

    /** Ten images of 4×4 pixels; the label says which image it is. */
    private static BatchMaker maker() {
        byte[] pixels = new byte[COUNT * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        LabeledImages images =
                new LabeledImages(4, pixels, IntStream.range(0, COUNT).toArray());
        return new BatchMaker(images, Normalization.CIFAR10, new Augmentation.CropAndFlip(1));
    }

    private static List<Batch> all(long first, long end) {
        List<Batch> batches = new ArrayList<>();
        try (BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, first, end)) {
            while (stream.hasNext()) {
                batches.add(stream.next());
            }
        }
        return batches;
    }

    /** Threads of other tests in this process; their streams are not this test's. */
    private final Set<Thread> others = Set.copyOf(allPreparing());

    private static List<Thread> allPreparing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sdpoint-batches"))
                .toList();
    }

    private List<Thread> preparingThreads() {
        return allPreparing().stream()
                .filter(thread -> !others.contains(thread))
                .toList();
    }

    @AfterEach
    void leavesNoThreadBehind() {
        assertThat(preparingThreads()).isEmpty();
    }

    @Test
    void resumedAtAnyIterationSeesTheSameBatches() {
        List<Batch> whole = all(0, 12);
        for (int first = 0; first <= 12; first++) {
            assertThat(all(first, 12)).isEqualTo(whole.subList(first, 12));
        }
    }

    @Test
    void followsTheOrderOfTheEpochAndDropsTheRemainder() {
        List<Batch> whole = all(0, 6);
        for (int epoch = 0; epoch < 2; epoch++) {
            int[] order = EpochOrder.of(COUNT, 11, epoch);
            for (int b = 0; b < 3; b++) {
                assertThat(whole.get(epoch * 3 + b).labels())
                        .containsExactly(order[b * 3], order[b * 3 + 1], order[b * 3 + 2]);
            }
        }
    }

    @Test
    void sameImagesAreAugmentedAnewInEveryEpoch() {
        try (BatchStream stream = new BatchStream(maker(), 1, 1, 11, 0, 20)) {
            List<Batch> epochs =
                    IntStream.range(0, 20).mapToObj(i -> stream.next()).toList();
            assertThat(epochs.stream().distinct()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void takesOnlyTheFirstImagesWhenFewerAreAskedFor() {
        try (BatchStream stream = new BatchStream(maker(), 4, 2, 1, 0, 20)) {
            while (stream.hasNext()) {
                assertThat(stream.next().labels()).doesNotContain(4, 5, 6, 7, 8, 9);
            }
        }
    }

    @Test
    void knowsWhichIterationComesNext() {
        try (BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, 7, 9)) {
            assertThat(stream.nextIteration()).isEqualTo(7);
            stream.next();
            assertThat(stream.nextIteration()).isEqualTo(8);
            stream.next();
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void waitsOnceAFewBatchesAreReady() throws InterruptedException {
        try (BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, 0, Integer.MAX_VALUE)) {
            stream.next();
            Thread preparing = preparingThreads().get(0);
            while (preparing.getState() != Thread.State.WAITING) {
                TimeUnit.MILLISECONDS.sleep(
                        1); // busy until the queue is full, then it waits; the time limit is the test's
            }
            assertThat(stream.nextIteration()).isEqualTo(1);
        }
    }

    @Test
    void handsOnTheFailureOfPreparing() {
        long beyondAllEpochs = Long.MAX_VALUE - 10;
        try (BatchStream stream = new BatchStream(maker(), 1, 1, 1, beyondAllEpochs, Long.MAX_VALUE)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(stream::next)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("iteration " + beyondAllEpochs)
                        .hasCauseInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void deliversGoodBatchesBeforeAFailure() {
        long lastGood = Integer.MAX_VALUE; // the last epoch that can be counted
        try (BatchStream stream = new BatchStream(maker(), 1, 1, 1, lastGood, lastGood + 5)) {
            assertThat(stream.next().size()).isEqualTo(1);
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
            assertThat(stream.nextIteration()).isEqualTo(lastGood + 1);
        }
    }

    @Test
    void closesWhilePreparingWaitsForRoom() {
        BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, 0, 1000);
        stream.next();
        stream.close();
        stream.close();
        assertThatThrownBy(stream::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closingEndsAWaitingNext() throws Exception {
        // Images so large that the reader waits for each of them.
        LabeledImages large = new LabeledImages(1000, new byte[4 * 3_000_000], new int[4]);
        BatchMaker slow = new BatchMaker(large, Normalization.CIFAR10, new Augmentation.None());
        BatchStream stream = new BatchStream(slow, 4, 4, 11, 0, Integer.MAX_VALUE);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                while (stream.hasNext()) {
                    stream.next();
                }
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        reader.start();
        TimeUnit.MILLISECONDS.sleep(300);
        stream.close();
        assertThat(ended.get(60, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        reader.join();
    }

    @Test
    void interruptionCancelsTheCallerAndKeepsItsFlag() {
        try (BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, 0, 1000)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(stream::next).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stream.next()).isEqualTo(all(0, 1).get(0));
        }
    }

    @Test
    void closingByAnInterruptedThreadStillEndsThePreparingOne() {
        BatchStream stream = new BatchStream(maker(), COUNT, BATCH, 11, 0, 1000);
        Thread.currentThread().interrupt();
        stream.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void rejectsBatchLargerThanTheImages() {
        assertThatThrownBy(() -> new BatchStream(maker(), COUNT, COUNT + 1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batchSize 11 is outside 1 to 10");
    }

    @Test
    void rejectsMoreImagesThanThereAre() {
        assertThatThrownBy(() -> new BatchStream(maker(), COUNT + 1, 1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imageCount 11 is outside 1 to 10");
    }

    @Test
    void rejectsAnEndBeforeTheStart() {
        assertThatThrownBy(() -> new BatchStream(maker(), COUNT, BATCH, 1, 5, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
