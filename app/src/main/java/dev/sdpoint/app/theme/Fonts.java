package dev.sdpoint.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the bundled typefaces known to JavaFX: the families "Inter" (regular, bold), "Inter Medium", "Inter Semi Bold", and "Inter
 * Figures" (regular, bold), which is Inter with digits of one width. Style sheets fall back to the system's font if one is missing.
 */
public final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final String INTER = "/dev/sdpoint/assets/fonts/Inter-";
    private static final String FIGURES = "/dev/sdpoint/app/theme/InterFigures-";
    private static final List<String> FILES = List.of(
            INTER + "Regular.otf",
            INTER + "Medium.otf",
            INTER + "SemiBold.otf",
            INTER + "Bold.otf",
            FIGURES + "Regular.otf",
            FIGURES + "Bold.otf");
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private Fonts() {}

    /** Loads the fonts once; may be called on any thread, before the first scene is laid out. */
    public static void load() {
        if (LOADED.compareAndSet(false, true)) {
            FILES.forEach(Fonts::load);
        }
    }

    private static void load(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                LOG.warn("The font {} is missing or cannot be read; the system's font is used.", resource);
            }
        } catch (IOException e) {
            LOG.warn("The font {} cannot be read; the system's font is used.", resource, e);
        }
    }
}
