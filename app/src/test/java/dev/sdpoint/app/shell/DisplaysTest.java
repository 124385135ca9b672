package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplaysTest {
    @Test
    void saysWhatToDoWithoutADisplay() {
        assertThat(Displays.problem("Linux", "", Map.of()))
                .get()
                .asString()
                .startsWith("There is no display")
                .contains("sdpoint tour --out DIR", "train", "sweep", "classify", "cost")
                .doesNotContain("\n");
        assertThat(Displays.problem("Linux", "gtk", Map.of("DISPLAY", " "))).isPresent();
    }

    @Test
    void isContentWithADisplayOrWithoutNeedOfOne() {
        assertThat(Displays.problem("Linux", "", Map.of("DISPLAY", ":0"))).isEmpty();
        assertThat(Displays.problem("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isEmpty();
        assertThat(Displays.problem("Linux", "Monocle", Map.of())).isEmpty();
        assertThat(Displays.problem("Mac OS X", "", Map.of())).isEmpty();
        assertThat(Displays.problem("Windows 11", "", Map.of())).isEmpty();
    }
}
