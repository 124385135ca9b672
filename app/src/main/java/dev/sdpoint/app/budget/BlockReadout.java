package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.NetworkProfile.Block;
import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Builds the two lines below the strip of blocks: what the block that is pointed at sees and reads. */
final class BlockReadout {
    private static final Texts TEXTS = Texts.of(BlockReadout.class);

    private final NetworkStrip strip;
    private final ScrollPane scroll;

    /** @param scroll what the strip may be wider than; it follows the block that is pointed at by key */
    BlockReadout(NetworkStrip strip, ScrollPane scroll) {
        this.strip = strip;
        this.scroll = scroll;
    }

    /** The lines; always two, so that nothing moves when a block is pointed at. */
    Node build() {
        Label lines = new Label(TEXTS.get("readout.none"));
        lines.setId("network-readout");
        lines.getStyleClass().addAll("small", "network-readout");
        lines.setMinWidth(0);
        lines.setMaxWidth(Double.MAX_VALUE);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        strip.pointedProperty().addListener((o, was, is) -> {
            say(lines);
            if (strip.isFocused() && !strip.isHover()) {
                scroll.setHvalue(strip.pointedShare());
            }
        });
        lines.widthProperty().addListener((o, was, is) -> say(lines));
        return lines;
    }

    /** In full where there is room for both lines, else in short. */
    private void say(Label lines) {
        Optional<Block> block = strip.pointedProperty().get();
        lines.setText(
                block.map(b -> BlockWords.readout(b, strip.imageSide())).orElseGet(() -> TEXTS.get("readout.none")));
        if (lines.getWidth() > 0 && lines.prefWidth(-1) > lines.getWidth()) {
            lines.setText(block.map(BlockWords::readoutInShort).orElseGet(() -> TEXTS.get("readout.none.short")));
        }
    }
}
