package dev.sdpoint.app.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Colours that stay apart for colour-blind people (after Okabe and Ito), each with a mark of its own shape, so that figures can be
 * read in grey as well.
 */
public enum Ink {
    BLUE(0x0072B2),
    VERMILION(0xD55E00),
    GREEN(0x009E73),
    PURPLE(0xAA4499),
    ORANGE(0xE69F00),
    SKY(0x56B4E9),
    BLACK(0x24292F),
    GREY(0x8C959F),
    /** Every mark in the colour of its own cost, {@link CostScale}. */
    COST(0x57606A);

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    /** The colour on paper; for {@link #COST} that of the line which joins the marks. */
    public Color color() {
        return color;
    }

    /** An ink for the i-th of several series; they repeat after seven. */
    public static Ink series(int i) {
        return values()[i % 7];
    }

    /** The mark around (0, 0), about as large in area as a circle of the radius. */
    Shape mark(double r) {
        return switch (this) {
            case BLUE, GREY, COST -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case VERMILION -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case GREEN -> polygon(r * 1.3, 3, -90);
            case PURPLE -> polygon(r * 1.2, 4, 0);
            case ORANGE -> polygon(r * 1.3, 3, 90);
            case SKY -> polygon(r * 1.1, 6, 0);
            case BLACK -> polygon(r * 1.15, 5, -90);
        };
    }

    private static Shape polygon(double r, int corners, double firstDegrees) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(firstDegrees + 360.0 * i / corners);
            if (i == 0) {
                path.moveTo(r * Math.cos(angle), r * Math.sin(angle));
            } else {
                path.lineTo(r * Math.cos(angle), r * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }
}
