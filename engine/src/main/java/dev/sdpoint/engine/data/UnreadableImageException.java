package dev.sdpoint.engine.data;

import java.util.Locale;

/**
 * An image of an open data set cannot be read any more: its file or the whole folder is gone, it changed, or it turned out to be
 * damaged. The message is a sentence for people that names the file and says what to do.
 */
public final class UnreadableImageException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a picture that the next opening leaves out; empty where it does not. */
    private final String fault;

    UnreadableImageException(String message, Throwable cause) {
        this(message, "", cause);
    }

    UnreadableImageException(String message) {
        super(message);
        this.fault = "";
    }

    private UnreadableImageException(String message, String fault, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * A picture that the next opening of its folder leaves out.
     *
     * @param fault a sentence that names the file and says what to do
     */
    static UnreadableImageException leftOut(String fault, Throwable cause) {
        return leftOut(fault, "", cause);
    }

    private static UnreadableImageException leftOut(String fault, String more, Throwable cause) {
        return new UnreadableImageException(
                fault + " Or open the folder again: it then does without this picture" + more + ".", fault, cause);
    }

    /** Whether the next opening of the folder leaves the picture out. */
    boolean isLeftOut() {
        return !fault.isEmpty();
    }

    /** The same of a picture that is left out together with so many others, at least 1. */
    UnreadableImageException with(int others) {
        return leftOut(fault, String.format(Locale.ROOT, " and %,d more that cannot be read", others), this);
    }
}
