package dev.sdpoint.engine.inference;

import java.util.concurrent.TimeUnit;

/** The time of a stream; a test has one of its own. */
interface StreamClock {
    /** The machine's. */
    StreamClock SYSTEM = new StreamClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** Waits; not at all if the time is 0 or below. */
    void sleep(long nanos) throws InterruptedException;
}
