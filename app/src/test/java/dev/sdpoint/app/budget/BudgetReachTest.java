package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever the place can do can be done without a mouse, and a screen reader has words for it. */
class BudgetReachTest extends BudgetOnStage {
    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        show(primary, 1160, false);
    }

    @Test
    void everyControlIsReachedByTabAndHasWords(FxRobot robot) throws Exception {
        await(() -> !place.state().hardPicksProperty().get().isEmpty());
        BudgetStage.picture(stage, "budget-reach");
        assertThat(onFx(() -> withoutWords())).isEmpty();
        assertThat(onFx(() -> clickedButOutOfReach())).isEmpty();
        assertThat(names(onFx(() -> stops())))
                .contains(
                        "budget-slider",
                        "budget-export",
                        "network-strip",
                        "instance-strip",
                        "small-multiple-toggle",
                        "image-find",
                        "image-hard",
                        "hard-picks");
        assertReachedByTab(robot);
    }

    @Test
    void soIsWhatOnlyShowsWithPicturesOfOnesOwnAndGuesses(FxRobot robot) throws Exception {
        Path broken = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        List<Path> files = List.of(picture("a.png"), broken, picture("b.png"));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            place.film().openFiles(files);
            place.state().smallMultipleProperty().set(true);
            place.export().exportChosen(folder.resolve("m.onnx"));
        });
        await(() -> !place.state().film().problemsProperty().get().isEmpty()
                && place.state().pictureProperty().get().orElse(null) instanceof Picture.Own
                && place.state().export().noteProperty().get().isPresent()
                && !place.state().cardsProperty().get().isEmpty());
        BudgetStage.picture(stage, "budget-reach-own");
        assertThat(onFx(() -> withoutWords())).isEmpty();
        assertThat(onFx(() -> clickedButOutOfReach())).isEmpty();
        assertThat(names(onFx(() -> stops())))
                .contains("film-strip", "film-play", "film-speed", "crop-view", "export-copy-python");
        assertReachedByTab(robot);
    }

    /** Tab goes through all stops and comes back to the first. */
    private void assertReachedByTab(FxRobot robot) {
        Set<Node> expected = new LinkedHashSet<>(onFx(() -> stops()));
        Node first = robot.lookup("#budget-slider").query();
        WaitForAsyncUtils.waitForAsyncFx(60_000, first::requestFocus);
        Set<Node> reached = new LinkedHashSet<>();
        // Twice around: what comes in meanwhile makes the way longer.
        for (int i = 0; i < 2 * expected.size() + 10 && !reached.containsAll(expected); i++) {
            reached.add(stage.getScene().getFocusOwner());
            robot.type(KeyCode.TAB);
        }
        expected.removeAll(reached);
        assertThat(names(expected)).as("never reached by Tab").isEmpty();
    }

    /** What can have the focus now. */
    private List<Node> stops() {
        return all().stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !(node instanceof ToggleButton toggle
                        && toggle.getToggleGroup() != null
                        && !toggle.isSelected()))
                .toList();
    }

    private List<String> withoutWords() {
        return names(all().stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> blank(node.getAccessibleText())
                        && !(node instanceof Labeled labeled && !blank(labeled.getText())))
                .toList());
    }

    /** What answers a click, although neither it nor what it stands in can have the focus. */
    private List<String> clickedButOutOfReach() {
        return names(all().stream()
                .filter(node -> node.getOnMouseClicked() != null || node.getOnMousePressed() != null)
                .filter(node -> !node.getStyleClass().contains("viewport")) // a pane's own, for the focus alone
                .filter(node -> {
                    for (Node n = node; n != null; n = n.getParent()) {
                        if (n.isFocusTraversable() || n instanceof ScrollBar) {
                            return false; // what is scrolled comes into sight when it gets the focus
                        }
                    }
                    return true;
                })
                .toList());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** All nodes that are seen, without what a control is made of. */
    private List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        collect(place.view(), nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (node.isVisible()) {
            nodes.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
            }
        }
    }

    private static List<String> names(Collection<Node> nodes) {
        return nodes.stream()
                .map(node -> node.getId() != null
                        ? node.getId()
                        : node instanceof Labeled labeled && !blank(labeled.getText())
                                ? labeled.getText()
                                : node.toString())
                .toList();
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static <T> T onFx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, read);
    }
}
