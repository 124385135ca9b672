package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.sdpoint.Instance;
import org.junit.jupiter.api.Test;

class ImageDetailTest {
    private static ImageDetail detail(int image, Instance selected) {
        return ImageDetail.of(Small.source(), Criterion.TOP_1, image, selected);
    }

    @Test
    void tellsEveryInstanceFromCheapToDear() {
        ImageDetail third = detail(3, Small.THREE_QUARTERS);
        assertThat(third.trueClass()).isEqualTo("bee");
        assertThat(third.answers()).extracting(ImageDetail.Answer::right).containsExactly(true, false, true);
        assertThat(third.answers()).extracting(ImageDetail.Answer::predicted).containsExactly("bee", "cow", "bee");
        assertThat(third.answers().get(1).trueProbability()).isEqualTo(0.25);
        assertThat(third.selectedAnswer().score().instance()).isEqualTo(Small.THREE_QUARTERS);
        assertThat(third.fullAnswer().score().instance()).isEqualTo(Instance.FULL);
        assertThat(third.cheapestRight().orElseThrow().score().instance()).isEqualTo(Small.HALF);
    }

    @Test
    void explainsWhatIsNonMonotone() {
        assertThat(detail(3, Instance.FULL).flag())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("right at 0.400 GFLOPs").contains("wrong again at 0.700 GFLOPs"));
        assertThat(detail(1, Instance.FULL).flag()).isEmpty();
    }

    @Test
    void knowsImagesThatNoInstanceGetsRight() {
        assertThat(detail(2, Instance.FULL).firstRight()).isEqualTo(MinimumCost.NEVER);
        assertThat(detail(2, Instance.FULL).cheapestRight()).isEmpty();
        assertThat(detail(2, Instance.FULL).flag()).isEmpty();
    }

    @Test
    void writesOneCsvLineAnImage() {
        Grouping all = Grouping.of(Small.source(), Criterion.TOP_1, GalleryFilter.NONE, 0);
        String csv = GroupCsv.of(Small.source(), Criterion.TOP_1, all.groups().subList(0, 1), 1);
        assertThat(csv.lines().skip(1))
                .containsExactly(
                        "0,ant,top-1,400000000,after block 1 · ×0.5,false,after block 1 · ×0.75,ant,true,0.750000",
                        "3,bee,top-1,400000000,after block 1 · ×0.5,true,after block 1 · ×0.75,cow,false,0.250000");
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(Figures.gflops(73_120_000L)).isEqualTo("0.0731 GFLOPs");
        assertThat(Figures.gflops(10_490_000_000L)).isEqualTo("10.5 GFLOPs");
        assertThat(Figures.gflops(1_234_000_000L)).isEqualTo("1.23 GFLOPs");
        assertThat(Figures.gflops(160_100_000_000L)).isEqualTo("160 GFLOPs");
        assertThat(Figures.gflops(0)).isEqualTo("0 GFLOPs");
        assertThat(Figures.percent(0.8656)).isEqualTo("86.6\u00a0%");
        assertThat(Figures.images(1)).isEqualTo("1 image");
        assertThat(Figures.images(2000)).isEqualTo("2,000 images");
    }
}
