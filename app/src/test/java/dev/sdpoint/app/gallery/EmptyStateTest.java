package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class EmptyStateTest {
    private static final String WHY = "The model knows 10 classes, the data has 2.";

    private final List<String> asked = new ArrayList<>();

    private EmptyState shown(Sorting sorting) {
        EmptyState state = new EmptyState();
        boolean visible = state.show(
                GalleryModel.Stage.NO_OUTCOMES,
                true,
                "",
                Optional.empty(),
                sorting,
                () -> asked.add("train"),
                filter -> asked.add("filter"));
        assertThat(visible).isTrue();
        return state;
    }

    private static boolean busy(EmptyState state) {
        return state.getChildren().stream().anyMatch(node -> node instanceof ProgressIndicator && node.isVisible());
    }

    private static List<String> words(EmptyState state) {
        return state.getChildren().stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void saysWhyThereWillBeNoAnswersInsteadOfWaiting(FxRobot robot) {
        robot.interact(() -> {
            EmptyState state = shown(Sorting.refused(WHY));
            assertThat(busy(state)).isFalse();
            assertThat(words(state)).contains(WHY);
            ((Button) state.lookup("#gallery-empty-action")).fire();
        });
        assertThat(asked).containsExactly("train");
    }

    @Test
    void waitsForAnswersThatAreOnTheWay(FxRobot robot) {
        robot.interact(() -> assertThat(busy(shown(Sorting.NONE))).isTrue());
    }
}
