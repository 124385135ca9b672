package dev.sdpoint.app.figure;

import dev.sdpoint.engine.data.RgbImage;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Images in rows from easy to hard, as the paper prints them: one row a group of images that the same least cost gets right.
 *
 * @param title heading of the sheet
 * @param subtitle what is shown, in a sentence
 * @param perRow places for images in a row, at least 1
 * @param rows from cheap to dear
 */
public record ContactSheet(String title, String subtitle, int perRow, List<Row> rows) {
    public ContactSheet {
        rows = List.copyOf(rows);
        if (perRow < 1) {
            throw new IllegalArgumentException("a row has at least 1 image, not " + perRow);
        }
        for (Row row : rows) {
            if (row.images().size() > perRow) {
                throw new IllegalArgumentException(
                        row.images().size() + " images do not fit a row of " + perRow + "; leave some out");
            }
        }
    }

    /**
     * A row.
     *
     * @param cost such as "0.0736 GFLOPs"; stands out
     * @param instance which instance that is
     * @param share how many images the group has and which share of all that is
     * @param relativeCost of the full network, for the colour; empty for images that are never right
     * @param images square ones of one side, the first of the group
     */
    public record Row(String cost, String instance, String share, OptionalDouble relativeCost, List<RgbImage> images) {
        public Row {
            images = List.copyOf(images);
        }
    }
}
