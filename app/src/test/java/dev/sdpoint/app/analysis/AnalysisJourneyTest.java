package dev.sdpoint.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.chart.FigureView;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.app.figure.Spot;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.Trainer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does in the Analysis place, by robot, with the real network and real runs. */
@ExtendWith(ApplicationExtension.class)
final class AnalysisJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private static Path folder;

    private static RunArchive archive = new RunArchive(Path.of("set below"));

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private AnalysisPlace place;
    private Scene scene;

    @BeforeAll
    static void record() throws Exception {
        archive = new RunArchive(folder.resolve("runs"));
        RecordedRuns.record(archive, DATA, "narrow run", 1, 0.40, 0.20);
        RecordedRuns.record(archive, DATA, "wide run", 2, 0.30, 0.15);
    }

    @Start
    void start(Stage stage) {
        Fonts.load();
        place = new AnalysisPlace(
                workspace, tasks, Dl4jCompute.gentle(), archive, () -> new OpenModel("sample", SampleModels.load()));
        scene = new Scene(place.view(), 1240, 871);
        stage.setScene(scene);
        Themes.dress(scene, false);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1240);
        stage.setHeight(871);
        stage.show();
        place.shown();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(place::close);
        tasks.close();
    }

    @Test
    void comparesTwoRunsAndExportsEachFormat(FxRobot robot) throws Exception {
        assertThat(text("#compare-placeholder-title")).isEqualTo("Nothing stands side by side yet");
        capture(robot, "analysis-empty-light");
        ListView<?> runs = robot.lookup("#compare-runs").queryListView();
        await(() -> runs.getItems().size() >= 2);
        robot.clickOn("#compare-search").write("wide");
        await(() -> runs.getItems().size() == 1);
        robot.clickOn("wide run");
        await(() -> text("#compare-finding").startsWith("wide run errs 15.00 % at its best"));
        robot.clickOn("#compare-search").eraseText(4);
        await(() -> runs.getItems().size() >= 2);
        robot.clickOn("narrow run");
        await(() -> text("#compare-finding").startsWith("wide run errs least: 15.00 %"));
        assertThat(workspace.comparedRuns()).hasSize(2);
        await(() -> figure("#compare-figure").drawn());
        capture(robot, "analysis-runs-light");

        ComboBox<Quantity> y = robot.lookup("#compare-y").queryComboBox();
        robot.interact(() -> y.setValue(Quantity.BEST_ERROR));
        await(() -> place.shownAnswer()
                .orElseThrow()
                .figure()
                .panels()
                .get(1)
                .heading()
                .equals("Best error over epoch"));
        robot.doubleClickOn("#compare-shares");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("half");
        await(() -> text("#compare-shares-problem").contains("from 1 to 100"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("50, 90");
        await(() -> column("Error ≤ 90 %"));

        for (String kind : List.of("png", "svg", "csv", "pdf")) {
            Path file = folder.resolve("comparison." + kind);
            if (kind.equals("pdf") && !known(file)) {
                continue;
            }
            robot.interact(() -> place.exporting().write(place.shownAnswer().orElseThrow(), file));
            await(() -> text("#analysis-notice").equals("Written to " + file + "."));
            check(kind, file);
        }
        Path nowhere = Files.writeString(folder.resolve("a file"), "x").resolve("figure.svg");
        robot.interact(() -> place.exporting().write(place.shownAnswer().orElseThrow(), nowhere));
        await(() -> place.exporting().problemProperty().get());
        assertThat(text("#analysis-notice")).doesNotContain("Exception").isNotBlank();
    }

    @Test
    void asksTheSampleModelByKeyboardAndSelectsAnInstance(FxRobot robot) throws Exception {
        robot.interact(() -> {
            workspace.dataProperty().set(Optional.of(DATA));
            try {
                workspace.modelProperty().set(Optional.of(new OpenModel("sample", SampleModels.load())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        robot.clickOn("#analysis-tab-scale");
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(text("#study-title")).isEqualTo("Is it worth asking a cheap instance first?");
        ComboBox<Integer> images = robot.lookup("#study-images").queryComboBox();
        robot.interact(() -> images.setValue(100));
        await(() -> text("#study-effort").startsWith("100 images × 13 instances"));
        capture(robot, "analysis-askable-light");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> text("#study-finding").contains("Chosen on 50 images, reported on the other 50"));
        await(() -> figure("#study-figure").drawn());
        capture(robot, "analysis-cascade-light");
        robot.interact(() -> Themes.dress(scene, true));
        await(() -> figure("#study-figure").drawn());
        capture(robot, "analysis-cascade-dark");

        Spot spot = figure("#study-figure").spots().stream()
                .filter(s -> s.instance().filter(i -> !i.equals(Instance.FULL)).isPresent())
                .findFirst()
                .orElseThrow();
        Point2D at = figure("#study-figure").localToScreen(spot.x(), spot.y());
        robot.clickOn(at);
        Instance chosen = workspace.selectedInstanceProperty().get();
        assertThat(chosen).isNotEqualTo(Instance.FULL);
        robot.push(KeyCode.HOME);
        assertThat(figure("#study-figure").getAccessibleText()).contains("top-1 error: ");

        robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP);
        assertThat(text("#study-title")).startsWith("Do answers change");
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(text("#study-finding")).as("at once").contains("Chosen on 50 images");
    }

    @Test
    void asksTheCheckpointOfARecordedRun(FxRobot robot) throws Exception {
        DataSet small = small();
        WideResNet network = new WideResNet(10, 1, 10, 32);
        Recipe recipe = new Recipe(
                network,
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(1, 20, 0.05, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                new DataUse(DataUse.STANDARD.augmentation(), 1, 20, 40),
                3);
        Path checkpoint = RunFolder.create(folder.resolve("runs")).checkpoint();
        new RecordedSession(new Trainer(new Dl4jCompute())::run, archive)
                .run(recipe, small, new RunControl(), event -> {}, Optional.of(checkpoint));
        robot.interact(() -> workspace.dataProperty().set(Optional.of(DATA)));
        robot.clickOn("#analysis-tab-calibration");
        robot.interact(place::shown);
        ComboBox<Candidate> models = robot.lookup("#study-model").queryComboBox();
        await(() -> models.getValue() != null);
        assertThat(models.getValue().about()).isEqualTo("100 % trained");
        await(() -> text("#study-effort").startsWith("the checkpoint's statistics and scores, then 1,000 images"));
        robot.clickOn("#study-action");
        await(() -> text("#study-title").equals("The question could not be answered"));
        assertThat(text("#study-text")).contains("other images");
        capture(robot, "analysis-failed-light");

        robot.interact(() -> workspace.dataProperty().set(Optional.of(small)));
        await(() -> text("#study-effort").startsWith("the checkpoint's statistics and scores, then 40 images"));
        robot.clickOn("#study-action");
        await(() -> text("#study-finding").contains("expected calibration error"));
        TableView<?> table = robot.lookup("#study-table").queryTableView();
        assertThat(table.getItems()).hasSize(7);
    }

    private static boolean known(Path file) {
        try {
            FigureFiles.requireKnownKind(file);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void check(String kind, Path file) throws Exception {
        switch (kind) {
            case "png" -> {
                BufferedImage picture = ImageIO.read(file.toFile());
                assertThat(picture.getWidth()).isEqualTo(2 * (2 * 500 + 36 + 2 * 24));
            }
            case "svg" ->
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(file.toFile())
                                .getElementsByTagName("title")
                                .item(0)
                                .getTextContent())
                        .isEqualTo("Runs side by side");
            case "csv" -> {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines).hasSize(3);
                assertThat(lines.get(0))
                        .startsWith("run,network,method,evaluated,images,best_error,point,ratio,full_error,")
                        .contains("error_up_to_90_percent");
                assertThat(lines.stream().skip(1)).anyMatch(line -> line.startsWith("wide run,wrn-10-2,sdpoint"));
            }
            default ->
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-")
                        .contains("%%EOF");
        }
    }

    private boolean column(String heading) {
        return scene.lookup("#compare-table") instanceof TableView<?> table
                && table.getColumns().stream().anyMatch(c -> c.getText().equals(heading));
    }

    private FigureView figure(String id) {
        return (FigureView) scene.lookup(id);
    }

    private String text(String id) {
        Node node = scene.lookup(id);
        return node instanceof Labeled label && node.isVisible() ? label.getText() : "";
    }

    private void await(Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(
                    "still waiting; the place says: " + text("#study-effort") + " · " + text("#study-title") + " · "
                            + text("#study-text") + " · "
                            + text("#study-finding") + " · " + text("#compare-finding") + " · "
                            + text("#analysis-notice"),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void capture(FxRobot robot, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Path file = Files.createDirectories(Path.of("target", "screens")).resolve(name + ".png");
        robot.interact(() -> {
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Four training and four validation images of each class. */
    private static DataSet small() {
        return DataSet.of(
                "small",
                String.format(Locale.ROOT, "%s, small", DATA.title()),
                DATA.classNames(),
                some(DATA.training()),
                some(DATA.validation()));
    }

    private static LabeledImages some(LabeledImages images) {
        int step = images.size() / 10;
        return images.subset(
                IntStream.range(0, 40).map(i -> i / 4 * step + i % 4).toArray());
    }
}
