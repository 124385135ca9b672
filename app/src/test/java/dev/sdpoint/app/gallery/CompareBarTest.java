package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.gallery.CompareModel.Stage;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CompareBarTest {
    private final CompareModel model = new CompareModel();

    private static final class Nothing implements CompareBar.Actions {
        @Override
        public void toggle(Move move) {}

        @Override
        public void export() {}

        @Override
        public void end() {}
    }

    private static boolean shows(Scene scene, String selector) {
        Node found = scene.lookup(selector);
        for (Node node = found; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return found != null;
    }

    @Test
    void countsNothingWhileTheOpenModelIsNotSorted(FxRobot robot) {
        String total = "#gallery-move-" + Move.SAME.id();
        robot.interact(() -> {
            Scene scene = new Scene(new CompareBar(model, new Nothing()));
            model.stageProperty().set(Stage.READY);
            model.waitingProperty().set(true);
            assertThat(shows(scene, total)).isFalse();
            assertThat(shows(scene, "#gallery-compare-waiting")).isTrue();

            model.waitingProperty().set(false);
            assertThat(shows(scene, total)).as("not counted yet").isFalse();
            model.movesProperty().set(Optional.of(new GroupMoves(Small.source(), Small.source(), Criterion.TOP_1)));
            assertThat(shows(scene, total)).isTrue();
            assertThat(shows(scene, "#gallery-compare-waiting")).isFalse();
        });
    }
}
