package dev.sdpoint.app.budget;

import dev.sdpoint.app.theme.CostColors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/** One block of the strip: its bar, the outline of its full size, and what it costs. */
final class BlockColumn extends Region {
    /** Height of a line of text. */
    static final double LINE = 18;

    /** From this width on, costs are written under the bar. */
    static final double WITH_NUMBERS = 46;

    private static final double WITH_NAME = 56;
    private static final double LEAST_BAR = 4;
    private static final double SMALLEST_NUMBER_WIDTH = 18;
    private static final int NAMED_EVERY = 5;

    private final Region outline = new Region();
    private final Region bar = new Region();
    private final Label side = text("network-side");
    private final Label name = text("network-name");
    private final Label flops = text("network-caption");
    private final Label saved = text("network-caption");
    private final Tooltip tooltip = new Tooltip();

    private NetworkProfile.Block block = new NetworkProfile.Block("", 1, 1, 0, 0);
    private double fromSide = 1;
    private double fromCost = 1;
    private int largestSide = 1;
    private int index;
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
    void show(NetworkProfile.Block next, double progressNow) {
        fromSide = fresh ? next.side() : sideAt(progressNow);
        fromCost = fresh ? next.relativeCost() : costAt(progressNow);
        fresh = false;
        block = next;
        side.setText(Integer.toString(next.side()));
        flops.setText(Figures.flops(next.flops()));
        saved.setText(Figures.saved(next.saved()));
        tooltip.setText(next.name() + "\nfeature maps " + sides(next.side())
                + (next.side() == next.fullSide() ? "" : " instead of " + sides(next.fullSide())) + "\n"
                + Figures.exact(next.flops()) + " FLOPs\n" + savings(next));
    }

    private static String sides(int side) {
        return side + "×" + side;
    }

    private static String savings(NetworkProfile.Block block) {
        long less = block.fullFlops() - block.flops();
        if (less > 0) {
            return "saves " + Figures.exact(less) + " of " + Figures.exact(block.fullFlops());
        }
        return less == 0 ? "saves nothing" : "adds " + Figures.exact(-less) + " for the downsampling itself";
    }

    /** Says how it is to be drawn at its next layout. */
    void arrange(int newLargestSide, double newProgress, double newTop, int newIndex) {
        largestSide = newLargestSide;
        progress = newProgress;
        top = newTop;
        index = newIndex;
    }

    private double sideAt(double share) {
        return fromSide + (block.side() - fromSide) * share;
    }

    private double costAt(double share) {
        return fromCost + (block.relativeCost() - fromCost) * share;
    }

    /** Height of the texts under the bars in a column of some width. */
    static double captionHeight(double width) {
        return width >= WITH_NUMBERS ? 3 * LINE + 4 : LINE + 4;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double captions = captionHeight(width);
        double room = Math.max(10, getHeight() - top - captions);
        double barWidth = Math.max(6, Math.floor(Math.min(72, width * 0.72)));
        double x = Math.floor((width - barWidth) / 2);
        double unit = room / largestSide;
        double full = Math.max(LEAST_BAR, Math.round(block.fullSide() * unit));
        double height = Math.max(LEAST_BAR, Math.round(sideAt(progress) * unit));
        double middle = top + room / 2;
        outline.resizeRelocate(x, Math.round(middle - full / 2), barWidth, full);
        bar.resizeRelocate(x, Math.round(middle - height / 2), barWidth, height);
        Color color = CostColors.of(costAt(progress));
        bar.setBackground(new Background(new BackgroundFill(color, new CornerRadii(4), null)));
        layoutSide(barWidth, height, middle, color);
        layoutCaptions(width, getHeight() - captions);
    }

    private void layoutSide(double barWidth, double height, double middle, Color color) {
        side.setVisible(barWidth >= SMALLEST_NUMBER_WIDTH);
        boolean inside = height >= LINE;
        // Inline, because a colour set by the program would lose against the theme's.
        String ink = inside ? web(CostColors.textOn(color)) : "-color-fg-default";
        side.setStyle("-fx-text-fill: " + ink);
        double y = inside ? middle - LINE / 2 : middle - height / 2 - LINE;
        side.resizeRelocate(0, Math.round(y), getWidth(), LINE);
    }

    private void layoutCaptions(double width, double y) {
        boolean first = index == 0;
        boolean numbered = width >= SMALLEST_NUMBER_WIDTH * 1.6 || index % NAMED_EVERY == 0;
        boolean last = block.name().equals("pool");
        name.setText(
                width >= WITH_NAME || (width >= 30 && (first || last))
                        ? block.name()
                        : first || last || !numbered ? "" : block.name().replace("block ", ""));
        // Names of narrow columns may reach over their neighbours', which have none.
        double nameWidth = Math.max(width, name.prefWidth(-1));
        name.resizeRelocate((width - nameWidth) / 2, y + 4, nameWidth, LINE);
        boolean numbers = width >= WITH_NUMBERS;
        flops.setVisible(numbers);
        saved.setVisible(numbers);
        flops.resizeRelocate(0, y + 4 + LINE, width, LINE);
        saved.resizeRelocate(0, y + 4 + 2 * LINE, width, LINE);
    }

    private static String web(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }

    private static Label text(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setAlignment(Pos.CENTER);
        return label;
    }
}
