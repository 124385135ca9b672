package dev.sdpoint.fuzzing;

import java.util.Map;

/** What the default build does with a target: sound inputs, inputs that were findings once, and some mutations. */
public final class ShortRun {
    private static final long SEED = 7;

    private ShortRun() {}

    /**
     * Reads the seeds.
     *
     * @throws Exception if one is refused
     * @throws AssertionError if a promise is broken
     */
    public static void seeds(FuzzTarget target) throws Exception {
        for (byte[] seed : target.seeds()) {
            target.read(seed);
            Promise.hold(target, seed);
        }
    }

    /** Reads the kept inputs; throws AssertionError, with the name of the file, if one breaks a promise again. */
    public static void kept(FuzzTarget target) throws Exception {
        for (Map.Entry<String, byte[]> kept : KeptInputs.of(target).entrySet()) {
            hold(target, kept.getValue(), kept.getKey());
        }
    }

    /** Reads some mutations, the same in every build; throws AssertionError if one breaks a promise. */
    public static void mutations(FuzzTarget target) throws Exception {
        Mutations mutations = new Mutations(target.seeds(), SEED);
        for (int i = 0; i < target.shortRun(); i++) {
            hold(target, mutations.next(), "mutation " + i);
        }
    }

    private static void hold(FuzzTarget target, byte[] input, String name) {
        try {
            Promise.hold(target, input);
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e.getCause());
        }
    }
}
