package dev.sdpoint.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of texts what tells who somebody is: the home folder becomes {@code ~}, and the person's name where it is a folder of
 * another disk becomes {@code USER}. For logs and diagnostics, which people send to others. Immutable, any thread.
 */
public final class PrivatePaths {
    /** Set to {@code whole}, paths stay as they are. */
    public static final String SWITCH = "sdpoint.log.paths";

    /** What may not stand before or after a home folder: then it is a part of another name. */
    private static final String BEFORE = "(?<![\\w.-])";

    private static final String AFTER = "(?![\\w-]|\\.\\w)";

    private final @Nullable Pattern homes;
    private final @Nullable Pattern names;

    private PrivatePaths(List<String> homes, String user, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        List<String> written = homes.stream()
                .filter(home -> home.length() > 1)
                .flatMap(PrivatePaths::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        this.homes = written.isEmpty()
                ? null
                : Pattern.compile(BEFORE + "(?:" + String.join("|", written) + ")" + AFTER, flags);
        this.names = user.isBlank()
                ? null
                : Pattern.compile(
                        "([/\\\\](?:home|Users|media|run/media|mnt)[/\\\\])" + Pattern.quote(user) + AFTER, flags);
    }

    /** For the person who runs the program; for nobody if {@value #SWITCH} says so. */
    public static PrivatePaths ofThisPerson() {
        if ("whole".equals(System.getProperty(SWITCH))) {
            return of(List.of(), "", false);
        }
        String home = System.getProperty("user.home", "");
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return of(homes(home), System.getProperty("user.name", ""), windows);
    }

    /**
     * For a person.
     *
     * @param homes the home folder, under every name that it has
     * @param user the person's name in this system
     */
    static PrivatePaths of(List<String> homes, String user, boolean ignoreCase) {
        return new PrivatePaths(homes, user, ignoreCase);
    }

    /** The text without the person's name and home. */
    public String veil(String text) {
        String veiled = homes == null ? text : homes.matcher(text).replaceAll("~");
        return names == null ? veiled : names.matcher(veiled).replaceAll("$1" + Matcher.quoteReplacement("USER"));
    }

    private static List<String> homes(String home) {
        List<String> homes = new ArrayList<>();
        homes.add(home);
        try {
            homes.add(Path.of(home).toRealPath().toString());
        } catch (java.io.IOException | RuntimeException e) {
            // a home that is not there has one name only
        }
        return homes;
    }

    /** As a path, with slashes in both directions, as in source code, and as in a URI. */
    private static Stream<String> spellings(String home) {
        String trimmed = home.replaceAll("[/\\\\]+$", "");
        String slashes = trimmed.replace('\\', '/');
        String uri = Objects.requireNonNullElse(encoded(slashes), slashes);
        return Stream.of(trimmed, slashes, trimmed.replace("\\", "\\\\"), uri).filter(text -> text.length() > 1);
    }

    private static @Nullable String encoded(String path) {
        boolean rooted = path.startsWith("/");
        try {
            String raw = new java.net.URI("file", "", rooted ? path : "/" + path, null).getRawPath();
            return rooted ? raw : raw.substring(1); // a drive of Windows stands behind a slash
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }
}
