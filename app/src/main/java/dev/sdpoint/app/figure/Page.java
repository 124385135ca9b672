package dev.sdpoint.app.figure;

import java.awt.Graphics2D;

/** Something that fills one page of its own size. */
interface Page {
    /** Pixels at scale 1, which are points of a PDF. */
    int width();

    /** Pixels at scale 1, which are points of a PDF. */
    int height();

    /** Draws everything, the paper included. */
    void paint(Graphics2D g2);
}
