package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The groups from the top to the bottom beside the list: as high as their share, but never too low to be hit. A click leads to a group;
 * with the keyboard, the arrows go from one to the next.
 */
final class JumpBar extends Region {
    private static final Texts TEXTS = Texts.of(JumpBar.class);

    static final double WIDTH = 16;

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final double LEAST = 8;
    private static final double GAP = 2;

    private final IntConsumer jump;
    private final List<Region> marks = new ArrayList<>();
    /** One for all marks: a tool tip is a window. */
    private final Tooltip hint = new Tooltip();

    private Grouping grouping = Grouping.EMPTY;
    private int here = -1;

    /** @param jump gets the position of the group that a person wants to see */
    JumpBar(IntConsumer jump) {
        this.jump = jump;
        setId("gallery-jump");
        getStyleClass().add("jump-bar");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnKeyPressed(this::keyPressed);
    }

    /** Shows the groups of a grouping. */
    void show(Optional<GallerySource> source, Grouping shown) {
        grouping = shown;
        here = -1;
        marks.clear();
        source.ifPresent(known -> {
            for (int group = 0; group < shown.groups().size(); group++) {
                marks.add(mark(known, group));
            }
        });
        getChildren().setAll(marks);
        setVisible(marks.size() > 1);
        setManaged(marks.size() > 1);
        describe(TEXTS.get("jump.spoken"));
    }

    private Region mark(GallerySource source, int position) {
        Grouping.Group group = grouping.groups().get(position);
        Region mark = new Region();
        mark.getStyleClass().add("jump-mark");
        String cost = TEXTS.get("jump.never");
        if (group.never()) {
            mark.getStyleClass().add("never-mark");
        } else {
            InstanceScore score = source.order().get(group.rank());
            mark.setBackground(CostColors.mark(score.relativeCost(), 2));
            cost = Figures.gflops(score.flops());
        }
        String text = cost + " · " + Figures.images(group.size()) + " · " + Figures.percent(grouping.share(group));
        mark.setUserData(text);
        Tooltip.install(mark, hint);
        mark.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> hint.setText(text));
        mark.setOnMousePressed(e -> {
            requestFocus();
            jump.accept(position);
            e.consume();
        });
        return mark;
    }

    /** Marks the group that is on top of the list. */
    void mark(int group) {
        if (group != here && group < marks.size()) {
            if (here >= 0) {
                marks.get(here).pseudoClassStateChanged(HERE, false);
            }
            if (group >= 0) {
                marks.get(group).pseudoClassStateChanged(HERE, true);
                describe(TEXTS.get(
                        "jump.spoken.group",
                        group + 1,
                        marks.size(),
                        marks.get(group).getUserData()));
            }
            here = group;
        }
    }

    private void describe(String text) {
        setAccessibleText(text);
    }

    private void keyPressed(KeyEvent event) {
        int last = marks.size() - 1;
        int to = switch (event.getCode()) {
            case UP -> Math.max(0, here - 1);
            case DOWN -> Math.min(last, here + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (to >= 0) {
            jump.accept(to);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double free = getHeight() - marks.size() * (LEAST + GAP);
        double y = 0;
        for (int i = 0; i < marks.size(); i++) {
            double share = grouping.share(grouping.groups().get(i));
            double height = Math.max(2, LEAST + Math.max(0, free) * share);
            marks.get(i).resizeRelocate(4, snapPositionY(y), WIDTH - 8, snapSizeY(height));
            y += height + GAP;
        }
    }
}
