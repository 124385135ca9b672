package dev.sdpoint.engine.model;

import java.util.Map;

/**
 * What was read of a sealed zip, each part found to be the one that the seal means.
 *
 * @param seal of the file
 * @param parts by name
 */
record SealedContents(Seal seal, Map<String, byte[]> parts) {
    /**
     * The part that a kind of file begins with, and what must hold of it before any other part is read: so a file that contradicts
     * itself is refused before memory is taken for what it claims.
     *
     * @param name of the part
     * @param mostBytes longer ones are refused unread
     * @param gate looks at it
     */
    record First(String name, int mostBytes, Gate gate) {}

    /** Looks at the first part of a file. */
    @FunctionalInterface
    interface Gate {
        /** Throws if the other parts are not to be read. */
        void pass(Seal seal, byte[] first) throws ModelFileException;
    }
}
