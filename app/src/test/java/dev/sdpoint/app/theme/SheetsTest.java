package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/** That a kept sheet costs nothing more when its part comes back is seen by the soak of the window. */
class SheetsTest {
    @Test
    void aKeeperUsesTheSheetsOfPartsBeforeAndAfterIt() {
        Pane before = new Pane();
        Sheets.add(before, Sheets.class, "sdpoint-dark.css");
        Parent keeper = (Parent) Sheets.keeper();
        Pane after = new Pane();
        Sheets.add(after, Sheets.class, "sdpoint-light.css");
        Sheets.add(new Pane(), Sheets.class, "sdpoint-light.css");
        assertThat(before.getStylesheets()).singleElement().asString().endsWith("/theme/sdpoint-dark.css");
        assertThat(keeper.getStylesheets())
                .containsAll(before.getStylesheets())
                .containsAll(after.getStylesheets())
                .doesNotHaveDuplicates();
        assertThat(keeper.isManaged()).isFalse();
        assertThat(keeper.isVisible())
                .as("JavaFX styles nothing that is hidden")
                .isTrue();
        assertThat(keeper.getChildrenUnmodifiable())
                .as("what is styled with them")
                .hasSize(1);
    }
}
