package dev.sdpoint.engine.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that was put aside.
 *
 * @param file where it waits
 * @param name what it was called, or the beginning of a very long name
 * @param at when it was deleted
 */
public record DeletedModel(Path file, String name, Instant at) {
    /** Bytes that the name of a file has at most, in UTF-8, on the file systems that are in use. */
    private static final int MOST_BYTES = 255;

    private static final Pattern NAME = Pattern.compile("(\\d{1,15})~(.+)" + Pattern.quote(FoundModel.ENDING));

    /** The model that waits in a file, which tells name and time; empty for any other file. */
    static Optional<DeletedModel> of(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                ? Optional.of(new DeletedModel(
                        file, matcher.group(2), Instant.ofEpochMilli(Long.parseLong(matcher.group(1)))))
                : Optional.empty();
    }

    /** The name under which a model waits. It tells less of a name that is about as long as names can be. */
    static String fileName(String name, Instant at) {
        String stamp = Math.max(0, at.toEpochMilli()) + "~";
        return stamp
                + ModelNames.within(MOST_BYTES - stamp.length() - FoundModel.ENDING.length(), name)
                + FoundModel.ENDING;
    }
}
