package dev.sdpoint.engine.data;

import java.util.regex.Pattern;

/** Full stops of sentences that are put together, of which some end already: ours, and those of some systems. */
public final class FullStop {
    /** A sentence's end, and the quotation marks and brackets that may come after it. */
    private static final Pattern ENDED = Pattern.compile(".*[.!?…][\"'”’»)\\]]*", Pattern.DOTALL);

    private FullStop() {}

    /** The text as a sentence: with a full stop, unless one ends there already. */
    public static String after(String text) {
        String sentence = text.strip();
        return ENDED.matcher(sentence).matches() ? sentence : sentence + ".";
    }

    /** The text as a part of a sentence, as in brackets: without the full stop that it may end with. */
    public static String without(String text) {
        String clause = text.strip();
        return clause.endsWith(".") && !clause.endsWith("..") ? clause.substring(0, clause.length() - 1) : clause;
    }
}
