package dev.sdpoint.app.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the bundled typefaces known to AWT, by which JFreeChart measures its labels. Words and numbers have typefaces of
 * their own: the JavaFX canvas forgets its font after every drawing, and the library sets it again only when it changes.
 */
public final class ChartFonts {
    private static final Logger LOG = LoggerFactory.getLogger(ChartFonts.class);
    private static final String WORDS = register("/dev/sdpoint/assets/fonts/Inter-Regular.otf");
    private static final String HEADINGS = register("/dev/sdpoint/assets/fonts/Inter-SemiBold.otf");
    private static final String FIGURES = register("/dev/sdpoint/app/theme/InterFigures-Regular.otf");

    private ChartFonts() {}

    /** Font of words. */
    public static Font words(int size) {
        return new Font(WORDS, Font.PLAIN, size);
    }

    /** Font of headings: half-bold. */
    public static Font headings(int size) {
        return new Font(HEADINGS, Font.PLAIN, size);
    }

    /** Font of numbers: digits of one width. */
    public static Font figures(int size) {
        return new Font(FIGURES, Font.PLAIN, size);
    }

    private static String register(String resource) {
        try (InputStream file = ChartFonts.class.getResourceAsStream(resource)) {
            if (file != null) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font.getFamily();
            }
            LOG.warn("The bundled font {} is missing; charts use the system's.", resource);
        } catch (IOException | FontFormatException e) {
            LOG.warn("The bundled font {} could not be read; charts use the system's.", resource, e);
        }
        return Font.SANS_SERIF;
    }
}
