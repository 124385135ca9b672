package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;

/**
 * How large thumbnails are. Small pictures are enlarged by whole numbers so that every pixel stays a square; large ones are
 * reduced. A list row has one fixed height, so a line of images takes one or more rows.
 */
enum ThumbSize {
    S(32),
    M(64),
    L(96);

    private static final Texts TEXTS = Texts.of(ThumbSize.class);

    /** Height of every row of the list in pixels: a header, or a slice of a line of images. */
    static final int ROW = 36;
    /** Free pixels at the left of a line. */
    static final int LEFT = 4;

    private static final int LEAST_GAP = 4;

    private final int target;

    ThumbSize(int target) {
        this.target = target;
    }

    String title() {
        return switch (this) {
            case S -> TEXTS.get("size.small");
            case M -> TEXTS.get("size.medium");
            case L -> TEXTS.get("size.large");
        };
    }

    /** Side of a thumbnail on screen. */
    int thumb(int side) {
        return side <= target ? side * (target / side) : target;
    }

    /** List rows that a line of images takes. */
    int slices(int side) {
        return (thumb(side) + LEAST_GAP + ROW - 1) / ROW;
    }

    /** Distance from one thumbnail to the next, across and down. */
    int pitch(int side) {
        return slices(side) * ROW;
    }

    /** Free pixels around a thumbnail. */
    int margin(int side) {
        return (pitch(side) - thumb(side)) / 2;
    }

    /**
     * Thumbnails that fit side by side, at least 1.
     *
     * @param width for thumbnails, in pixels
     */
    int columns(double width, int side) {
        return Math.max(1, (int) ((width - LEFT) / pitch(side)));
    }
}
