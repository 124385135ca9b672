package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atlantafx.base.theme.PrimerDark;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens dark =
            Tokens.read(new PrimerDark().getUserAgentStylesheet(), "/dev/sdpoint/app/theme/sdpoint-dark.css");

    @Test
    void readsAtlantaFxTokens() {
        assertThat(dark.color("-color-bg-default")).isEqualTo(Color.web("#0d1117"));
        assertThat(dark.color("-color-neutral-muted")).isEqualTo(Color.web("rgba(110, 118, 129, 0.4)"));
    }

    @Test
    void followsOurTokensToTheirs() {
        assertThat(dark.color("-sdp-card")).isEqualTo(Color.web("#161b22"));
    }

    @Test
    void givesAwtTheSameColour() {
        assertThat(dark.awt("-color-bg-default")).isEqualTo(new java.awt.Color(0x0d, 0x11, 0x17));
    }

    @Test
    void rejectsATokenThatIsNotThere() {
        assertThatThrownBy(() -> dark.color("-color-lilac")).hasMessageContaining("'-color-lilac'");
    }

    @Test
    void mutedTextReadsWellOnCards() {
        for (boolean isDark : new boolean[] {false, true}) {
            Tokens tokens = isDark
                    ? dark
                    : Tokens.read("/atlantafx/base/theme/primer-light.css", "/dev/sdpoint/app/theme/sdpoint-light.css");
            for (String surface : new String[] {"-sdp-card", "-sdp-page"}) {
                assertThat(CostColorsTest.contrast(tokens.color("-color-fg-muted"), tokens.color(surface)))
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }
}
