package dev.sdpoint.engine.data;

/** Text out of a file that anybody may have written, on its way into a message. */
public final class ForeignText {
    private static final int LONGEST = 50;

    private ForeignText() {}

    /** The text, cut to 50 characters, with question marks in place of control characters. */
    public static String shown(String text) {
        return shown(text, LONGEST);
    }

    /** The text, cut to so many characters, with question marks in place of control characters. */
    public static String shown(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
