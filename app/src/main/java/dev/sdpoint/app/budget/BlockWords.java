package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.NetworkProfile.Block;
import dev.sdpoint.app.budget.NetworkProfile.Reading;
import dev.sdpoint.engine.cost.ZeroPadding;

/** What is said of a block of the network. Pure. */
final class BlockWords {
    /** Before there is one. */
    static final Block NO_BLOCK =
            new Block("", 1, 1, 0, 0, new Reading(1, new ZeroPadding(0, 0)), new Reading(1, new ZeroPadding(0, 0)));

    private BlockWords() {}

    /** All of it, a fact a line. */
    static String tooltip(Block block, int imageSide) {
        return block.name() + "\nfeature maps " + square(block.side())
                + (block.side() == block.fullSide() ? "" : " instead of " + square(block.fullSide())) + "\n"
                + Figures.exact(block.flops()) + " FLOPs\n" + savings(block) + "\n" + field(block, imageSide)
                + (reads(block) ? "\n" + padding(block) : "");
    }

    /** Name, maps and receptive field, then on a line of its own the padding. */
    static String readout(Block block, int imageSide) {
        return capital(block.name()) + " · " + field(block, imageSide) + "\n"
                + (reads(block) ? padding(block) : "reads no padding: it has no convolution wider than a pixel");
    }

    /** The same where there is little room. */
    static String readoutInShort(Block block) {
        int field = block.reading().field();
        int full = block.fullReading().field();
        String share = Figures.probability(block.reading().padding().share());
        String fullShare = Figures.probability(block.fullReading().padding().share());
        return capital(block.name()) + " · receptive field " + inFull(pixels(field), pixels(full)) + "\n"
                + (reads(block)
                        ? "zero padding: " + inFull(share, fullShare) + " of what it reads"
                        : "reads no padding");
    }

    private static String inFull(String now, String full) {
        return now.equals(full) ? now : now + " (in full " + full + ")";
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** "receptive field 44×44 px, all of the image; 25×25 px at full resolution". */
    private static String field(Block block, int imageSide) {
        int field = block.reading().field();
        int full = block.fullReading().field();
        return "receptive field " + pixels(field) + (field >= imageSide ? ", the whole image and more" : "")
                + (field == full ? ", as at full resolution" : "; " + pixels(full) + " at full resolution");
    }

    private static String padding(Block block) {
        double share = block.reading().padding().share();
        double full = block.fullReading().padding().share();
        return "zero padding is " + Figures.probability(share) + " of what its convolutions read at side "
                + block.side()
                + (share == full
                        ? ", as at full resolution"
                        : "; " + Figures.probability(full) + " at full resolution");
    }

    private static boolean reads(Block block) {
        return block.reading().padding().values() > 0;
    }

    private static String savings(Block block) {
        long less = block.fullFlops() - block.flops();
        if (less > 0) {
            return "saves " + Figures.exact(less) + " of " + Figures.exact(block.fullFlops());
        }
        return less == 0 ? "saves nothing" : "adds " + Figures.exact(-less) + " for the downsampling itself";
    }

    private static String square(int side) {
        return side + "×" + side;
    }

    private static String pixels(int side) {
        return square(side) + "\u00a0px";
    }
}
