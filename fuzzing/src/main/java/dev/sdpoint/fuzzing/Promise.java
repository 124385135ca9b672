package dev.sdpoint.fuzzing;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads inputs with a target and throws an {@link AssertionError} that says which promise was broken. */
public final class Promise {
    /** Factor from the length of an input to what reading it may allocate, garbage included. */
    static final int BYTES_FOR_A_BYTE = 400;

    private static final long MOST_CPU_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int LONGEST_MESSAGE = 1_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern TECHNICAL = Pattern.compile("\\p{Cntrl}|\\w+Exception\\b|\\b(java|com|org)\\.\\w+\\.");
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Promise() {}

    /**
     * Reads an input on the calling thread.
     *
     * @throws AssertionError if another exception than the documented one comes out, its message is nothing for a person, or reading took
     *     more than five seconds of processor time or more memory than the target allows
     */
    public static void hold(FuzzTarget target, byte[] input) {
        hold(target, input, 1);
    }

    /**
     * Reads an input with classes that something has rewritten.
     *
     * @param dearer how many times more time and memory it may take
     * @throws AssertionError as {@link #hold(FuzzTarget, byte[])}
     */
    static void hold(FuzzTarget target, byte[] input, int dearer) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            target.read(input);
        } catch (Throwable e) { // errors too: out of memory and out of stack are what is looked for
            if (!target.refusal().isInstance(e)) {
                throw new AssertionError(
                        target.name() + ": " + e.getClass().getName() + " instead of "
                                + target.refusal().getSimpleName(),
                        e);
            }
            requireWords(target, e, input);
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (nanos > dearer * MOST_CPU_NANOS) {
            throw new AssertionError(target.name() + ": " + nanos / 1_000_000 + " ms for " + input.length + " bytes");
        }
        if (allocated > dearer * (target.mostBytes() + (long) BYTES_FOR_A_BYTE * input.length)) {
            throw new AssertionError(
                    target.name() + ": " + allocated / 1_000_000 + " MB allocated for " + input.length + " bytes");
        }
    }

    private static void requireWords(FuzzTarget target, Throwable refusal, byte[] input) {
        String message = refusal.getMessage();
        if (message == null) {
            throw new AssertionError(target.name() + ": a refusal without a word", refusal);
        }
        try {
            requireWords(message, target.refusesInSentences(), input);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(target.name() + ": " + e.getMessage(), refusal);
        }
    }

    /**
     * Looks whether a message is for a person. Technical words that the input has itself are taken for quoted; control characters never are.
     *
     * @param sentence whether it must be a whole sentence
     * @param input what the message is about
     * @throws IllegalArgumentException if it is empty, endless, technical or no sentence
     */
    public static void requireWords(String message, boolean sentence, byte[] input) {
        if (message.length() < 5 || message.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a message of " + message.length() + " characters");
        }
        Matcher technical = TECHNICAL.matcher(message);
        String quotable =
                CONTROL.matcher(new String(input, StandardCharsets.UTF_8)).replaceAll("");
        if (technical.results().anyMatch(word -> !quotable.contains(word.group()))) {
            throw new IllegalArgumentException("the message is technical: " + message);
        }
        if (sentence && !message.endsWith(".") && !message.endsWith("?")) {
            throw new IllegalArgumentException("the message is no sentence: " + message);
        }
    }
}
