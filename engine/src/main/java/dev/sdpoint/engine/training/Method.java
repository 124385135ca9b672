package dev.sdpoint.engine.training;

import java.util.Locale;

/** How a network is trained. */
public enum Method {
    /** One instance drawn per iteration (paper §3.2). */
    SDPOINT("SDPoint"),
    /** Full resolution in every iteration: the paper's baseline. */
    PLAIN("Plain");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method of an id.
     *
     * @throws IllegalArgumentException with the known ones, if there is none
     */
    public static Method parse(String id) {
        for (Method method : values()) {
            if (method.id().equals(id.trim().toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("no method is called \"" + id + "\"; known are sdpoint and plain");
    }
}
