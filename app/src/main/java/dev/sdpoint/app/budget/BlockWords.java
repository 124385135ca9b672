package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.NetworkProfile.Block;
import dev.sdpoint.app.budget.NetworkProfile.Reading;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.ZeroPadding;

/** What is said of a block of the network. Pure. */
final class BlockWords {
    private static final Texts TEXTS = Texts.of(BlockWords.class);

    /** Before there is one. */
    static final Block NO_BLOCK =
            new Block("", 1, 1, 0, 0, new Reading(1, new ZeroPadding(0, 0)), new Reading(1, new ZeroPadding(0, 0)));

    private BlockWords() {}

    /** All of it, a fact a line. */
    static String tooltip(Block block, int imageSide) {
        return block.name() + "\n" + maps(block) + "\n" + Figures.exact(block.flops()) + " FLOPs\n" + savings(block)
                + "\n" + field(block, imageSide) + (reads(block) ? "\n" + padding(block) : "");
    }

    /** Name, maps and receptive field, then on a line of its own the padding. */
    static String readout(Block block, int imageSide) {
        return capital(block.name()) + " · " + field(block, imageSide) + "\n"
                + (reads(block) ? padding(block) : TEXTS.get("block.padding.none"));
    }

    /** The same where there is little room. */
    static String readoutInShort(Block block) {
        int field = block.reading().field();
        int full = block.fullReading().field();
        String share = Figures.probability(block.reading().padding().share());
        String fullShare = Figures.probability(block.fullReading().padding().share());
        return capital(block.name()) + " · " + TEXTS.get("block.short.field", inFull(pixels(field), pixels(full)))
                + "\n"
                + (reads(block)
                        ? TEXTS.get("block.short.padding", inFull(share, fullShare))
                        : TEXTS.get("block.short.padding.none"));
    }

    private static String inFull(String now, String full) {
        return now.equals(full) ? now : TEXTS.get("block.short.in-full", now, full);
    }

    private static String maps(Block block) {
        return TEXTS.get(
                block.side() == block.fullSide() ? "block.maps.same" : "block.maps",
                square(block.side()),
                square(block.fullSide()));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** "receptive field 44×44 px, all of the image; 25×25 px at full resolution". */
    private static String field(Block block, int imageSide) {
        int field = block.reading().field();
        int full = block.fullReading().field();
        boolean whole = field >= imageSide;
        return TEXTS.get(
                field == full
                        ? whole ? "block.field.whole.same" : "block.field.same"
                        : whole ? "block.field.whole" : "block.field",
                pixels(field),
                pixels(full));
    }

    private static String padding(Block block) {
        double share = block.reading().padding().share();
        double full = block.fullReading().padding().share();
        return TEXTS.get(
                share == full ? "block.padding.same" : "block.padding",
                Figures.probability(share),
                Integer.toString(block.side()),
                Figures.probability(full));
    }

    private static boolean reads(Block block) {
        return block.reading().padding().values() > 0;
    }

    private static String savings(Block block) {
        long less = block.fullFlops() - block.flops();
        if (less > 0) {
            return TEXTS.get("block.saves", Figures.exact(less), Figures.exact(block.fullFlops()));
        }
        return less == 0 ? TEXTS.get("block.saves.nothing") : TEXTS.get("block.adds", Figures.exact(-less));
    }

    private static String square(int side) {
        return side + "×" + side;
    }

    private static String pixels(int side) {
        return square(side) + "\u00a0px";
    }
}
