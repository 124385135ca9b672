package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.inference.BlockMap;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class MapStoryTest {
    private static BlockMap map(int block, float value) {
        return new BlockMap(block, 1, 1, new float[] {value});
    }

    private static FeatureMaps maps(Instance instance, float... values) {
        return new FeatureMaps(
                instance, List.of(map(1, values[0]), map(2, values[1]), map(3, values[2]), map(4, values[3])));
    }

    /** Differences from 10: ×0.75 by 0, 0.1, 0.2; ×0.5 by 0, 0.4, 0.6. */
    private static MapStory story() {
        return MapStory.of(
                7,
                2,
                maps(Instance.FULL, 10, 10, 10, 10),
                List.of(maps(Instance.of(2, 0.75), 10, 10, 9, 8), maps(Instance.of(2, 0.5), 10, 10, 6, 4)));
    }

    @Test
    void beginsAtThePointAndMarksTheFirstLargeDifference() {
        MapStory story = story();
        assertThat(story.blocks()).containsExactly(2, 3, 4);
        assertThat(story.columns()).containsExactly("full", "×0.75", "×0.5");
        assertThat(story.maps(3)).hasSize(3);
        assertThat(story.difference(1, 3)).isCloseTo(0.4, within(1e-6));
        assertThat(story.firstLarge()).hasValue(4);
        assertThat(story.sentence())
                .isEqualTo(
                        "×0.75 nowhere differs by more than half. ×0.5 first differs by more than half after the last"
                                + " block.");
        assertThat(story.blockSentence(3))
                .isEqualTo("After block 3, ×0.75 differs by 10.0\u00a0%, ×0.5 differs by 40.0\u00a0%");
    }

    @Test
    void allMapsShareOneGreyScale() {
        BlockMap wide = new BlockMap(1, 2, 1, new float[] {-1, 50});
        BlockMap other = new BlockMap(1, 2, 1, new float[] {3, 70});
        MapPixels scale = MapPixels.of(List.of(wide, other), List.of(0));
        assertThat(scale).as("channel 1 is not shown").isEqualTo(new MapPixels(-1, 3));
        assertThat(scale.grey(-1)).isZero();
        assertThat(scale.grey(1)).isEqualTo(128);
        assertThat(scale.grey(3)).isEqualTo(255);
        assertThat(scale.argb(other, 0)).containsExactly(0xFFFFFFFF);
        assertThat(new MapPixels(2, 2).grey(2)).isEqualTo(128);
    }

    @Test
    void arrowKeysStayInsideAStrip() {
        assertThat(StripKeys.to(KeyCode.LEFT, 0, 5)).hasValue(0);
        assertThat(StripKeys.to(KeyCode.RIGHT, 3, 5)).hasValue(4);
        assertThat(StripKeys.to(KeyCode.RIGHT, 4, 5)).hasValue(4);
        assertThat(StripKeys.to(KeyCode.HOME, 3, 5)).hasValue(0);
        assertThat(StripKeys.to(KeyCode.END, 1, 5)).hasValue(4);
        assertThat(StripKeys.to(KeyCode.ENTER, 1, 5)).isEmpty();
    }
}
