package dev.sdpoint.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of one room in the language of the machine, in English where there is no translation: the bundle {@code texts.properties}
 * in the package of its classes, which a translator puts a {@code texts_de.properties} beside. Texts with parts in them are patterns of
 * {@link MessageFormat}: an apostrophe in them is written twice, and a count chooses its words by {@code {0,choice,1#one image|1<{0} images}}.
 * Thread-safe.
 */
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final String BUNDLE = ".texts";

    private static volatile UnaryOperator<String> finish = UnaryOperator.identity();
    private static volatile boolean english;

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of the room that a class is in.
     *
     * @throws MissingResourceException if that has none, which is a mistake of the build
     */
    public static Texts of(Class<?> user) {
        return new Texts(ResourceBundle.getBundle(
                user.getPackageName() + BUNDLE,
                english ? Locale.ROOT : Locale.getDefault(Locale.Category.DISPLAY),
                user.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * Whatever is asked for texts from now on answers in English, also on machines of other languages: for commands, whose output programs
     * read. Call it before any room is touched.
     *
     * @param only false for the language of the machine again
     */
    public static void speakEnglish(boolean only) {
        english = only;
    }

    /** A text as it stands in the bundle; the key itself where there is none, for a window with a strange word is better than none. */
    public String get(String key) {
        return finish.apply(raw(key));
    }

    /**
     * A text with parts put into it.
     *
     * @param parts in the order of the pattern's numbers; numbers are written as 1,234.5, and whoever wants them otherwise gives a
     *     string
     */
    public String get(String key, Object... parts) {
        return finish.apply(new MessageFormat(raw(key), Locale.ROOT).format(parts));
    }

    private String raw(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            LOG.error("There is no text {} in {}.", key, bundle.getBaseBundleName());
            return key;
        }
    }

    /** Has every text changed before it is shown, so that a test sees which ones did not come from a bundle. */
    static void finishedBy(UnaryOperator<String> change) {
        finish = change;
    }
}
