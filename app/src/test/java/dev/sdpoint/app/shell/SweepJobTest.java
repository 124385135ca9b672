package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SweepJobTest {
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final DataSet data = SyntheticModel.data();
    private final SdpModel model = SyntheticModel.of(data);
    private final List<String> heard = new ArrayList<>();
    private final SweepJob sweep = new SweepJob(
            (network, weights) -> {
                throw new IllegalStateException("a sweep that ends at once");
            },
            tasks);

    private final Sweeping.Listener listener = new Sweeping.Listener() {
        @Override
        public void grew(Outcomes soFar) {
            heard.add("grew");
        }

        @Override
        public void done(Outcomes all) {
            heard.add("done");
        }

        @Override
        public void failed(Throwable problem) {
            heard.add(problem.getMessage());
        }

        @Override
        public void stopped() {
            heard.add("stopped");
        }
    };

    /** Jobs that other tests have left to the process might want the JavaFX thread, which waits in this test. */
    @BeforeEach
    void othersEnd() throws InterruptedException {
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    /** Until its thread has left, while the JavaFX thread is busy and hears nothing. */
    private void startAndLetEnd() {
        sweep.start(model, data.validation(), Optional.empty(), listener);
        try {
            assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsHowItEnded(FxRobot robot) {
        robot.interact(this::startAndLetEnd);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(heard).containsExactly("a sweep that ends at once");
    }

    @Test
    void saysNothingOnceItWasCancelledAlsoIfItHadEndedBefore(FxRobot robot) {
        robot.interact(() -> {
            startAndLetEnd();
            sweep.cancel();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(heard).isEmpty();
    }
}
