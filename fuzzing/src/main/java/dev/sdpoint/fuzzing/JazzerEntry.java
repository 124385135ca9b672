package dev.sdpoint.fuzzing;

import org.jspecify.annotations.Nullable;

/** What Jazzer calls by name: one target in one process, named by its class. */
public final class JazzerEntry {
    /**
     * Jazzer counts every branch and looks into every regular expression: a WebP picture of 25 megapixels took 9.3 s of processor time and 0.7 s
     * without it, a table of 577 bytes 36 MB and 2.6 MB without it.
     */
    private static final int DEARER = 5;

    private static @Nullable FuzzTarget target;

    private JazzerEntry() {}

    /** Called once, with the class of the target. */
    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        target = target(arguments[0]);
    }

    static FuzzTarget target(String className) throws ReflectiveOperationException {
        return Class.forName(className)
                .asSubclass(FuzzTarget.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /**
     * Called for every input. One that breaks a promise is read once more, and the second time counts: Jazzer rewrites classes when they are
     * loaded, which takes memory and time of whoever reads first.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        if (target == null) {
            throw new IllegalStateException("no target was named");
        }
        try {
            Promise.hold(target, input, DEARER);
        } catch (AssertionError first) {
            Promise.hold(target, input, DEARER);
        }
    }
}
