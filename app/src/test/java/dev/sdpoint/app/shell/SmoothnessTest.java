package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.PulseWatch;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How long the real window keeps the JavaFX thread at work in one piece. Processor time is measured, for the clock would tell more of
 * what else the machine does. {@code -Dsdpoint.timing=true} prints every figure.
 */
class SmoothnessTest {
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final List<String> figures = new ArrayList<>();
    private AppServices services = onFx(() -> new AppServices(tasks, new ForgetfulPreferences(), new BundledContent()));
    private Stage stage = FxToolkit.registerPrimaryStage();
    private MainWindow window = onFx(() -> new MainWindow(services, stage));

    SmoothnessTest() throws Exception {
        Fonts.load();
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            return stage;
        });
        tasks.close();
    }

    @Test
    void goingBackToAPlaceOrToAThemeIsShortWork() throws Exception {
        onFx(() -> {
            services.themes().choiceProperty().set(Theme.LIGHT);
            stage.setWidth(1440);
            stage.setHeight(900);
            window.show(services::openBundled);
            return stage;
        });
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> services.workspace().outcomesProperty().get().isPresent()));
        visit("first", PlaceId.GALLERY);
        visit("first", PlaceId.TRAIN);
        visit("first", PlaceId.BUDGET);
        double worstVisit = 0;
        for (int round = 0; round < 2; round++) {
            for (PlaceId place : PlaceId.values()) {
                worstVisit = Math.max(worstVisit, visit("back", place));
            }
        }
        double worstSwitch = 0;
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            worstSwitch = Math.max(
                    worstSwitch,
                    work("to " + theme, () -> services.themes().choiceProperty().set(theme)));
        }
        if (Boolean.getBoolean("sdpoint.timing")) {
            figures.forEach(System.out::println);
        }
        assertThat(worstVisit).as("%s", figures).isLessThan(50);
        // 45 to 100 ms were measured: JavaFX asks the style sheets anew for every node on screen.
        assertThat(worstSwitch).as("%s", figures).isLessThan(200);
    }

    private double visit(String what, PlaceId place) throws Exception {
        return work(
                what + " " + place,
                () -> services.workspace().currentPlaceProperty().set(place));
    }

    /** Does something on the JavaFX thread and returns the longest work within the next pulses, in milliseconds. */
    private double work(String what, Runnable action) throws Exception {
        PulseWatch watch = new PulseWatch();
        onFx(() -> {
            watch.start();
            return watch;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(watch::pulses) > 1);
        long before = onFx(() -> {
            action.run();
            return watch.pulses();
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(watch::pulses) > before + 15);
        return onFx(() -> {
            watch.stop();
            figures.add(String.format(
                    Locale.ROOT,
                    "%-24s work %6.1f ms, gap %6.1f ms",
                    what,
                    watch.mostWorkMillis(),
                    watch.longestGapMillis()));
            return watch.mostWorkMillis();
        });
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
