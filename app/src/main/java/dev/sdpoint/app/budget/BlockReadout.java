package dev.sdpoint.app.budget;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Builds the two lines below the strip of blocks: what the block that is pointed at sees and reads. */
final class BlockReadout {
    private static final String NOBODY = "Point at a block, or go through them with the arrow keys, to see\n"
            + "how much of the image its values see and how much zero padding its convolutions read";

    private final NetworkStrip strip;
    private final ScrollPane scroll;

    /** @param scroll what the strip may be wider than; it follows the block that is pointed at by key */
    BlockReadout(NetworkStrip strip, ScrollPane scroll) {
        this.strip = strip;
        this.scroll = scroll;
    }

    /** The lines; always two, so that nothing moves when a block is pointed at. */
    Node build() {
        Label lines = new Label(NOBODY);
        lines.setId("network-readout");
        lines.getStyleClass().addAll("small", "network-readout");
        lines.setMinWidth(0);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        strip.pointedProperty().addListener((o, was, is) -> {
            lines.setText(is.map(block -> BlockWords.readout(block, strip.imageSide()))
                    .orElse(NOBODY));
            if (strip.isFocused() && !strip.isHover()) {
                scroll.setHvalue(strip.pointedShare());
            }
        });
        return lines;
    }
}
