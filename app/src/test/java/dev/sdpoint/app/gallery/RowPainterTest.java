package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.engine.data.LabeledImages;
import java.util.Random;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class RowPainterTest {
    private static final int SIDE = 32;
    private final LabeledImages images = noise();

    private static LabeledImages noise() {
        byte[] pixels = new byte[3 * SIDE * SIDE * 3];
        new Random(3).nextBytes(pixels);
        return new LabeledImages(SIDE, pixels, new int[3]);
    }

    @Test
    void everyPixelOfAThumbnailIsASharpSquareInEverySlice(FxRobot robot) {
        int[] chosen = {2, 0, 1};
        for (ThumbSize size : ThumbSize.values()) {
            int zoom = size.thumb(SIDE) / SIDE;
            int compared = 0;
            for (int slice = 0; slice < size.slices(SIDE); slice++) {
                RowLayout.Slice row = new RowLayout.Slice(0, 0, 3, slice);
                PixelReader[] painted = new PixelReader[1];
                robot.interact(() -> {
                    Canvas canvas = new Canvas(1, ThumbSize.ROW);
                    new RowPainter(canvas, new Thumbnails(new DirectTaskRunner())).paint(images, size, 3, chosen, row);
                    painted[0] = canvas.snapshot(null, null).getPixelReader();
                });
                for (int column = 0; column < 3; column++) {
                    int left = (int) RowPainter.x(column, size, SIDE);
                    int top = size.margin(SIDE) - slice * ThumbSize.ROW;
                    for (int y = Math.max(0, -top); y < size.thumb(SIDE) && top + y < ThumbSize.ROW; y++) {
                        for (int x = 0; x < size.thumb(SIDE); x++) {
                            assertThat(painted[0].getArgb(left + x, top + y))
                                    .as("%s, slice %d, image %d at %d, %d", size, slice, chosen[column], x, y)
                                    .isEqualTo(argb(chosen[column], y / zoom, x / zoom));
                            compared++;
                        }
                    }
                }
            }
            assertThat(compared)
                    .as("all of it is painted in some slice")
                    .isEqualTo(3 * (int) Math.pow(size.thumb(SIDE), 2));
        }
    }

    private int argb(int image, int row, int column) {
        return 0xFF000000
                | (images.pixel(image, row, column, 0) << 16)
                | (images.pixel(image, row, column, 1) << 8)
                | images.pixel(image, row, column, 2);
    }
}
