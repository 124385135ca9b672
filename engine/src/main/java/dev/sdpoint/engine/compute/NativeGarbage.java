package dev.sdpoint.engine.compute;

/**
 * Has Java look for garbage now and then while a network learns. ND4J frees native memory of arrays and of calls when Java's collector finds that
 * nobody refers to them; but a step leaves so little garbage in Java's heap that the collector seldom looks, and small native blocks that
 * wait for it lie between large ones, which glibc then cannot use again: resident memory grows (docs/performance.md). One thread at a time.
 */
final class NativeGarbage {
    /** Half a minute of the smallest networks, so that a collection of some tens of milliseconds is a thousandth of a run. */
    private static final int STEPS = 512;

    private final Runnable collection;
    private int steps;

    NativeGarbage() {
        this(System::gc);
    }

    NativeGarbage(Runnable collection) {
        this.collection = collection;
    }

    /** A training step is done. */
    void stepDone() {
        steps++;
        if (steps == STEPS) {
            steps = 0;
            collection.run();
        }
    }
}
