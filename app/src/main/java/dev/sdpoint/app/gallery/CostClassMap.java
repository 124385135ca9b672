package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Classes against least costs: the stronger a cell, the more images. A cell filters the gallery; the arrow keys go from cell to
 * cell. Left out for data sets with so many classes that the cells would not be legible.
 */
final class CostClassMap extends VBox {
    private static final Texts TEXTS = Texts.of(CostClassMap.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST_CELLS = 600;
    private static final int CELL = 16;
    private static final int GAP = 2;
    private static final int NAMES = 76;
    /** Of the names and cells together, in pixels; with more columns the cells become narrower. */
    private static final int WIDTH = 300;

    /** Gets the cell that is clicked. */
    @FunctionalInterface
    interface Chosen {
        void cell(int classIndex, int leastCost);
    }

    private record Cell(Region region, int classIndex, int leastCost) {}

    private final Chosen chosen;
    private final GridPane grid = new GridPane();
    /** One for all cells: a tool tip is a window. */
    private final Tooltip hint = new Tooltip();

    private final List<Cell> cells = new ArrayList<>();
    private final CellKeys keys = new CellKeys();
    private int columns = 1;

    CostClassMap(Chosen chosen) {
        super(8);
        this.chosen = chosen;
        setId("gallery-map");
        getStyleClass().addAll("card", "cost-class-map");
        Label title = new Label(TEXTS.get("map.title"));
        title.getStyleClass().add("section");
        Label order = new Label(TEXTS.get("map.order"));
        order.getStyleClass().add("muted");
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        getChildren().addAll(title, grid, order);
    }

    /** Shows the counts of a source; hides itself if there are none. */
    void show(Optional<GallerySource> source, Optional<CostClassTable> table) {
        grid.getChildren().clear();
        cells.clear();
        boolean legible = source.isPresent()
                && table.isPresent()
                && table.get().classes() * table.get().columns() <= MOST_CELLS;
        setVisible(legible);
        setManaged(legible);
        if (legible) {
            fill(source.get(), table.get());
        }
    }

    private void fill(GallerySource source, CostClassTable table) {
        columns = table.columns();
        keys.begin(columns);
        for (int c = 0; c < table.classes(); c++) {
            Label name = new Label(source.className(c));
            name.getStyleClass().add("muted");
            name.setPrefWidth(NAMES);
            name.setMinWidth(NAMES);
            grid.add(name, 0, c);
            for (int column = 0; column < columns; column++) {
                grid.add(cell(source, table, c, column), 1 + column, c);
            }
        }
    }

    private Node cell(GallerySource source, CostClassTable table, int classIndex, int column) {
        int count = table.count(classIndex, column);
        int rank = table.rank(column);
        Region ink = new Region();
        if (rank == MinimumCost.NEVER) {
            ink.getStyleClass().add("never-ink");
        } else {
            ink.setBackground(CostColors.mark(source.order().get(rank).relativeCost(), 0));
        }
        // The square root keeps small groups visible beside the large cheapest one.
        ink.setOpacity(count == 0 ? 0 : 0.15 + 0.85 * Math.sqrt((double) count / table.largest()));
        StackPane region = new StackPane(ink);
        region.getStyleClass().add("map-cell");
        int width = Math.min(CELL, (WIDTH - NAMES) / columns - GAP);
        region.setMinSize(width, CELL);
        region.setPrefSize(width, CELL);
        String text = source.className(classIndex) + ", " + costOf(source, rank) + ": " + Figures.images(count);
        Tooltip.install(region, hint);
        region.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> hint.setText(text));
        cells.add(new Cell(region, classIndex, rank));
        keys.add(region, text, () -> chosen.cell(classIndex, rank));
        return region;
    }

    private static String costOf(GallerySource source, int rank) {
        if (rank == MinimumCost.NEVER) {
            return TEXTS.get("never-right");
        }
        InstanceScore score = source.order().get(rank);
        return Figures.gflops(score.flops()) + " (" + score.instance().label() + ")";
    }

    /** Marks the cell that a filter shows, if it shows just one. */
    void mark(GalleryFilter filter) {
        for (Cell cell : cells) {
            boolean shown = filter.trueClass() == cell.classIndex && filter.leastCost() == cell.leastCost;
            cell.region.pseudoClassStateChanged(CHOSEN, shown);
        }
    }
}
