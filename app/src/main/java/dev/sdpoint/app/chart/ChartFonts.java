package dev.sdpoint.app.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the bundled Inter known to AWT, by which JFreeChart measures its labels. */
final class ChartFonts {
    private static final Logger LOG = LoggerFactory.getLogger(ChartFonts.class);
    private static final String INTER = "/dev/sdpoint/assets/fonts/Inter-Regular.otf";
    private static final String FAMILY = register();

    private ChartFonts() {}

    static Font plain(int size) {
        return new Font(FAMILY, Font.PLAIN, size);
    }

    private static String register() {
        try (InputStream file = ChartFonts.class.getResourceAsStream(INTER)) {
            if (file != null) {
                Font inter = Font.createFont(Font.TRUETYPE_FONT, file);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(inter);
                return inter.getFamily();
            }
            LOG.warn("The bundled font {} is missing; charts use the system's.", INTER);
        } catch (IOException | FontFormatException e) {
            LOG.warn("The bundled font {} could not be read; charts use the system's.", INTER, e);
        }
        return Font.SANS_SERIF;
    }
}
