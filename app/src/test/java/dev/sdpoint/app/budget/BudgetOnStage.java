package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A test of the place on a stage of its own, with a small stand-in for the network and its model and data open. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the method with @Start calls show
abstract class BudgetOnStage {
    static final DataSet DATA = SyntheticModel.data();
    static final SdpModel MODEL = SyntheticModel.of(DATA);
    static final double WIDTH = 1240;
    static final double HEIGHT = 872;

    final Workspace workspace = new Workspace();
    final FxTaskRunner tasks = new FxTaskRunner();
    BudgetPlace place;
    Stage stage;

    @TempDir
    private Path times;

    /** To be called where TestFX starts the test, which it does in no parent class. */
    final void show(Stage primary, double height, boolean dark) {
        stage = primary;
        place = BudgetStage.place(workspace, tasks, times);
        BudgetStage.open(workspace, MODEL, DATA);
        BudgetStage.show(primary, place.view(), WIDTH, height, dark);
        place.shown();
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, place::close);
        tasks.close();
    }

    static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
