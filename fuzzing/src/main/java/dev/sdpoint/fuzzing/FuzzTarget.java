package dev.sdpoint.fuzzing;

import java.util.List;

/** A reader of foreign bytes, and what it promises. Made without arguments, once for many inputs; one thread. */
public interface FuzzTarget {
    /** Short and stable: the name of the folder of the inputs that are kept. */
    String name();

    /**
     * Inputs that are read without a complaint, for mutations to start from.
     *
     * @throws Exception if they cannot be made, which is a fault of the test
     */
    List<byte[]> seeds() throws Exception;

    /**
     * Reads an input as a person's file would be read, and uses what came out of it as the program would at once.
     *
     * @throws Exception of type {@link #refusal()} if the input is refused; any other is a finding
     */
    void read(byte[] input) throws Exception;

    /** The one exception that the reader documents. */
    Class<? extends Exception> refusal();

    /** Whether the message of a refusal is a whole sentence; else it is a part of one that the caller completes. */
    default boolean refusesInSentences() {
        return true;
    }

    /** What reading may allocate in all, garbage included, besides {@value Promise#BYTES_FOR_A_BYTE} bytes for each byte of input. */
    default long mostBytes() {
        return 32L << 20;
    }

    /** How many mutations the short run of the default build reads. */
    default int shortRun() {
        return 2_000;
    }
}
