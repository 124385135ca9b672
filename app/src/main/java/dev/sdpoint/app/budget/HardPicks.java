package dev.sdpoint.app.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** The hard images that come next, as many as there is room for; a click, or Enter on the first, goes there. */
final class HardPicks extends Region {
    private static final double TITLE = 24;
    private static final double SIDE = 64;
    private static final double GAP = 8;

    private final IntConsumer choose;
    private final Label title = new Label("Hard ones that come next");
    private final List<PixelCanvas> thumbnails = new ArrayList<>();
    private List<HardPick> picks = List.of();

    HardPicks(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("hard-picks");
        setId("hard-picks");
        title.getStyleClass().add("card-subtitle");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Hard images that come next; Enter shows the first");
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !picks.isEmpty()) {
                choose.accept(picks.get(0).index());
                e.consume();
            }
        });
    }

    /** Shows other images. */
    void show(List<HardPick> next) {
        if (next.equals(picks)) {
            return;
        }
        picks = List.copyOf(next);
        thumbnails.clear();
        for (HardPick pick : picks) {
            PixelCanvas thumbnail = new PixelCanvas();
            thumbnail.getStyleClass().add("hard-pick");
            thumbnail.show(pick.thumbnail());
            thumbnail.setAccessibleText(pick.need());
            thumbnail.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                    choose.accept(pick.index());
                }
            });
            Tooltip.install(thumbnail, new Tooltip(pick.need()));
            thumbnails.add(thumbnail);
        }
        getChildren().setAll(thumbnails);
        getChildren().add(title);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int columns = (int) Math.max(1, Math.floor((getWidth() + GAP) / (SIDE + GAP)));
        int rows = (int) Math.max(0, Math.floor((getHeight() - TITLE + GAP) / (SIDE + GAP)));
        double step = columns > 1 ? (getWidth() - SIDE) / (columns - 1) : 0;
        for (int i = 0; i < thumbnails.size(); i++) {
            PixelCanvas thumbnail = thumbnails.get(i);
            thumbnail.setVisible(i < rows * columns);
            thumbnail.resizeRelocate(
                    Math.rint(i % columns * step), TITLE + Math.floorDiv(i, columns) * (SIDE + GAP), SIDE, SIDE);
        }
        title.setVisible(rows > 0 && !thumbnails.isEmpty());
        title.resizeRelocate(0, 0, getWidth(), TITLE - 4);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE;
    }
}
