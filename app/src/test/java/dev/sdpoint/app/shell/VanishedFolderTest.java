package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The folder of the open data vanishes while the window computes a model's answers: a person reads why, and goes on when it is back. */
@Timeout(300)
final class VanishedFolderTest {
    private static final int PER_CLASS = 40;
    private static final int MOST_MICROS = 20_000;

    @TempDir
    Path temporary;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final Opening opening = new Opening();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    private Optional<Outcomes> outcomes() throws Exception {
        return onFx(() -> workspace.outcomesProperty().get());
    }

    private String said() throws Exception {
        return onFx(() -> opening.messageProperty().get().map(Message::sentence).orElse(""));
    }

    private void awaitEnd() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> outcomes().isPresent()
                        || onFx(() -> workspace.sortingProperty().get().phase()) == Sorting.Phase.STOPPED);
    }

    @FaultTest
    void theAnswersAreThereWhenTheFolderIsBack(FaultSeed seed) throws Exception {
        Path folder = PictureFolder.of(temporary.resolve("pictures"), PER_CLASS);
        Path away = temporary.resolve("away");
        DataSet data = DataSets.open(folder, FolderOptions.DEFAULT.withSide(OptionalInt.of(32)));
        LabeledImages others = new LabeledImages(32, new byte[3 * 32 * 32 * 3], new int[] {0, 1, 2});
        SdpModel model = SyntheticModel.of(DataSet.of("others", "Others", data.classNames(), others, others));
        Opener opener = onFx(() -> new Opener(
                workspace,
                tasks,
                opening,
                new SweepJob(FakeNetwork.loader(), tasks),
                new FolderJob(temporary.resolve("home"))));
        onFx(() -> {
            opener.openModel("model", () -> new OpenModel("model", model));
            opener.openData("pictures", () -> data);
            return true;
        });
        TimeUnit.MICROSECONDS.sleep(seed.random().nextInt(MOST_MICROS));
        Files.move(folder, away);
        awaitEnd();
        Optional<Outcomes> before = outcomes();
        System.out.println(seed + ", " + (before.isPresent() ? "the answers were there before" : said()));
        if (before.isEmpty()) {
            assertThat(said())
                    .startsWith("The answers of model could not be computed. The folder " + folder)
                    .endsWith("is not there any more. Connect its disk or put it back.");
        }
        Files.move(away, folder);
        if (before.isEmpty()) {
            List<Message.Action> actions =
                    onFx(() -> opening.messageProperty().get().orElseThrow().actions());
            onFx(() -> {
                actions.get(0).run().run();
                return true;
            });
            awaitEnd();
        }
        Outcomes answers = outcomes().orElseThrow();
        assertThat(answers.images()).isEqualTo(data.validation().size());
        assertThat(said()).isEmpty();
    }
}
