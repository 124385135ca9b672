package dev.sdpoint.app.text;

/** Marks every text that comes from a bundle, as a translation would that says nothing else. */
public final class MarkedTexts {
    /** Stands at the beginning of every text. */
    public static final String MARK = "⟦";

    private MarkedTexts() {}

    /** From now on, or no longer. */
    public static void mark(boolean on) {
        Texts.finishedBy(on ? text -> MARK + text + "⟧" : text -> text);
    }
}
