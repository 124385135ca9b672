package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** Every filter, and a gallery that fills while the answers are computed, by robot; counts are taken from the outcomes themselves. */
@ExtendWith(ApplicationExtension.class)
class GalleryFilterJourneyTest {
    private static final Outcomes OUTCOMES = GalleryStage.MODEL.outcomes().outcomes();
    private static final int FULL = OUTCOMES.instances().indexOf(Instance.FULL);

    private GalleryStage stage;

    @Start
    void start(Stage primary) {
        stage = new GalleryStage(primary);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage.place::close);
    }

    private static int label(int image) {
        return GalleryStage.DATA.validation().label(image);
    }

    private static int count(IntPredicate wanted) {
        return (int) IntStream.range(0, OUTCOMES.images()).filter(wanted).count();
    }

    private void untilShown(FxRobot robot, int images) throws TimeoutException {
        String text = Figures.count(images) + (images == 2000 ? " images" : " of 2,000 images");
        GalleryStage.until(() ->
                robot.lookup("#gallery-count").queryAs(Label.class).getText().startsWith(text));
    }

    private static void choose(FxRobot robot, String combo, String item) throws TimeoutException {
        robot.clickOn(combo);
        NodeQuery cells = robot.lookup(n -> n instanceof ListCell<?> cell && item.equals(cell.getText()) && shown(n));
        GalleryStage.until(() -> cells.tryQuery().isPresent());
        robot.clickOn(cells.<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene().getWindow().isShowing();
    }

    @Test
    void whatTheSelectedInstanceSaysFiltersAndFollowsIt(FxRobot robot) throws TimeoutException {
        untilShown(robot, 2000);
        choose(robot, "#gallery-verdict", "wrong only");
        untilShown(robot, count(image -> !OUTCOMES.right(image, FULL, 1)));
        choose(robot, "#gallery-predicted", "dog");
        untilShown(robot, count(image -> !OUTCOMES.right(image, FULL, 1) && OUTCOMES.predicted(image, FULL) == 5));
        InstanceScore cheapest = GalleryStage.MODEL.sweep().byCost().get(0);
        int least = OUTCOMES.instances().indexOf(cheapest.instance());
        robot.interact(() -> stage.workspace.selectedInstanceProperty().set(cheapest.instance()));
        untilShown(robot, count(image -> !OUTCOMES.right(image, least, 1) && OUTCOMES.predicted(image, least) == 5));
        robot.interact(
                () -> robot.lookup("#gallery-chips .filter-chip").nth(0).query().requestFocus());
        robot.push(KeyCode.DELETE);
        untilShown(robot, count(image -> !OUTCOMES.right(image, least, 1)));
    }

    @Test
    void theRangeOfCostsMovesByKeysAndANumberFindsItsImage(FxRobot robot) throws TimeoutException {
        untilShown(robot, 2000);
        RangeSlider range = robot.lookup("#gallery-range").queryAs(RangeSlider.class);
        Node low = range.lookup(".low-thumb");
        robot.interact(low::requestFocus);
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(range.getLowValue()).isGreaterThan(range.getMin());
        double from = range.getLowValue();
        untilShown(
                robot,
                count(image -> cheapest(image)
                        .filter(s -> s.relativeCost() >= from - 1e-9)
                        .isPresent()));
        robot.clickOn("#gallery-clear");
        robot.clickOn("#gallery-search").write("#1234");
        untilShown(robot, 1);
        robot.clickOn("#gallery-list").push(KeyCode.HOME);
        assertThat(stage.workspace.selectedImageProperty().get()).contains(1234);
    }

    private static Optional<InstanceScore> cheapest(int image) {
        return GalleryStage.MODEL.sweep().byCost().stream()
                .filter(score -> OUTCOMES.right(image, OUTCOMES.instances().indexOf(score.instance()), 1))
                .findFirst();
    }

    @Test
    void aCellOfTheMapFiltersAndWhatHidesAllIsNamed(FxRobot robot) throws TimeoutException, IOException {
        untilShown(robot, 2000);
        robot.interact(
                () -> robot.lookup("#gallery-map .map-cell").nth(0).query().requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        InstanceScore least = GalleryStage.MODEL.sweep().byCost().get(0);
        untilShown(
                robot,
                count(image -> label(image) == 1
                        && cheapest(image).filter(least::equals).isPresent()));
        robot.interact(
                () -> robot.lookup("#gallery-search").queryTextInputControl().setText("zebra"));
        GalleryStage.until(() -> stage.shows("#gallery-empty-action"));
        stage.capture(robot, "gallery-nothing-matches");
        Button remedy = robot.lookup("#gallery-empty-action").queryButton();
        assertThat(remedy.getText()).isEqualTo("Remove “zebra”");
        robot.clickOn(remedy);
        GalleryStage.until(() -> !stage.shows("#gallery-empty-action"));
    }

    @Test
    void fillsInWhileTheAnswersAreComputed(FxRobot robot) throws TimeoutException, IOException {
        untilShown(robot, 2000);
        int[] begun = {0};
        Sorting offered = new Sorting(
                Sorting.Phase.OFFERED,
                Optional.empty(),
                2000,
                OUTCOMES.instances().size(),
                () -> {
                    begun[0]++;
                    stage.workspace
                            .sortingProperty()
                            .set(stage.workspace.sortingProperty().get().in(Sorting.Phase.RUNNING));
                });
        robot.interact(() -> {
            stage.workspace.outcomesProperty().set(Optional.empty());
            stage.workspace.sortingProperty().set(offered);
        });
        GalleryStage.until(() -> stage.shows("#gallery-empty-action"));
        Button sort = robot.lookup("#gallery-empty-action").queryButton();
        assertThat(sort.getText()).isEqualTo("Sort 2,000 images");
        stage.capture(robot, "gallery-offers");
        robot.clickOn(sort);
        assertThat(begun[0]).isEqualTo(1);
        for (int images : new int[] {300, 700}) {
            Outcomes soFar = OUTCOMES.select(IntStream.range(0, images).toArray());
            robot.interact(() -> stage.workspace
                    .sortingProperty()
                    .set(stage.workspace.sortingProperty().get().with(soFar)));
            GalleryStage.until(() -> robot.lookup("#gallery-count")
                    .queryAs(Label.class)
                    .getText()
                    .startsWith(images + " images"));
        }
        assertThat(List.of("#gallery-list", "#gallery-sorting")).allMatch(stage::shows);
        assertThat(robot.lookup("#gallery-compare").query().isDisabled())
                .as("nothing to compare before all answers are there")
                .isTrue();
        stage.capture(robot, "gallery-fills");
        stage.click(robot, 40, 70);
        Optional<Integer> looked = stage.workspace.selectedImageProperty().get();
        robot.interact(() -> {
            stage.workspace.sortingProperty().set(Sorting.NONE);
            stage.workspace.outcomesProperty().set(Optional.of(OUTCOMES));
        });
        untilShown(robot, 2000);
        assertThat(stage.workspace.selectedImageProperty().get())
                .isEqualTo(looked)
                .isPresent();
        assertThat(stage.shows("#gallery-sorting")).isFalse();
    }
}
