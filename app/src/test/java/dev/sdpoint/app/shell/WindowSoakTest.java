package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.measurement.VitalCourse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A short look at what opening places leaves behind; {@link WindowSoak} takes the long one. */
@Timeout(600)
class WindowSoakTest {
    private static final int OPENINGS = 16;

    /** What leaks does so in every course; what tests before this one have left to the process does not. */
    private static final int COURSES = 3;

    /** Wider than in the long look: in so few rounds, threads that wait for work still come and go. */
    private static final VitalCourse.Limits LIMITS = new VitalCourse.Limits(12, 150, 4);

    @Test
    void placesLeaveNothingBehind() throws Exception {
        Fonts.load();
        Stage stage = FxToolkit.registerPrimaryStage();
        FxTaskRunner tasks = new FxTaskRunner();
        try (RunArchive archive = new RunArchive(UserFolders.home().resolve("runs-" + UUID.randomUUID()))) {
            AppServices services =
                    onFx(() -> new AppServices(tasks, new ForgetfulPreferences(), new BundledContent(), archive));
            MainWindow window = onFx(() -> {
                MainWindow made = new MainWindow(services, stage);
                made.show(services::openBundled);
                return made;
            });
            until(() -> services.workspace().outcomesProperty().get().isPresent());
            until(window::prepared);
            WindowSoak.FxThread fx = new WindowSoak.FxThread() {
                @Override
                public <T> T run(Callable<T> action) throws Exception {
                    return onFx(action);
                }
            };
            List<String> leaks =
                    WindowSoak.places(fx, services.workspace(), OPENINGS).leaks(LIMITS);
            for (int course = 1; course < COURSES && !leaks.isEmpty(); course++) {
                leaks = WindowSoak.places(fx, services.workspace(), OPENINGS).leaks(LIMITS);
            }
            onFx(() -> {
                window.close();
                stage.setMinWidth(0); // all tests share it
                stage.setMinHeight(0);
                return stage;
            });
            assertThat(leaks).isEmpty();
        } finally {
            tasks.close();
        }
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
