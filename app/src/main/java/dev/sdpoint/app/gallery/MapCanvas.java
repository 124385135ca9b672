package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.BlockMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Feature maps in a grid, a channel a row and an instance a column, all on one grey scale; each value is a sharp square. The
 * side of a tile is a multiple of 32, 24 and 16.
 */
final class MapCanvas extends Canvas {
    private static final Texts TEXTS = Texts.of(MapCanvas.class);

    /** Side of a tile. */
    static final int TILE = 96;
    /** Distance from one tile to the next. */
    static final int PITCH = TILE + 4;

    private static final double INSIDE = 0.01;

    private List<Integer> channels = List.of();

    MapCanvas() {
        setId("gallery-map-tiles");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Shows some channels of maps. */
    void show(List<BlockMap> maps, List<Integer> chosen, List<String> heads) {
        channels = List.copyOf(chosen);
        setWidth(Math.max(1, maps.size()) * (double) PITCH - (PITCH - TILE));
        setHeight(Math.max(1, chosen.size()) * (double) PITCH - (PITCH - TILE));
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        MapPixels scale = MapPixels.of(maps, chosen);
        List<String> told = new ArrayList<>();
        for (int column = 0; column < maps.size(); column++) {
            for (int row = 0; row < chosen.size(); row++) {
                draw(g, maps.get(column), scale, chosen.get(row), (double) column * PITCH, (double) row * PITCH);
            }
            told.add(TEXTS.get(
                    "maps.spoken.column", heads.get(column), maps.get(column).side()));
        }
        setAccessibleText(TEXTS.get(
                "maps.spoken",
                chosen.stream().map(c -> Integer.toString(c + 1)).collect(Collectors.joining(", ")),
                String.join(", ", told)));
    }

    /** The channels on show, strongest first. */
    List<Integer> channels() {
        return channels;
    }

    private static void draw(GraphicsContext g, BlockMap map, MapPixels scale, int channel, double x, double y) {
        int side = map.side();
        WritableImage tile = new WritableImage(side, side);
        tile.getPixelWriter()
                .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), scale.argb(map, channel), 0, side);
        // A whole number of pixels for each value where there is room.
        double shown = side <= TILE ? Math.floor((double) TILE / side) * side : TILE;
        double inset = Math.floor((TILE - shown) / 2);
        g.setImageSmoothing(side > TILE);
        g.drawImage(tile, INSIDE, INSIDE, side, side, x + inset, y + inset, shown, shown);
    }
}
