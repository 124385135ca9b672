package dev.sdpoint.measurement;

import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that measurements write, between two markers; what a person wrote outside of them stays as it is. */
public final class MeasuredPart {
    /** The line before it. */
    public static final String BEGIN = "<!-- measured:begin -->";

    /** The line after it. */
    public static final String END = "<!-- measured:end -->";

    private MeasuredPart() {}

    /**
     * Makes sure that {@link #write} will find its place, before the hour that measuring takes.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #replaced}
     */
    public static void requireRoom(Path document) throws IOException {
        replaced(Files.readString(document), "");
    }

    /**
     * Puts something else between the markers of a file, whole or not at all.
     *
     * @throws IOException if it cannot be read or written; it is as before then
     * @throws IllegalArgumentException as {@link #replaced}
     */
    public static void write(Path document, String measured) throws IOException {
        WholeFile.write(document, replaced(Files.readString(document), measured));
    }

    /**
     * A document with something else between the markers.
     *
     * @throws IllegalArgumentException if it has not exactly one pair of markers in their order, or what is put between has one
     */
    public static String replaced(String document, String measured) {
        if (measured.contains(BEGIN) || measured.contains(END)) {
            throw new IllegalArgumentException(
                    "what was measured has a marker in it; it would end there the next time");
        }
        int begin = only(document, BEGIN);
        int end = only(document, END);
        if (end < begin) {
            throw new IllegalArgumentException(END + " stands before " + BEGIN);
        }
        return document.substring(0, begin + BEGIN.length())
                + "\n\n" + measured.strip() + "\n\n"
                + document.substring(end);
    }

    private static int only(String document, String marker) {
        int first = document.indexOf(marker);
        if (first < 0 || document.indexOf(marker, first + 1) >= 0) {
            throw new IllegalArgumentException(
                    "the document must have " + marker + " once; it has " + (first < 0 ? "none" : "several"));
        }
        return first;
    }
}
