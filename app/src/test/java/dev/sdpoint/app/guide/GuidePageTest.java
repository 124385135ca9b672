package dev.sdpoint.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.css.CssParser;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The guide on screen, as a reader uses it. */
class GuidePageTest {
    private static final double SLACK = 60;

    private final FxRobot robot = new FxRobot();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final List<String> browser = new ArrayList<>();
    private Stage stage = FxToolkit.registerPrimaryStage();
    private Guide guide = onFx(() -> new Guide(tasks, browser::add));

    GuidePageTest() throws Exception {
        Fonts.load();
    }

    @BeforeEach
    void show() throws Exception {
        onFx(() -> {
            CssParser.errorsProperty().clear();
            stage.setScene(new Scene(guide.view(), 1100, 800));
            Themes.dress(stage.getScene(), false);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            guide.open(PlaceId.GALLERY);
            return stage;
        });
        until(guide::drawn);
        until(() -> onTop("Gallery"));
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return stage;
        });
        tasks.close();
    }

    @Test
    void theContentsFollowAndLead() throws Exception {
        assertThat(selected()).startsWith("Gallery");
        clickContents("Keys");
        until(() -> onTop("Keys"));
        assertThat(selected()).isEqualTo("Keys");
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        until(() -> onTop("Gallery"));
        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        until(() -> onTop("Keys"));
        clickContents("User guide");
        until(() -> page().getVvalue() == 0);
        robot.clickOn("#guide-page");
        robot.type(KeyCode.END);
        until(() -> page().getVvalue() == 1);
        ListView<?> contents = robot.lookup("#guide-contents").queryListView();
        until(() -> contents.getSelectionModel().getSelectedIndex()
                == contents.getItems().size() - 1);
    }

    @Test
    void whatIsReadStaysInSightWhenTheWidthChanges() throws Exception {
        for (double width : new double[] {720, 1400, 900}) {
            onFx(() -> {
                stage.setWidth(width);
                return stage;
            });
            WaitForAsyncUtils.waitForFxEvents(5);
            until(() -> onTop("Gallery"));
        }
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @Test
    void aWindowThatWasClosedOpensAtThePlaceAgain() throws Exception {
        onFx(() -> {
            stage.hide();
            return stage;
        });
        onFx(() -> {
            stage.show();
            guide.open(PlaceId.LIBRARY);
            return stage;
        });
        until(() -> onTop("Library"));
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(onFx(() -> onTop("Library"))).isTrue();
    }

    @Test
    void findsFromHereOnAndMarksEveryPlace() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("undo");
        Label count = robot.lookup("#guide-count").queryAs(Label.class);
        until(() -> count.getText().startsWith("1 of ") || count.getText().matches("\\d+ of \\d+"));
        String first = count.getText();
        robot.type(KeyCode.ENTER);
        until(() -> !count.getText().equals(first));
        until(() -> inSight(marked(".guide-chosen")));
        robot.write("zzz");
        until(() -> count.getText().equals("not found"));
        robot.type(KeyCode.ESCAPE);
        until(() -> count.getText().isEmpty() && page().isFocused());
    }

    @Test
    void linksLeadByMouseAndKeyboard() throws Exception {
        onFx(() -> {
            page().setVvalue(0);
            return stage;
        });
        Text link =
                robot.lookup((Text text) -> "#keys".equals(text.getUserData())).query();
        robot.clickOn(link);
        until(() -> onTop("Keys"));
        onFx(() -> {
            link.requestFocus();
            return link;
        });
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        until(() -> page().getVvalue() == 0);
        robot.type(KeyCode.ENTER);
        until(() -> onTop("Keys"));
        assertThat(browser).isEmpty();
    }

    @Test
    void textIsSelectedAndCopied() throws Exception {
        PassageView heading = passage("Gallery");
        Point2D start = onFx(() -> heading.localToScreen(1, heading.getHeight() - 8));
        robot.moveTo(start).press(MouseButton.PRIMARY);
        robot.moveTo(start.add(stage.getWidth(), 0)).release(MouseButton.PRIMARY);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(heading.text());
    }

    @Test
    void picturesWearTheThemeAndTheTextIsWhatIsSearched() throws Exception {
        onFx(() -> {
            Themes.dress(stage.getScene(), true);
            return stage;
        });
        until(guide::drawn);
        onFx(() -> {
            Themes.dress(stage.getScene(), false);
            return stage;
        });
        until(guide::drawn);
        List<String> shown = onFx(() -> nodes(".guide-page PassageView", PassageView.class).stream()
                .map(PassageView::text)
                .toList());
        assertThat(shown).containsExactlyElementsOf(GuideSource.read().passages());
        Bounds page = onFx(() -> page().localToScene(page().getLayoutBounds()));
        for (PicturePane picture : nodes(".guide-picture", PicturePane.class)) {
            Bounds place = onFx(() -> picture.localToScene(picture.getLayoutBounds()));
            assertThat(place.getMaxX()).isLessThanOrEqualTo(page.getMaxX());
            assertThat(place.getHeight()).isGreaterThan(300);
        }
    }

    private boolean onTop(String heading) {
        Bounds place = passage(heading).localToScene(passage(heading).getLayoutBounds());
        double edge = page().localToScene(0, 0).getY();
        return place.getMinY() >= edge && place.getMinY() < edge + SLACK;
    }

    private PassageView passage(String heading) {
        return nodes(".guide-heading-2", PassageView.class).stream()
                .filter(passage -> passage.text().startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    private Node marked(String mark) {
        return nodes(mark, Path.class).stream()
                .filter(path -> !path.getElements().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private boolean inSight(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        Bounds page = page().localToScene(page().getLayoutBounds());
        return place.getMinY() >= page.getMinY() && place.getMaxY() <= page.getMaxY();
    }

    private void clickContents(String heading) {
        robot.clickOn((ListCell<?> cell) -> heading.equals(cell.getText()));
    }

    private String selected() {
        Block.Heading heading = (Block.Heading) robot.lookup("#guide-contents")
                .queryListView()
                .getSelectionModel()
                .getSelectedItem();
        return heading.words().text();
    }

    private ScrollPane page() {
        return robot.lookup("#guide-page").queryAs(ScrollPane.class);
    }

    private <T extends Node> List<T> nodes(String selector, Class<T> type) {
        Set<Node> found = guide.view().lookupAll(selector);
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
