package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Pictures need the toolkit. */
@ExtendWith(ApplicationExtension.class)
class RunHeraldTest {
    private final Workspace workspace = new Workspace();
    private final List<List<Image>> icons = new ArrayList<>();
    private final List<RunNews> notes = new ArrayList<>();
    private final RunHerald herald = new RunHerald(workspace, new DirectTaskRunner(), icons::add, notes::add);

    private void tell(RunNews.Phase phase, int percent) {
        workspace.runProperty().set(Optional.of(new RunNews("wrn-16-2", phase, percent, "It is so.")));
    }

    @Test
    void theTitleShowsTheProgressWhileARunTrains() {
        assertThat(herald.titleProperty().get()).isEqualTo("SDPoint Explorer");
        tell(RunNews.Phase.TRAINING, 42);
        assertThat(herald.titleProperty().get()).isEqualTo("42 % · wrn-16-2 · SDPoint Explorer");
        tell(RunNews.Phase.FINISHED, 100);
        assertThat(herald.titleProperty().get()).isEqualTo("SDPoint Explorer");
    }

    @Test
    void tellsOfTheEndOnceButNotOfAStop() {
        tell(RunNews.Phase.TRAINING, 1);
        tell(RunNews.Phase.STOPPED, 1);
        assertThat(notes).isEmpty();
        tell(RunNews.Phase.FAILED, 3);
        tell(RunNews.Phase.FINISHED, 100);
        assertThat(notes).extracting(RunNews::phase).containsExactly(RunNews.Phase.FAILED, RunNews.Phase.FINISHED);
    }

    @Test
    void theIconsFootFillsAndIsPlainAgainAtTheEnd() {
        Image plain = new WritableImage(32, 32);
        herald.plainIcons(List.of(plain));
        tell(RunNews.Phase.TRAINING, 50);
        Image half = icons.get(icons.size() - 1).get(0);
        assertThat(half.getWidth()).isEqualTo(32);
        int middle = 32 - 4;
        assertThat(half.getPixelReader().getArgb(4, middle)).isEqualTo(0xFF2DA44E);
        assertThat(half.getPixelReader().getArgb(28, middle)).isEqualTo(0xFF24292F);
        assertThat(half.getPixelReader().getArgb(16, 4))
                .as("the rest is as it was")
                .isZero();
        assertThat(icons).as("one set of icons a per cent").hasSize(2);
        tell(RunNews.Phase.STOPPED, 50);
        assertThat(icons.get(icons.size() - 1)).containsExactly(plain);
    }
}
