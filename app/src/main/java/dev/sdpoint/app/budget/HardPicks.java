package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * The hard images that come next, as many as there is room for; a click goes there. With the keyboard Left and Right point at one
 * and Enter goes there. One focus stop.
 */
final class HardPicks extends Region {
    private static final Texts TEXTS = Texts.of(HardPicks.class);
    private static final double TITLE = 18;
    private static final double SIDE = 64;
    private static final double GAP = 8;
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final IntConsumer choose;
    private final Label title = new Label(TEXTS.get("hard.title"));
    private final List<PixelCanvas> thumbnails = new ArrayList<>();
    private List<HardPick> picks = List.of();
    private int room;
    private int at;

    HardPicks(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("hard-picks");
        setId("hard-picks");
        title.getStyleClass().add("card-subtitle");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((o, was, is) -> pointAt(at));
        pointAt(0);
    }

    private void key(KeyEvent event) {
        int last = Math.min(room, picks.size()) - 1;
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> pointAt(Math.max(0, at - 1));
            case RIGHT -> pointAt(Math.min(last, at + 1));
            case HOME -> pointAt(0);
            case END -> pointAt(last);
            case ENTER, SPACE -> picks.stream().skip(at).findFirst().ifPresent(p -> choose.accept(p.index()));
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void pointAt(int index) {
        at = Math.max(0, index);
        for (int i = 0; i < thumbnails.size(); i++) {
            thumbnails.get(i).pseudoClassStateChanged(POINTED, i == at && isFocused());
        }
        setAccessibleText(
                at < picks.size()
                        ? TEXTS.get("hard.pointed", at + 1, picks.get(at).need())
                        : TEXTS.get("hard.none"));
    }

    /** Shows other images. */
    void show(List<HardPick> next) {
        if (next.equals(picks)) {
            return;
        }
        picks = List.copyOf(next);
        thumbnails.clear();
        for (HardPick pick : picks) {
            thumbnails.add(thumbnail(pick));
        }
        getChildren().setAll(thumbnails);
        getChildren().add(title);
        pointAt(0);
        requestLayout();
    }

    private PixelCanvas thumbnail(HardPick pick) {
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
        return thumbnail;
    }

    @Override
    protected void layoutChildren() {
        int columns = (int) Math.max(1, Math.floor((getWidth() + GAP) / (SIDE + GAP)));
        int rows = (int) Math.max(0, Math.floor((getHeight() - TITLE + GAP) / (SIDE + GAP)));
        double step = columns > 1 ? (getWidth() - SIDE) / (columns - 1) : 0;
        room = rows * columns;
        for (int i = 0; i < thumbnails.size(); i++) {
            PixelCanvas thumbnail = thumbnails.get(i);
            thumbnail.setVisible(i < room);
            thumbnail.resizeRelocate(
                    Math.rint(i % columns * step), TITLE + Math.floorDiv(i, columns) * (SIDE + GAP), SIDE, SIDE);
        }
        boolean some = rows > 0 && !thumbnails.isEmpty();
        title.setVisible(some);
        setFocusTraversable(some);
        title.resizeRelocate(0, 0, getWidth(), TITLE - 2);
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
