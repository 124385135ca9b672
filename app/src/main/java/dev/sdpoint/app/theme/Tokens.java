package dev.sdpoint.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The values of colour tokens such as {@code -color-fg-muted}, read from the style sheets themselves, for what CSS does not
 * reach: charts and canvases. Immutable.
 */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<![\\w-])(-(?:color|sdp)-[a-z0-9-]+):\\s*([^;]+);");
    private static final int MOST_LINKS = 8;

    private final Map<String, String> values;

    private Tokens(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the tokens of the first rule of each style sheet; a later one overrules an earlier.
     *
     * @param resources absolute names of resources
     */
    static Tokens read(String... resources) {
        Map<String, String> values = new HashMap<>();
        for (String resource : resources) {
            try (InputStream in = Tokens.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalArgumentException("The style sheet " + resource + " is not on the class path.");
                }
                String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int end = css.indexOf('}');
                Matcher matcher = TOKEN.matcher(css.substring(0, end < 0 ? css.length() : end));
                while (matcher.find()) {
                    values.put(matcher.group(1), matcher.group(2).strip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The style sheet " + resource + " cannot be read.", e);
            }
        }
        return new Tokens(Map.copyOf(values));
    }

    /**
     * The colour of a token.
     *
     * @throws IllegalArgumentException if there is no such token
     */
    public Color color(String token) {
        String value = token;
        for (int link = 0; link < MOST_LINKS && value.startsWith("-"); link++) {
            String next = values.get(value);
            if (next == null) {
                throw new IllegalArgumentException(
                        "There is no colour token '" + value + "'. AtlantaFX's begin with -color-, ours with -sdp-.");
            }
            value = next;
        }
        return Color.web(value);
    }

    /** The names of all tokens. */
    Set<String> names() {
        return values.keySet();
    }

    /** The colour of a token for AWT and JFreeChart. */
    public java.awt.Color awt(String token) {
        return CostColors.awt(color(token));
    }
}
