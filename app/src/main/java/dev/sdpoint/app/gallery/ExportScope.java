package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.List;

/**
 * The images that go into a file.
 *
 * @param title such as "12 selected images"; begins a sentence or stands on its own
 * @param groups from cheap to dear, none empty
 */
record ExportScope(String title, List<Grouping.Group> groups) {
    private static final Texts TEXTS = Texts.of(ExportScope.class);

    ExportScope {
        groups = List.copyOf(groups);
    }

    /** The images that were selected together, those of a group in the order in which they are shown. */
    static ExportScope selection(GallerySource source, Criterion criterion, Picks picks, ImageOrder order) {
        return new ExportScope(
                TEXTS.get("scope.selection", picks.count()),
                picks.grouped(source, criterion).stream()
                        .map(group -> group.ordered(order, source))
                        .toList());
    }

    /** One group, as far as it is shown. */
    static ExportScope group(GallerySource source, Grouping.Group group) {
        String cost = group.never()
                ? TEXTS.get("never-right")
                : Figures.gflops(source.order().get(group.rank()).flops());
        return new ExportScope(TEXTS.get("scope.group", Figures.images(group.size()), cost), List.of(group));
    }

    /** Everything that the filter shows. */
    static ExportScope shown(Grouping grouping) {
        String images = grouping.shown() == grouping.all()
                ? TEXTS.get("scope.all", Figures.images(grouping.all()))
                : TEXTS.get("scope.shown", grouping.shown());
        return new ExportScope(images, grouping.groups());
    }

    /** Number of images. */
    int size() {
        return groups.stream().mapToInt(Grouping.Group::size).sum();
    }
}
