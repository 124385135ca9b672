package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.inference.StreamClassifier;
import dev.sdpoint.engine.model.SdpModel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** How streams begin and end, without the card. */
@ExtendWith(ApplicationExtension.class)
class StreamInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final StreamModel model = new StreamModel();

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            workspace.dataProperty().set(Optional.of(DATA));
            workspace.modelProperty().set(Optional.of(new OpenModel("synthetic.sdp", MODEL)));
        });
    }

    @AfterEach
    void close() throws Exception {
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(20))).isTrue();
        tasks.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private StreamInteractor interactor(Function<SdpModel, StreamClassifier> opener) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> new StreamInteractor(model, workspace, tasks, opener));
    }

    @Test
    void theLastFramesOfAStreamThatFailsAreShown(FxRobot robot) throws Exception {
        AtomicInteger left = new AtomicInteger(
                8 * new BudgetMenu(MODEL.sweep(), MODEL.space()).offers().size() + 3);
        StreamInteractor failing = interactor(opened -> {
            SteppedClassifier steps = new SteppedClassifier(opened, () -> false, 1);
            return (picture, instance) -> {
                if (left.decrementAndGet() < 0) {
                    throw new IllegalStateException("out of memory");
                }
                return steps.classify(picture, instance);
            };
        });
        robot.interact(failing::start);
        await(() -> !model.problemProperty().get().isEmpty());
        assertThat(model.traceProperty().get().stream()
                        .mapToInt(TracePoint::frames)
                        .sum())
                .isEqualTo(3);
        assertThat(model.seenProperty().get()).isPresent();
    }

    @Test
    void aStreamBeginsWhenTheOneBeforeHasLeft(FxRobot robot) throws Exception {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch pass = new CountDownLatch(1);
        StreamInteractor stubborn = interactor(network -> {
            opened.incrementAndGet();
            SteppedClassifier steps = new SteppedClassifier(network, () -> false, 1);
            return (picture, instance) -> {
                awaitWhateverComes(pass);
                return steps.classify(picture, instance);
            };
        });
        robot.interact(stubborn::start);
        await(() -> opened.get() == 1);
        robot.interact(() -> {
            stubborn.stop();
            stubborn.start();
        });
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(opened.get()).as("the first is in the middle of a pass").isEqualTo(1);
        pass.countDown();
        await(() -> opened.get() == 2 && model.phaseProperty().get() == StreamModel.Phase.RUNNING);
        robot.interact(stubborn::stop);
    }

    /** A pass that does not look at interrupts, as those of a network do not. */
    private static void awaitWhateverComes(CountDownLatch pass) {
        boolean interrupted = false;
        while (pass.getCount() > 0) {
            try {
                pass.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
