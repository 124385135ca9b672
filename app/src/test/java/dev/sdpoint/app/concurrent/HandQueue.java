package dev.sdpoint.app.concurrent;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor whose work runs when the test says so. */
final class HandQueue implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable work) {
        waiting.add(work);
    }

    synchronized int size() {
        return waiting.size();
    }

    void runOne() {
        Runnable work;
        synchronized (this) {
            work = waiting.remove();
        }
        work.run();
    }

    void runAll() {
        while (size() > 0) {
            runOne();
        }
    }
}
