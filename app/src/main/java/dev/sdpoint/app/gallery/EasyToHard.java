package dev.sdpoint.app.gallery;

import dev.sdpoint.app.figure.ContactSheet;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Makes the contact sheet of images from easy to hard. Any thread. */
final class EasyToHard {
    private static final Texts TEXTS = Texts.of(EasyToHard.class);

    private EasyToHard() {}

    /**
     * A row for each group, with its first images; a grey square stands for one that cannot be read.
     *
     * @param pictures reads those of {@code source}
     * @param perRow most images in a row
     * @param model name of the model that decides what is hard
     */
    static ContactSheet sheet(
            GallerySource source,
            ReadPictures pictures,
            Criterion criterion,
            ExportScope scope,
            int perRow,
            String model) {
        int all = scope.size();
        List<ContactSheet.Row> rows = scope.groups().stream()
                .map(group -> row(source, pictures, group, all, perRow))
                .toList();
        boolean cut = scope.groups().stream().anyMatch(group -> group.size() > perRow);
        String subtitle = TEXTS.get(
                cut ? "sheet.subtitle.cut" : "sheet.subtitle", scope.title(), model, criterion.title(), perRow);
        return new ContactSheet(TEXTS.get("sheet.title"), subtitle, perRow, rows);
    }

    private static ContactSheet.Row row(
            GallerySource source, ReadPictures pictures, Grouping.Group group, int all, int perRow) {
        List<RgbImage> images = Arrays.stream(group.images())
                .limit(perRow)
                .mapToObj(pictures::imageOrGrey)
                .toList();
        String share = Figures.images(group.size()) + " · " + Figures.percent((double) group.size() / all);
        if (group.never()) {
            return new ContactSheet.Row(
                    TEXTS.get("group.never"), TEXTS.get("no-instance"), share, OptionalDouble.empty(), images);
        }
        InstanceScore score = source.order().get(group.rank());
        return new ContactSheet.Row(
                Figures.gflops(score.flops()),
                score.instance().label() + ", " + Figures.ofFull(score),
                share,
                OptionalDouble.of(score.relativeCost()),
                images);
    }
}
