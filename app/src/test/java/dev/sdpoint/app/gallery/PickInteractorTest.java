package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of {@link Small} reads 0 3 | 1 5 | 4 | 2. */
class PickInteractorTest {
    private final GalleryModel model = new GalleryModel();
    private final PickModel picks = new PickModel();
    private final PickInteractor picking =
            new PickInteractor(model, picks, image -> model.selectedProperty().set(image));

    @BeforeEach
    void open() {
        GallerySource source = Small.source();
        model.sourceProperty().set(Optional.of(source));
        Grouping grouping = Grouping.of(source, Criterion.TOP_1, GalleryFilter.NONE, 2);
        model.layoutProperty().set(new RowLayout(grouping, 4, 1));
    }

    private int[] picked() {
        return model.layoutProperty().get().grouping().groups().stream()
                .flatMapToInt(g -> Arrays.stream(g.images()))
                .filter(picks::contains)
                .toArray();
    }

    @Test
    void aPlainClickSelectsOneImageAlone() {
        picking.pressed(3, false, false);
        assertThat(model.selectedProperty().get()).isEqualTo(3);
        assertThat(picked()).isEmpty();
    }

    @Test
    void shiftSelectsFromTheFirstClickEachTimeAnew() {
        picking.pressed(3, false, false);
        picking.pressed(5, true, false);
        assertThat(picked()).containsExactly(3, 1, 5);
        picking.pressed(1, true, false);
        assertThat(picked()).containsExactly(3, 1);
        picking.pressed(0, true, false);
        assertThat(picked()).containsExactly(0, 3);
    }

    @Test
    void ctrlAddsToTheImageThatIsLookedAtAndTakesAwayAgain() {
        picking.pressed(0, false, false);
        picking.pressed(4, false, true);
        assertThat(picked()).containsExactly(0, 4);
        picking.pressed(0, false, true);
        assertThat(picked()).containsExactly(4);
        picking.pressed(2, true, true);
        assertThat(picked())
                .as("with both keys the range is added, from the last click")
                .containsExactly(0, 3, 1, 5, 4, 2);
    }

    @Test
    void shiftArrowsGrowAndShrinkTheRange() {
        picking.pressed(3, false, false);
        move(1, true);
        move(5, true);
        assertThat(picked()).containsExactly(3, 1, 5);
        move(1, true);
        assertThat(picked()).containsExactly(3, 1);
        move(5, false);
        assertThat(picked()).as("without Shift it begins anew").isEmpty();
    }

    private void move(int to, boolean range) {
        int before = model.selectedProperty().get();
        model.selectedProperty().set(to);
        picking.moved(before, range);
    }

    @Test
    void selectsTheGroupOfTheImageAndClears() {
        picking.pressed(5, false, false);
        picking.selectGroup();
        assertThat(picked()).containsExactly(1, 5);
        picking.toggleFocused();
        assertThat(picked()).containsExactly(1);
        picking.clear();
        assertThat(picked()).isEmpty();
        assertThat(model.selectedProperty().get()).isEqualTo(5);
    }

    @Test
    void anotherModelsImagesAreNotSelected() {
        picking.pressed(5, false, false);
        picking.selectGroup();
        model.sourceProperty().set(Optional.empty());
        assertThat(picks.picksProperty().get().isEmpty()).isTrue();
    }

    @Test
    void whatIsSelectedStaysWhileMoreImagesAreAnswered() {
        DataSet data = SyntheticModel.data();
        SdpModel network = SyntheticModel.of(data);
        Outcomes all = network.outcomes().forImages(data.validation()).orElseThrow();
        model.sourceProperty().set(Optional.of(soFar(data, network, all, 500)));
        picking.pressed(3, false, false);
        picking.pressed(7, false, true);
        Picks before = picks.picksProperty().get();
        assertThat(before.count()).isEqualTo(2);
        model.sourceProperty().set(Optional.of(soFar(data, network, all, 900)));
        assertThat(picks.picksProperty().get()).isSameAs(before);
        model.sourceProperty()
                .set(Optional.of(soFar(data, network, all, data.validation().size())));
        assertThat(picks.picksProperty().get()).isSameAs(before);
        model.sourceProperty().set(Optional.of(Small.source()));
        assertThat(picks.picksProperty().get().isEmpty()).isTrue();
    }

    private static GallerySource soFar(DataSet data, SdpModel network, Outcomes all, int images) {
        return GallerySource.soFar(
                data, network.sweep(), all.select(IntStream.range(0, images).toArray()));
    }
}
