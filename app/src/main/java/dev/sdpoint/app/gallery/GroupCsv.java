package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;
import java.util.Locale;

/** Groups as comma-separated values (RFC 4180), one line an image, for use elsewhere. */
final class GroupCsv {
    private GroupCsv() {}

    /**
     * The table with a header line.
     *
     * @param rank of the selected instance, whose answers are written
     */
    static String of(GallerySource source, Criterion criterion, List<Grouping.Group> groups, int rank) {
        StringBuilder csv = new StringBuilder("image,class,criterion,least_cost_flops,least_cost_instance,non_monotone,"
                + "selected_instance,selected_predicted,selected_right,selected_true_probability\r\n");
        for (Grouping.Group group : groups) {
            append(csv, source, criterion, group, rank);
        }
        return csv.toString();
    }

    private static void append(
            StringBuilder csv, GallerySource source, Criterion criterion, Grouping.Group group, int rank) {
        String flops = "";
        String cheapest = "never";
        if (!group.never()) {
            InstanceScore score = source.order().get(group.rank());
            flops = Long.toString(score.flops());
            cheapest = score.instance().label();
        }
        String selected = source.order().get(rank).instance().label();
        for (int image : group.images()) {
            csv.append(image)
                    .append(',')
                    .append(quoted(source.className(source.label(image))))
                    .append(',')
                    .append(criterion.title())
                    .append(',')
                    .append(flops)
                    .append(',')
                    .append(quoted(cheapest))
                    .append(',')
                    .append(source.minimumCost(criterion).nonMonotone(image))
                    .append(',')
                    .append(quoted(selected))
                    .append(',')
                    .append(quoted(source.className(source.predicted(image, rank))))
                    .append(',')
                    .append(source.right(image, rank, criterion))
                    .append(',')
                    .append(String.format(Locale.ROOT, "%.6f", source.trueProbability(image, rank)))
                    .append("\r\n");
        }
    }

    /** A field as it stands in the file. */
    static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
