package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class ForgetfulPreferencesTest {
    @Test
    void remembersOnlyWhileItLives() throws BackingStoreException {
        Preferences preferences = new ForgetfulPreferences();
        preferences.put("theme", "DARK");
        preferences.flush();

        assertThat(preferences.get("theme", "")).isEqualTo("DARK");
        assertThat(new ForgetfulPreferences().get("theme", "nothing")).isEqualTo("nothing");
    }
}
