package dev.sdpoint.app.budget;

import dev.sdpoint.app.theme.CostColors;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/** One block of the strip: its bar, the outline of its full size, and what it costs. */
final class BlockColumn extends Region {
    /** Height of a line of text. */
    static final double LINE = 18;

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass ON_LIGHT = PseudoClass.getPseudoClass("on-light");
    private static final PseudoClass ON_DARK = PseudoClass.getPseudoClass("on-dark");
    private static final double LEAST_BAR = 4;
    private static final double WIDEST_BAR = 96;
    private static final int NAMED_EVERY = 5;
    private static final Pattern BEFORE_A_NUMBER = Pattern.compile("^\\D+(?=\\d)");

    /** How much is written, by the width that a block gets; the same for all blocks of a strip. */
    enum Detail {
        /** Names in full, costs in full. */
        FULL(56),
        /** Numbers for names, costs in short. */
        SHORT(36),
        /** Numbers for names, no costs. */
        NUMBERED(24),
        /** Every fifth number. */
        SPARSE(0);

        private final double from;

        Detail(double from) {
            this.from = from;
        }

        static Detail of(double width) {
            for (Detail detail : values()) {
                if (width >= detail.from) {
                    return detail;
                }
            }
            return SPARSE;
        }

        /** Whether costs are written. */
        boolean numbers() {
            return this == FULL || this == SHORT;
        }

        /** Height of the texts under the bars. */
        double captionHeight() {
            return (numbers() ? 3 : 1) * LINE + 4;
        }
    }

    private final Region outline = new Region();
    private final Region bar = new Region();
    private final Label side = text("network-side");
    private final Label name = text("network-name");
    private final Label flops = text("network-caption");
    private final Label saved = text("network-caption");
    private final Tooltip tooltip = new Tooltip();

    private NetworkProfile.Block block = BlockWords.NO_BLOCK;
    private double fromSide = 1;
    private double fromCost = 1;
    private int largestSide = 1;
    private int index;
    private Detail detail = Detail.FULL;
    private double progress = 1;
    private double top;
    private boolean fresh = true;

    BlockColumn() {
        getStyleClass().add("network-block");
        outline.getStyleClass().add("network-outline");
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tooltip);
        setPickOnBounds(true);
        getChildren().addAll(outline, bar, side, name, flops, saved);
        getChildren().forEach(c -> c.setMouseTransparent(true));
    }

    /** Goes to another state of the block from where it is now. */
    void show(NetworkProfile.Block next, int imageSide, double progressNow) {
        fromSide = fresh ? next.side() : sideAt(progressNow);
        fromCost = fresh ? next.relativeCost() : costAt(progressNow);
        fresh = false;
        block = next;
        side.setText(Integer.toString(next.side()));
        tooltip.setText(BlockWords.tooltip(next, imageSide));
    }

    /** Marks it as the block that the line below the strip tells of. */
    void point(boolean pointed) {
        pseudoClassStateChanged(POINTED, pointed);
    }

    /** Says how it is to be drawn at its next layout. */
    void arrange(int newLargestSide, double newProgress, double newTop, int newIndex, Detail newDetail) {
        largestSide = newLargestSide;
        progress = newProgress;
        top = newTop;
        index = newIndex;
        detail = newDetail;
    }

    private double sideAt(double share) {
        return fromSide + (block.side() - fromSide) * share;
    }

    private double costAt(double share) {
        return fromCost + (block.relativeCost() - fromCost) * share;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double captions = detail.captionHeight();
        double room = Math.max(10, getHeight() - top - captions);
        double barWidth = Math.max(6, Math.floor(Math.min(WIDEST_BAR, width * 0.72)));
        double x = Math.floor((width - barWidth) / 2);
        double unit = room / largestSide;
        double full = Math.max(LEAST_BAR, Math.rint(block.fullSide() * unit));
        double height = Math.max(LEAST_BAR, Math.rint(sideAt(progress) * unit));
        double middle = top + room / 2;
        outline.resizeRelocate(x, Math.rint(middle - full / 2), barWidth, full);
        bar.resizeRelocate(x, Math.rint(middle - height / 2), barWidth, height);
        Color color = CostColors.of(costAt(progress));
        bar.setBackground(CostColors.mark(costAt(progress), 4));
        layoutSide(height, full, middle, color);
        layoutCaptions(width, getHeight() - captions);
    }

    /** In the bar; if that is too low above it; if the outline would run through the number, above that. */
    private void layoutSide(double height, double full, double middle, Color color) {
        side.setVisible(detail != Detail.SPARSE);
        boolean inside = height >= LINE;
        boolean black = Color.BLACK.equals(CostColors.textOn(color));
        side.pseudoClassStateChanged(ON_LIGHT, inside && black);
        side.pseudoClassStateChanged(ON_DARK, inside && !black);
        double under = full - height >= 2 * LINE ? height : Math.max(full, height);
        double y = inside ? middle - LINE / 2 : middle - under / 2 - LINE;
        side.resizeRelocate(0, Math.rint(y), getWidth(), LINE);
    }

    private void layoutCaptions(double width, double y) {
        name.setText(nameFor());
        // Names of narrow columns may reach over their neighbours', which have none.
        double nameWidth = Math.max(width, name.prefWidth(-1));
        name.resizeRelocate((width - nameWidth) / 2, y + 4, nameWidth, LINE);
        boolean numbers = detail.numbers();
        flops.setVisible(numbers);
        saved.setVisible(numbers);
        boolean brief = detail == Detail.SHORT;
        flops.setText(brief ? Figures.flopsInShort(block.flops()) : Figures.flops(block.flops()));
        saved.setText(brief ? Figures.saved(block.saved()).replaceAll("\\D+$", "") : Figures.saved(block.saved()));
        flops.resizeRelocate(0, y + 4 + LINE, width, LINE);
        saved.resizeRelocate(0, y + 4 + 2 * LINE, width, LINE);
    }

    /** A number has no room for "block"; the ends keep their names, which reach over the free space beside them. */
    private String nameFor() {
        String number = BEFORE_A_NUMBER.matcher(block.name()).replaceFirst("");
        return switch (detail) {
            case FULL -> block.name();
            case SHORT, NUMBERED -> number;
            case SPARSE -> index % NAMED_EVERY == 0 && index > 0 && number.length() < 4 ? number : "";
        };
    }

    private static Label text(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
