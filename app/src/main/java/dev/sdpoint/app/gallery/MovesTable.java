package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Groups of the open model, one a row, by groups of the other model, one a column; the stronger a cell, the more images. A cell filters
 * the gallery; the arrow keys go from cell to cell.
 */
final class MovesTable extends ScrollPane {
    private static final Texts TEXTS = Texts.of(MovesTable.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int WIDTH = 44;
    private static final int HEIGHT = 22;
    private static final int GAP = 2;
    /** So much ink at the most that numbers can still be read on it. */
    private static final double MOST_INK = 0.4;

    private static final double LEAST_INK = 0.08;

    private final Chosen chosen;
    private final GridPane grid = new GridPane();
    private final CellKeys keys = new CellKeys();
    /** One for all cells: a tool tip is a window. */
    private final Tooltip hint = new Tooltip();

    private final List<Cell> cells = new ArrayList<>();

    /** Gets the cell that is chosen. */
    @FunctionalInterface
    interface Chosen {
        void cell(int row, int column);
    }

    private record Cell(Region region, String title) {}

    MovesTable(Chosen chosen) {
        this.chosen = chosen;
        setId("gallery-moves");
        getStyleClass().addAll("card", "moves-table");
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        grid.setPadding(new Insets(0, 8, 8, 0));
        setContent(grid);
        setFocusTraversable(false);
    }

    /** Shows the counts; nothing if there are none. */
    void show(Optional<GroupMoves> moves, String open, String other) {
        grid.getChildren().clear();
        cells.clear();
        moves.ifPresent(known -> fill(known, open, other));
    }

    private void fill(GroupMoves moves, String open, String other) {
        Label corner = new Label(TEXTS.get("moves.corner", open, other));
        corner.getStyleClass().add("muted");
        grid.add(corner, 0, 0, moves.columns() + 2, 1);
        for (int column = 0; column < moves.columns(); column++) {
            Node head = head(moves.column(column), under(moves.columnTotal(column), other));
            grid.add(head, 1 + column, 1);
            GridPane.setHalignment(head, HPos.CENTER);
        }
        grid.add(figure(TEXTS.get("moves.all"), "total"), 1 + moves.columns(), 1);
        keys.begin(moves.columns());
        for (int row = 0; row < moves.rows(); row++) {
            grid.add(head(moves.row(row), under(moves.rowTotal(row), open)), 0, 2 + row);
            for (int column = 0; column < moves.columns(); column++) {
                grid.add(cell(moves, row, column), 1 + column, 2 + row);
            }
            grid.add(figure(Figures.count(moves.rowTotal(row)), "total"), 1 + moves.columns(), 2 + row);
        }
        int last = 2 + moves.rows();
        grid.add(figure(TEXTS.get("moves.all"), "muted"), 0, last);
        for (int column = 0; column < moves.columns(); column++) {
            grid.add(figure(Figures.count(moves.columnTotal(column)), "total"), 1 + column, last);
        }
        grid.add(figure(Figures.count(moves.images()), "total"), 1 + moves.columns(), last);
    }

    private Node cell(GroupMoves moves, int row, int column) {
        int count = moves.count(row, column);
        Move move = moves.move(row, column);
        Region ink = new Region();
        ink.getStyleClass().addAll("move-ink", move.id());
        // The square root keeps small groups visible beside the large ones.
        ink.setOpacity(
                count == 0 ? 0 : LEAST_INK + (MOST_INK - LEAST_INK) * Math.sqrt((double) count / moves.largest()));
        Label number = new Label(count == 0 ? "" : Figures.count(count));
        number.getStyleClass().add("number");
        StackPane region = new StackPane(ink, number);
        region.getStyleClass().addAll("map-cell", "move-cell");
        region.setMinSize(WIDTH, HEIGHT);
        region.setPrefSize(WIDTH, HEIGHT);
        String text = TEXTS.get(
                "moves.cell", words(moves.row(row)), words(moves.column(column)), Figures.images(count), move.title());
        Tooltip.install(region, hint);
        region.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> hint.setText(text));
        keys.add(region, text, () -> {
            if (count > 0) {
                chosen.cell(row, column);
            }
        });
        cells.add(new Cell(region, moves.title(row, column)));
        return region;
    }

    private static String words(Optional<InstanceScore> score) {
        return score.map(s -> Figures.gflops(s.flops()) + " (" + s.instance().label() + ")")
                .orElse(TEXTS.get("never-right"));
    }

    private static String under(int images, String model) {
        return TEXTS.get("moves.total", Figures.images(images), model);
    }

    private static Node head(Optional<InstanceScore> score, String total) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        score.ifPresentOrElse(
                s -> swatch.setBackground(CostColors.mark(s.relativeCost(), 2)),
                () -> swatch.getStyleClass().add("never-swatch"));
        Label name = new Label(score.map(s -> Figures.giga(s.flops())).orElse(TEXTS.get("never")));
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(4, swatch, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(head, new Tooltip(words(score) + ": " + total));
        return head;
    }

    private static Label figure(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment("total".equals(style) ? Pos.CENTER : Pos.CENTER_LEFT);
        return label;
    }

    /** Marks the cell that a filter shows, if it shows just one. */
    void mark(GalleryFilter filter) {
        String shown = filter.picked().title();
        cells.forEach(cell -> cell.region.pseudoClassStateChanged(CHOSEN, cell.title.equals(shown)));
    }
}
