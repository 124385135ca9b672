package dev.sdpoint.app.gallery;

import java.util.BitSet;

/**
 * Images that a comparison picked out.
 *
 * @param title what they have in common; blank for no restriction
 * @param images their numbers; not to be changed
 */
record Picked(String title, BitSet images) {
    /** No restriction. */
    static final Picked ALL = new Picked("", new BitSet());

    boolean all() {
        return title.isBlank();
    }

    boolean contains(int image) {
        return all() || images.get(image);
    }
}
