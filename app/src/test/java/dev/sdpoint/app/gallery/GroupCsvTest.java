package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCsvTest {
    @Test
    void hasALineForEveryImageOfEveryGroupBelowOneHeader() {
        GallerySource source = Small.source();
        List<Grouping.Group> groups = Picks.of(1, 2, 4).grouped(source, Criterion.TOP_1);
        assertThat(GroupCsv.of(source, Criterion.TOP_1, groups, 0).lines())
                .containsExactly(
                        "image,class,criterion,least_cost_flops,least_cost_instance,non_monotone,"
                                + "selected_instance,selected_predicted,selected_right,selected_true_probability",
                        "1,ant,top-1,700000000,after block 1 · ×0.75,false,after block 1 · ×0.5,bee,false,0.250000",
                        "4,cow,top-1,1000000000,full resolution,false,after block 1 · ×0.5,ant,false,0.250000",
                        "2,bee,top-1,,never,false,after block 1 · ×0.5,cow,false,0.250000");
    }
}
