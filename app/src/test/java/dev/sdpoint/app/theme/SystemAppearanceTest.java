package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemAppearanceTest {
    @Test
    void understandsGnomeAndMac() {
        assertThat(SystemAppearance.saysDark("'prefer-dark'\n")).isTrue();
        assertThat(SystemAppearance.saysDark("'prefer-light'\n")).isFalse();
        assertThat(SystemAppearance.saysDark("'Adwaita-dark'\n")).isTrue();
        assertThat(SystemAppearance.saysDark("Dark\n")).isTrue();
    }

    @Test
    void understandsTheRegistry() {
        assertThat(SystemAppearance.registrySaysDark("  AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n"))
                .isTrue();
        assertThat(SystemAppearance.registrySaysDark("  AppsUseLightTheme    REG_DWORD    0x1\r\n\r\n"))
                .isFalse();
    }

    @Test
    void answersInTimeWhateverTheSystemSays() {
        assertTimeout(Duration.ofSeconds(20), SystemAppearance::dark);
    }
}
