package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final HandQueue worker = new HandQueue();
    private final List<Integer> computed = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();
    private final DirectTaskRunner home = new DirectTaskRunner();

    private final LatestTask<Integer, String> task = new LatestTask<>(
            worker,
            home,
            input -> {
                computed.add(input);
                if (input < 0) {
                    throw new IOException("no " + input);
                }
                return "answer " + input;
            },
            answers::add,
            failures::add);

    @Test
    void computesOnlyTheNewestOfManyRequests() {
        for (int i = 0; i < 100; i++) {
            task.request(i);
        }
        worker.runAll();

        assertThat(computed).containsExactly(99);
        assertThat(answers).containsExactly("answer 99");
    }

    @Test
    void dropsAnAnswerThatIsStaleWhenItIsReady() {
        List<String> delivered = new ArrayList<>();
        List<Runnable> asker = new ArrayList<>();
        LatestTask<Integer, String> slow = new LatestTask<>(
                worker,
                home,
                input -> {
                    asker.forEach(Runnable::run);
                    asker.clear();
                    return "answer " + input;
                },
                delivered::add,
                failures::add);
        asker.add(() -> slow.request(2));

        slow.request(1);
        worker.runAll();

        assertThat(delivered).containsExactly("answer 2");
    }

    @Test
    void dropsAnAnswerThatBecomesStaleOnItsWayHome() {
        HandQueue fx = new HandQueue();
        FxTaskRunner late = new FxTaskRunner(fx);
        LatestTask<Integer, String> travelling =
                new LatestTask<>(worker, late, input -> "answer " + input, answers::add, failures::add);

        travelling.request(1);
        worker.runAll();
        travelling.request(2);
        fx.runAll();
        assertThat(answers).isEmpty();

        worker.runAll();
        fx.runAll();
        assertThat(answers).containsExactly("answer 2");
        late.close();
    }

    @Test
    void tellsTheFailureOfTheNewestRequest() {
        task.request(-1);
        worker.runAll();

        assertThat(answers).isEmpty();
        assertThat(failures).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void tellsThatNativeLibrariesDoNotLoad() {
        LatestTask<Integer, String> broken = new LatestTask<>(
                worker,
                home,
                input -> {
                    throw new UnsatisfiedLinkError("no jnind4jcpu");
                },
                answers::add,
                failures::add);
        broken.request(1);
        worker.runAll();

        assertThat(failures).singleElement().isInstanceOf(ExecutionException.class);
    }

    @Test
    void goesOnAfterAFailure() {
        task.request(-1);
        worker.runAll();
        task.request(5);
        worker.runAll();

        assertThat(answers).containsExactly("answer 5");
    }

    @Test
    void deliversNothingAfterCancel() {
        task.request(1);
        task.cancel();
        worker.runAll();

        assertThat(computed).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void letsOtherWorkOfTheThreadHaveItsTurn() {
        List<String> order = new ArrayList<>();
        LatestTask<Integer, Integer> first = new LatestTask<>(
                worker,
                home,
                i -> {
                    order.add("first " + i);
                    return i;
                },
                i -> {},
                failures::add);
        first.request(1);
        worker.execute(() -> {
            first.request(2);
            order.add("other");
        });
        worker.execute(() -> order.add("another"));
        worker.runAll();

        assertThat(order).containsExactly("first 1", "other", "another", "first 2");
    }

    @Test
    void neverRunsTwoAtATimeOnItsOwnThread() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch last = new CountDownLatch(1);
        try (SerialWorker thread = new SerialWorker("test-inference")) {
            LatestTask<Integer, Integer> busy = new LatestTask<>(
                    thread,
                    home,
                    i -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        TimeUnit.MILLISECONDS.sleep(2);
                        inside.decrementAndGet();
                        return i;
                    },
                    i -> {
                        if (i == 199) {
                            last.countDown();
                        }
                    },
                    failures::add);
            for (int i = 0; i < 200; i++) {
                busy.request(i);
            }
            assertThat(last.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }
}
