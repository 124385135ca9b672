package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person with a mouse and a keyboard before the chart. */
@ExtendWith(ApplicationExtension.class)
final class CostErrorChartTest {
    private static final Instance HALF = new Instance.Downsampled(1, 0.5);

    private CostErrorChart chart;

    @Start
    void start(Stage stage) {
        Fonts.load();
        chart = new CostErrorChart();
        chart.dataProperty()
                .set(CostErrorData.EMPTY
                        .plus(new Labelled("epoch 1", CostErrorPlotTest.sweep(0)))
                        .withReferences(List.of(new Labelled("run 7", CostErrorPlotTest.sweep(0.1)))));
        Scene scene = new Scene(new StackPane(chart), 700, 500);
        Themes.dress(scene, false);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void hoveringNamesAndAClickSelects(FxRobot robot) {
        Point2D half = onScreen(HALF);
        robot.moveTo(half);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains(HALF.label(), "error 20.00 ± 3.92 % on 400 images", "on the cost–error curve");
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(chart.selectedProperty().get()).isEqualTo(HALF);
        robot.moveTo(half.getX(), half.getY() + 60);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card().isVisible()).isFalse();
    }

    @Test
    void aReferencesInstanceIsNamedWithItsRun(FxRobot robot) {
        // 10 points of per cent above the front's: as far as from its 20 to 30 %
        Point2D half = onScreen(HALF);
        double perPoint = (onScreen(Instance.FULL).getY() - half.getY()) / 10;
        robot.moveTo(half.getX(), half.getY() - 10 * perPoint);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("run 7");
    }

    @Test
    void arrowsWalkAlongTheCostsAndHomeShowsEverything(FxRobot robot) {
        robot.interact(() -> chart.requestFocus());
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(chart.selectedProperty().get()).isEqualTo(new Instance.Downsampled(2, 0.5));
        assertThat(words()).contains("dominated: another costs no more and errs no more");
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(chart.selectedProperty().get()).isEqualTo(HALF);
        robot.press(KeyCode.END).release(KeyCode.END);
        assertThat(chart.selectedProperty().get()).isEqualTo(Instance.FULL);
        Range whole = costs();
        robot.press(KeyCode.ADD).release(KeyCode.ADD);
        assertThat(costs().getLength()).isLessThan(0.9 * whole.getLength());
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        assertThat(costs()).isEqualTo(whole);
    }

    @Test
    void aDragZoomsTheMiddleButtonMovesAndADoubleClickShowsEverything(FxRobot robot) {
        Range whole = costs();
        Point2D middle = chart.localToScreen(350, 200);
        robot.moveTo(chart.localToScreen(200, 100)).press(MouseButton.PRIMARY);
        robot.moveTo(middle).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Range zoomed = costs();
        assertThat(zoomed.getLength()).isLessThan(0.5 * whole.getLength());
        assertThat(chart.export().figure().panels())
                .singleElement()
                .isInstanceOfSatisfying(
                        dev.sdpoint.app.figure.Panel.Lines.class,
                        panel -> assertThat(panel.x().lower()).isEqualTo(zoomed.getLowerBound()));
        assertThat(chart.selectedProperty().get()).as("a drag selects nothing").isEqualTo(Instance.FULL);

        robot.moveTo(middle).press(MouseButton.MIDDLE);
        robot.moveTo(middle.getX() + 40, middle.getY()).release(MouseButton.MIDDLE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(costs().getLowerBound()).isLessThan(zoomed.getLowerBound());
        assertThat(costs().getLength()).isCloseTo(zoomed.getLength(), org.assertj.core.api.Assertions.within(1e-9));

        // On a slow machine the second click of a pair may come too late to be one.
        for (int i = 0; i < 20 && !costs().equals(whole); i++) {
            robot.doubleClickOn(middle);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(costs()).isEqualTo(whole);
    }

    @Test
    void thePictureOnTheClipboardIsTheFigure(FxRobot robot) {
        robot.interact(() -> ExportMenu.copy(chart.export().picture()));
        robot.interact(() -> {
            var image = Clipboard.getSystemClipboard().getImage();
            assertThat(image.getWidth()).isEqualTo(1440);
            assertThat(image.getHeight()).isEqualTo(chart.export().picture().getHeight());
        });
    }

    private Range costs() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> chart.window().x());
    }

    private Point2D onScreen(Instance instance) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> chart.localToScreen(chart.placeOf(instance).orElseThrow()));
    }

    private SpotCard card() {
        return chart.getChildrenUnmodifiable().stream()
                .filter(SpotCard.class::isInstance)
                .map(SpotCard.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> words() {
        return card().isVisible()
                ? card().getChildren().stream()
                        .map(node -> ((Label) node).getText())
                        .collect(java.util.stream.Collectors.toSet())
                : Set.of();
    }
}
