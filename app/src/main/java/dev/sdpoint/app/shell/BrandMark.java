package dev.sdpoint.app.shell;

import dev.sdpoint.app.theme.CostColors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/** The mark: feature maps as bars that become small, and cheap, at a point. The icon files show the same. */
final class BrandMark {
    private static final double[] HEIGHTS = {20, 20, 20, 10, 10};
    private static final double[] COSTS = {0.95, 0.8, 0.62, 0.42, 0.3};

    private BrandMark() {}

    static Node node() {
        HBox mark = new HBox(2);
        mark.setAlignment(Pos.CENTER);
        for (int i = 0; i < HEIGHTS.length; i++) {
            Rectangle bar = new Rectangle(3, HEIGHTS[i], CostColors.of(COSTS[i]));
            bar.setArcWidth(2);
            bar.setArcHeight(2);
            mark.getChildren().add(bar);
        }
        mark.setMouseTransparent(true);
        return mark;
    }
}
