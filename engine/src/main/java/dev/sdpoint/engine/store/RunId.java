package dev.sdpoint.engine.store;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a run for good, also in other stores that it is taken to.
 *
 * @param key 36 characters of a UUID
 */
public record RunId(String key) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * @throws IllegalArgumentException if the key is no UUID in lower case
     */
    public RunId {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("\"" + key + "\" names no run; a UUID in lower case does");
        }
    }

    static RunId fresh() {
        return new RunId(UUID.randomUUID().toString());
    }
}
