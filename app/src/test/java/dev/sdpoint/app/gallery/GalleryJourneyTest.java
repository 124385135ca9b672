package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does in the gallery, by robot. */
@ExtendWith(ApplicationExtension.class)
class GalleryJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32));

    private final Workspace workspace = new Workspace();

    private Parent view;

    @Start
    void start(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        for (String weight : new String[] {"Regular", "SemiBold", "Bold"}) {
            Font.loadFont(getClass().getResourceAsStream("/dev/sdpoint/assets/fonts/Inter-" + weight + ".otf"), 14);
        }
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        view = GalleryStage.place(workspace, new DirectTaskRunner()).view();
        view.setStyle("-fx-font-family: Inter; -fx-font-size: 14px; -fx-background-color: -color-bg-default;");
        resize(1240, 870);
        // The window keeps its size: the headless platform cannot change it while it paints.
        primary.hide();
        primary.setScene(new Scene(new Group(view), 1500, 990));
        primary.sizeToScene(); // other tests gave the shared stage a size of its own
        primary.show();
    }

    private void resize(double width, double height) {
        Region region = (Region) view;
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
    }

    private void open() {
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.outcomesProperty().set(MODEL.outcomes().forImages(DATA.validation()));
    }

    @Test
    void filtersSelectsAndJumpsToBudget(FxRobot robot) throws IOException, TimeoutException {
        assertThat(robot.lookup("#gallery-empty").queryParent().isVisible()).isTrue();
        capture(robot, "gallery-empty");
        robot.interact(this::open);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#gallery-empty").queryParent().isVisible()).isFalse();
        capture(robot, "gallery-first");

        ComboBox<?> classes = robot.lookup("#gallery-class").queryAs(ComboBox.class);
        robot.clickOn(classes);
        GalleryStage.until(() -> listItem(robot, "cat").isPresent());
        robot.clickOn(listItem(robot, "cat").orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(classes.getValue()).isEqualTo(3);
        assertThat(robot.lookup("#gallery-count").queryAs(Label.class).getText())
                .startsWith("200 of 2,000 images");

        ListView<?> list = robot.lookup("#gallery-list").queryListView();
        robot.clickOn(robot.point(list).atOffset(-list.getWidth() / 2 + 40, -list.getHeight() / 2 + 60));
        WaitForAsyncUtils.waitForFxEvents();
        int first = workspace.selectedImageProperty().get().orElse(-1);
        assertThat(DATA.validation().label(first)).isEqualTo(3);
        robot.push(KeyCode.RIGHT);
        int second = workspace.selectedImageProperty().get().orElse(-1);
        assertThat(second).isGreaterThan(first);
        robot.push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#gallery-first-right").queryAs(Label.class).getText())
                .isEqualTo("never");
        capture(robot, "gallery-end");
        robot.push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        Parent strip = robot.lookup("#gallery-strip").queryParent();
        assertThat(strip.getChildrenUnmodifiable()).hasSize(MODEL.space().size());
        robot.clickOn(strip.getChildrenUnmodifiable().get(0));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.selectedInstanceProperty().get())
                .isEqualTo(MODEL.sweep().byCost().get(0).instance());
        robot.clickOn("#gallery-open-budget");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.BUDGET);
    }

    @Test
    void chipsComeAndGoAndTheJumpBarLeadsToGroups(FxRobot robot) throws IOException {
        robot.interact(this::open);
        WaitForAsyncUtils.waitForFxEvents();
        Region jumps = robot.lookup("#gallery-jump").queryAs(Region.class);
        int groups = jumps.getChildrenUnmodifiable().size();
        assertThat(groups).isGreaterThan(3);
        robot.clickOn(jumps.getChildrenUnmodifiable().get(groups - 1));
        WaitForAsyncUtils.waitForFxEvents();
        Label cost = robot.lookup("#gallery-sticky .cost").queryAs(Label.class);
        assertThat(cost.getText()).isEqualTo("Never");
        robot.push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cost.getText()).endsWith("GFLOPs");
        robot.push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(jumps.getAccessibleText()).startsWith("Group 2 of " + groups);

        RangeSlider range = robot.lookup("#gallery-range").queryAs(RangeSlider.class);
        robot.interact(() -> range.setHighValue(0.8));
        robot.clickOn("#gallery-search").write("cat");
        robot.clickOn("#gallery-non-monotone");
        WaitForAsyncUtils.waitForFxEvents();
        Parent chips = robot.lookup("#gallery-chips").queryParent();
        assertThat(chipTexts(chips)).hasSize(3).first().isEqualTo("“cat”");
        String before = robot.lookup("#gallery-shown").queryAs(Label.class).getText();
        assertThat(before).endsWith("of 2,000 images");
        capture(robot, "gallery-chips");
        robot.clickOn(chips.getChildrenUnmodifiable().get(0));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chipTexts(chips)).hasSize(2);
        assertThat(robot.lookup("#gallery-search").queryTextInputControl().getText())
                .isEmpty();
        assertThat(robot.lookup("#gallery-shown").queryAs(Label.class).getText())
                .isNotEqualTo(before);
        robot.clickOn("#gallery-clear");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chips.isVisible()).isFalse();
        assertThat(range.getHighValue()).isEqualTo(range.getMax());

        robot.interact(() -> robot.lookup("#gallery-order")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#gallery-list").push(KeyCode.HOME);
        int unsure = workspace.selectedImageProperty().get().orElse(-1);
        robot.interact(() -> robot.lookup("#gallery-order")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(0));
        robot.clickOn("#gallery-list").push(KeyCode.HOME);
        assertThat(workspace.selectedImageProperty().get()).isNotEqualTo(Optional.of(unsure));
    }

    private static List<String> chipTexts(Parent chips) {
        return chips.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("filter-chip"))
                .map(node -> ((Button) node).getText())
                .toList();
    }

    @Test
    void theTitleOnTopStaysAndIsPushedOutByTheNext(FxRobot robot) throws IOException {
        robot.interact(this::open);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> list = robot.lookup("#gallery-list").queryListView();
        VirtualFlow<?> flow = robot.lookup(".image-list .virtual-flow").queryAs(VirtualFlow.class);
        GroupHeader title = robot.lookup("#gallery-sticky").queryAs(GroupHeader.class);
        int first = title.group().orElseThrow().rank();
        int next = 1;
        while (!(list.getItems().get(next) instanceof RowLayout.Header)) {
            next++;
        }
        double start = next * ThumbSize.ROW;
        robot.interact(() -> flow.scrollPixels(start - 2 * ThumbSize.ROW));
        capture(robot, "gallery-title-stays");
        assertThat(title.group().orElseThrow().rank()).isEqualTo(first);
        assertThat(title.getTranslateY()).isZero();
        robot.interact(() -> flow.scrollPixels(1.5 * ThumbSize.ROW));
        capture(robot, "gallery-title-pushed");
        assertThat(title.group().orElseThrow().rank()).isEqualTo(first);
        assertThat(title.getTranslateY()).isCloseTo(-ThumbSize.ROW / 2.0, within(1.0));
        robot.interact(() -> flow.scrollPixels(ThumbSize.ROW));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(title.group().orElseThrow().rank()).isGreaterThan(first);
        assertThat(title.getTranslateY()).isZero();
    }

    @Test
    void looksRightInEverySizeAndTheme(FxRobot robot) throws IOException {
        robot.interact(this::open);
        robot.interact(() -> workspace.selectedImageProperty().set(Optional.of(52)));
        for (int[] size : new int[][] {{1240, 870}, {824, 670}, {1400, 960}}) {
            for (boolean dark : new boolean[] {true, false}) {
                robot.interact(() -> {
                    Application.setUserAgentStylesheet(
                            (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
                    resize(size[0], size[1]);
                });
                WaitForAsyncUtils.waitForFxEvents();
                capture(robot, "gallery-" + size[0] + (dark ? "-dark" : "-light"));
            }
        }
        robot.interact(() -> workspace.selectedImageProperty().set(Optional.of(1052)));
        robot.clickOn("#gallery-size-L");
        capture(robot, "gallery-large-light");
        robot.clickOn("#gallery-size-S");
        capture(robot, "gallery-small-light");
        robot.clickOn("#gallery-search").write("zebra");
        capture(robot, "gallery-nothing-light");
        assertThat(robot.lookup("#gallery-empty").queryParent().isVisible()).isTrue();
    }

    private static Optional<Node> listItem(FxRobot robot, String text) {
        return robot.lookup(n -> n instanceof javafx.scene.control.ListCell<?> cell && text.equals(cell.getText()))
                .tryQuery();
    }

    private void capture(FxRobot robot, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = view.snapshot(null, null));
        ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
    }
}
