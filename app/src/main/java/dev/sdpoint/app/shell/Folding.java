package dev.sdpoint.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A view taken apart, so that it can be put together again piece by piece: JavaFX styles and lays out what enters a scene in one go,
 * which for a whole place takes longer than a frame or three. What is missing meanwhile has a stand-in. JavaFX thread only.
 */
final class Folding {
    /** Nodes that a piece has at the most, without those that skins add. */
    private static final int MOST = 6;

    private final Deque<Fold> folds = new ArrayDeque<>();

    /** Takes a view apart that is in no scene. */
    Folding(Parent view) {
        fold(view);
    }

    /** How many pieces are missing. */
    int missing() {
        return folds.size();
    }

    /** Puts the next piece to its place, styled if the view is in a scene; nothing if none is missing. */
    void unfold() {
        Fold next = folds.poll();
        if (next != null) {
            next.unfold();
            next.piece.applyCss();
        }
    }

    /** Puts all pieces to their places. */
    void unfoldAll() {
        folds.forEach(Fold::unfold);
        folds.clear();
    }

    private void fold(Node node) {
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            fold(scroll.getContent());
        } else if (node instanceof Pane pane) {
            for (Node child : List.copyOf(pane.getChildren())) {
                if (count(child) > MOST && (child instanceof Pane || child instanceof ScrollPane)) {
                    fold(child);
                } else {
                    Region standIn = new Region();
                    standIn.setManaged(false);
                    pane.getChildren().set(pane.getChildren().indexOf(child), standIn);
                    folds.add(new Fold(pane, child, standIn));
                }
            }
        }
    }

    private static int count(Node node) {
        int nodes = 1;
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            nodes += count(scroll.getContent());
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                nodes += count(child);
            }
        }
        return nodes;
    }

    private record Fold(Pane parent, Node piece, Node standIn) {
        /** Unless somebody put something else there meanwhile. */
        void unfold() {
            int at = parent.getChildren().indexOf(standIn);
            if (at >= 0) {
                parent.getChildren().set(at, piece);
            }
        }
    }
}
