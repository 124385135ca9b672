package dev.sdpoint.app.gallery;

import java.util.List;

/**
 * The images that go into a file.
 *
 * @param title such as "12 selected images"; begins a sentence or stands on its own
 * @param groups from cheap to dear, none empty
 */
record ExportScope(String title, List<Grouping.Group> groups) {
    ExportScope {
        groups = List.copyOf(groups);
    }

    /** The images that were selected together, those of a group in the order in which they are shown. */
    static ExportScope selection(GallerySource source, Criterion criterion, Picks picks, ImageOrder order) {
        String images = Figures.count(picks.count()) + " selected " + (picks.count() == 1 ? "image" : "images");
        return new ExportScope(
                images,
                picks.grouped(source, criterion).stream()
                        .map(group -> group.ordered(order, source))
                        .toList());
    }

    /** One group, as far as it is shown. */
    static ExportScope group(GallerySource source, Grouping.Group group) {
        String cost = group.never()
                ? "never right"
                : Figures.gflops(source.order().get(group.rank()).flops());
        return new ExportScope(Figures.images(group.size()) + " of group " + cost, List.of(group));
    }

    /** Everything that the filter shows. */
    static ExportScope shown(Grouping grouping) {
        String images = grouping.shown() == grouping.all()
                ? "All " + Figures.images(grouping.all())
                : Figures.count(grouping.shown()) + " shown " + (grouping.shown() == 1 ? "image" : "images");
        return new ExportScope(images, grouping.groups());
    }

    /** Number of images. */
    int size() {
        return groups.stream().mapToInt(Grouping.Group::size).sum();
    }
}
