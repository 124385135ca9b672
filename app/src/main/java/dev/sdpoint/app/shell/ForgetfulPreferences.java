package dev.sdpoint.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import org.jspecify.annotations.Nullable;

/** Settings in memory alone: for the tour and for tests, which must not change a person's. A first visit gives no hint there. */
final class ForgetfulPreferences extends AbstractPreferences {
    private final Map<String, String> values = new HashMap<>();

    ForgetfulPreferences() {
        super(null, "");
        values.put(Hints.WANTED, "false");
    }

    @Override
    protected void putSpi(String key, String value) {
        values.put(key, value);
    }

    @Override
    protected @Nullable String getSpi(String key) {
        return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
        values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
        values.clear();
    }

    @Override
    protected String[] keysSpi() {
        return values.keySet().toArray(new String[0]);
    }

    @Override
    protected String[] childrenNamesSpi() {
        return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
        throw new UnsupportedOperationException("forgetful settings have no children, wanted " + name);
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
}
