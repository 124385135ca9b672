package dev.sdpoint.app.guide;

/**
 * Where somebody reads, whatever the width of the window.
 *
 * @param block the first block in sight
 * @param hidden the share of its height that is above the edge, from 0 to 1; negative if space is above it
 */
record Spot(int block, double hidden) {
    static final Spot TOP = new Spot(0, 0);
}
