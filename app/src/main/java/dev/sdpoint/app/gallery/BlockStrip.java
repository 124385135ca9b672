package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.MapDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The blocks from a point on, each with a bar for every ratio as high as the difference of its maps from the full ones, and a line at
 * {@link MapDifference#LARGE}. The first block above the line has a mark. A click shows the maps of the block.
 */
final class BlockStrip extends FlowPane {
    private static final Texts TEXTS = Texts.of(BlockStrip.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int BAR = 7;
    private static final int HEIGHT = 40;

    private final IntConsumer chosen;
    private final Consumer<String> told;
    private final List<Cell> cells = new ArrayList<>();

    /**
     * @param chosen gets the block that is clicked
     * @param told gets what a block has to say when the mouse or the keyboard comes to it; blank when they leave
     */
    BlockStrip(IntConsumer chosen, Consumer<String> told) {
        this.chosen = chosen;
        this.told = told;
        setId("gallery-map-blocks");
        getStyleClass().add("block-strip");
        setHgap(1);
        setVgap(4);
        StripKeys.install(this, cells);
    }

    /** Shows the differences; the cells stay so that the keyboard keeps its place. */
    void show(MapStory story, int block) {
        List<Integer> blocks = story.blocks();
        while (cells.size() < blocks.size()) {
            cells.add(new Cell());
        }
        while (cells.size() > blocks.size()) {
            cells.remove(cells.size() - 1);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(story, blocks.get(i), block);
        }
        if (getChildren().size() != cells.size()) {
            getChildren().setAll(cells);
        }
        StripKeys.stop(cells, Math.max(0, blocks.indexOf(block)));
    }

    private final class Cell extends Button {
        private final Bars bars = new Bars();
        private final Label number = new Label();
        private final Label mark = new Label();
        private final Tooltip hint = new Tooltip();
        private String sentence = "";

        Cell() {
            getStyleClass().setAll("block-cell");
            number.getStyleClass().add("number");
            mark.getStyleClass().add("mark");
            VBox all = new VBox(1, bars, number, mark);
            all.setAlignment(Pos.CENTER);
            setGraphic(all);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setTooltip(hint);
            hoverProperty().subscribe(over -> told.accept(over ? sentence : ""));
            focusedProperty().subscribe(here -> told.accept(here ? sentence : ""));
        }

        void show(MapStory story, int block, int shown) {
            boolean first = story.firstLarge().orElse(-1) == block;
            List<Integer> all = story.blocks();
            bars.show(story, block);
            number.setText(block == all.get(all.size() - 1) ? TEXTS.get("maps.block.end") : Integer.toString(block));
            mark.setText(first ? "▲" : " ");
            pseudoClassStateChanged(CHOSEN, block == shown);
            pseudoClassStateChanged(MARKED, first);
            sentence =
                    TEXTS.get(first ? "maps.block.sentence.first" : "maps.block.sentence", story.blockSentence(block));
            hint.setText(TEXTS.get("maps.block.tip", sentence));
            setAccessibleText(sentence);
            setId("gallery-map-block-" + block);
            setOnAction(event -> chosen.accept(block));
        }
    }

    /** The bars of a block. */
    private static final class Bars extends Pane {
        private final List<Region> bars = new ArrayList<>();
        private final Region line = part("large-line");
        private final List<Double> heights = new ArrayList<>();

        Bars() {
            getStyleClass().add("bars");
            getChildren().add(line);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
        }

        void show(MapStory story, int block) {
            int columns = story.differences().size();
            while (bars.size() < columns) {
                Region bar = part("difference-bar");
                bar.getStyleClass().add("difference-" + bars.size());
                bars.add(bar);
                getChildren().add(0, bar);
            }
            heights.clear();
            for (int i = 0; i < bars.size(); i++) {
                bars.get(i).setVisible(i < columns);
                heights.add(i < columns ? Math.min(1, story.difference(i, block)) : 0.0);
            }
            setMinWidth(columns * BAR + 4.0);
            setMaxWidth(columns * BAR + 4.0);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < bars.size(); i++) {
                double high = Math.max(1, Math.rint(heights.get(i) * HEIGHT));
                bars.get(i).resizeRelocate(2 + i * (double) BAR, HEIGHT - high, BAR - 1.0, high);
            }
            line.resizeRelocate(0, HEIGHT - Math.rint(MapDifference.LARGE * HEIGHT), getWidth(), 1);
        }

        private static Region part(String styleClass) {
            Region region = new Region();
            region.getStyleClass().add(styleClass);
            region.setManaged(false);
            return region;
        }
    }
}
