package dev.sdpoint.app.theme;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Scroll panes that paint only what has changed. JavaFX's own keep a picture of all that they show, which is good for scrolling and bad for a
 * place that changes while nobody scrolls: whatever changes, all of it is painted anew (docs/performance.md).
 */
public final class ScrollPanes {
    private static final String VIEWPORT = "viewport";

    private ScrollPanes() {}

    /** A scroll pane over a node. */
    public static ScrollPane of(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.skinProperty()
                .addListener((o, was, is) -> scroll.getChildrenUnmodifiable().stream()
                        .filter(part -> part.getStyleClass().contains(VIEWPORT))
                        .forEach(part -> part.setCache(false)));
        return scroll;
    }

    /**
     * A scroll pane over a column that has its width, however little height there is, and takes no focus of its own.
     *
     * @param style class of the pane
     */
    public static ScrollPane column(Node content, String style) {
        ScrollPane scroll = of(content);
        scroll.setFitToWidth(true);
        scroll.setMinSize(0, 0);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add(style);
        return scroll;
    }
}
