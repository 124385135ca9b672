package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.inference.BlockMap;
import java.util.List;

/**
 * The one grey scale of several feature maps: the least of all shown values is black, the greatest white. Pure.
 *
 * @param least value that is black
 * @param greatest value that is white
 */
record MapPixels(float least, float greatest) {
    private static final int OPAQUE = 0xFF000000;
    private static final int MIDDLE = 128;

    /** The scale of these channels of these maps. */
    static MapPixels of(List<BlockMap> maps, List<Integer> channels) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (BlockMap map : maps) {
            int area = map.side() * map.side();
            for (int channel : channels) {
                for (int i = channel * area; i < (channel + 1) * area; i++) {
                    least = Math.min(least, map.values()[i]);
                    greatest = Math.max(greatest, map.values()[i]);
                }
            }
        }
        return new MapPixels(least, greatest);
    }

    /** The grey of a value, 0 … 255; the middle where all values are the same. */
    int grey(float value) {
        if (!(greatest > least)) {
            return MIDDLE;
        }
        double share = ((double) value - least) / ((double) greatest - least);
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** The pixels of a channel, {@code [row][column]}, as opaque ARGB. */
    int[] argb(BlockMap map, int channel) {
        int area = map.side() * map.side();
        int[] pixels = new int[area];
        for (int i = 0; i < area; i++) {
            int grey = grey(map.values()[channel * area + i]);
            pixels[i] = OPAQUE | grey << 16 | grey << 8 | grey;
        }
        return pixels;
    }
}
