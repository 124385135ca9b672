package dev.sdpoint.app.guide;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that is selected, over any number of passages.
 *
 * @param anchor where the selection began
 * @param end where it is led to, before or behind that
 */
record Stretch(Caret anchor, Caret end) {
    static final Stretch NONE = new Stretch(new Caret(0, 0), new Caret(0, 0));

    /**
     * A place between two characters.
     *
     * @param passage which of {@link GuideText#passages()}
     * @param offset characters before it
     */
    record Caret(int passage, int offset) {
        boolean isBefore(Caret other) {
            return passage < other.passage || (passage == other.passage && offset < other.offset);
        }
    }

    /** The word, or the space between two, at a place in the text of its passage. */
    static Stretch word(Caret at, String text) {
        if (text.isEmpty()) {
            return new Stretch(at, at);
        }
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(text);
        int to = words.following(Math.min(at.offset(), text.length() - 1));
        return new Stretch(new Caret(at.passage(), words.previous()), new Caret(at.passage(), to));
    }

    boolean isEmpty() {
        return anchor.equals(end);
    }

    /** The first selected character of a passage that is {@code length} characters long; its length if there is none. */
    int from(int passage, int length) {
        Caret first = first();
        return passage > first.passage() ? 0 : passage < first.passage() ? length : Math.min(first.offset(), length);
    }

    /** Behind the last selected character of a passage; 0 if there is none. */
    int to(int passage, int length) {
        Caret last = last();
        return passage < last.passage() ? length : passage > last.passage() ? 0 : Math.min(last.offset(), length);
    }

    /** The selected text, each passage on a line of its own. */
    String text(List<String> passages) {
        List<String> lines = new ArrayList<>();
        for (int i = first().passage(); i <= Math.min(last().passage(), passages.size() - 1); i++) {
            String passage = passages.get(i);
            int from = from(i, passage.length());
            int to = to(i, passage.length());
            lines.add(from < to ? passage.substring(from, to) : "");
        }
        return String.join("\n", lines);
    }

    private Caret first() {
        return end.isBefore(anchor) ? end : anchor;
    }

    private Caret last() {
        return end.isBefore(anchor) ? anchor : end;
    }
}
