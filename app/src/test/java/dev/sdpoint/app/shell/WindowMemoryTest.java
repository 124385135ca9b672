package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Where a window is put that was somewhere before. */
final class WindowMemoryTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D WALL = new Rectangle2D(1280, 0, 2560, 1440);

    private final Preferences preferences = new ForgetfulPreferences();
    private final WindowMemory memory = new WindowMemory(preferences);

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void leave(double x, double y, double width, double height) {
        onFx(stage -> {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
            memory.remember(stage, new DirectTaskRunner());
        });
    }

    private double[] back(Rectangle2D... others) {
        return onFx(stage -> memory.restore(stage, LAPTOP, List.of(others)));
    }

    private interface Deed {
        void to(Stage stage);
    }

    /** Does it to a window that is not shown, and tells its place and size afterwards. */
    private static double[] onFx(Deed deed) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {
            Stage stage = new Stage();
            deed.to(stage);
            return DoubleStream.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                    .toArray();
        }));
    }

    @Test
    void theFirstTimeItIsInTheMiddleAndFitsTheScreen() {
        assertThat(back(WALL)).containsExactly(Double.NaN, Double.NaN, 1280, 800);
    }

    @Test
    void isWhereItWas() {
        leave(20, 30, 1100, 720);
        assertThat(back()).containsExactly(20, 30, 1100, 720);
    }

    @Test
    void isAsLargeAsItWasOnAScreenThatIsLargerThanThePrimaryOne() {
        leave(1400, 50, 2300, 1300);
        assertThat(back(WALL)).containsExactly(1400, 50, 2300, 1300);
    }

    @Test
    void comesToThePrimaryScreenIfItsOwnIsGone() {
        leave(1400, 50, 2300, 1300);
        assertThat(back()).containsExactly(Double.NaN, Double.NaN, 1280, 800);
    }

    @Test
    void isNotPutWhereItCouldNotBeMoved() {
        leave(-1250, 30, 1100, 720);
        assertThat(back()).containsExactly(Double.NaN, Double.NaN, 1100, 720);
        leave(20, 900, 1100, 720);
        assertThat(back()).containsExactly(Double.NaN, Double.NaN, 1100, 720);
    }

    @Test
    void isMaximisedAgainAndKnowsItsSizeFromBefore() {
        leave(20, 30, 1100, 720);
        onFx(stage -> {
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.setMaximized(true);
            memory.remember(stage, new DirectTaskRunner());
        });
        assertThat(onFx(stage -> {
                    memory.restore(stage, LAPTOP, List.of());
                    assertThat(stage.isMaximized()).isTrue();
                }))
                .containsExactly(20, 30, 1100, 720);
    }

    @Test
    void windowsDoNotTakeEachOthersPlace() throws BackingStoreException {
        leave(20, 30, 1100, 720);
        WindowMemory guide = new WindowMemory(preferences, new WindowMemory.Form("guide.", 720, 480, 1120, 700));
        assertThat(onFx(stage -> guide.restore(stage, LAPTOP, List.of())))
                .containsExactly(Double.NaN, Double.NaN, 1120, 700);
        assertThat(preferences.keys()).contains("x", "maximized").doesNotContain("guide.x");
    }

    @Test
    void noLeastSizeIsLargerThanTheScreen() {
        Rectangle2D small = new Rectangle2D(0, 0, 800, 480);
        onFx(stage -> {
            memory.restore(stage, small, List.of());
            assertThat(stage.getMinWidth()).isEqualTo(800);
            assertThat(stage.getMinHeight()).isEqualTo(480);
        });
    }
}
