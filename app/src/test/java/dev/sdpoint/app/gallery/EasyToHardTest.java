package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.figure.ContactSheet;
import org.junit.jupiter.api.Test;

class EasyToHardTest {
    @Test
    void hasARowForEveryGroupWithItsFirstImages() {
        GallerySource source = Small.source();
        Grouping all = Grouping.of(source, Criterion.TOP_1, GalleryFilter.NONE, 2);
        ContactSheet sheet = EasyToHard.sheet(
                source, new ReadPictures(source.images()), Criterion.TOP_1, ExportScope.shown(all), 1, "my model");
        assertThat(sheet.rows())
                .extracting(ContactSheet.Row::cost)
                .containsExactly("0.400 GFLOPs", "0.700 GFLOPs", "1.00 GFLOPs", "Never");
        assertThat(sheet.rows()).allSatisfy(row -> assertThat(row.images()).hasSize(1));
        assertThat(sheet.rows().get(0).share()).isEqualTo("2 images · 33.3\u00a0%");
        assertThat(sheet.rows().get(0).relativeCost()).hasValue(0.4);
        assertThat(sheet.rows().get(3).relativeCost()).isEmpty();
        assertThat(sheet.subtitle())
                .startsWith("All 6 images by the least cost at which my model is top-1 right")
                .endsWith("the first 1 of each group.");
    }
}
