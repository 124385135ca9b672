package dev.sdpoint.app.library;

import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Panels one below the other, shown, hidden and closed together; the first takes the height that is left, and where too little of it is left
 * all of them scroll. JavaFX thread only.
 */
public final class PanelsInColumn implements Panel {
    private static final double GAP = 16;
    private static final double LEAST_FIRST = 430;

    private final List<Panel> panels;
    private final Piece<Parent> view = new Piece<>(this::build);

    /** @param panels from top to bottom, at least one */
    public PanelsInColumn(Panel... panels) {
        this.panels = List.of(panels);
    }

    @Override
    public Parent view() {
        return view.get();
    }

    private Parent build() {
        VBox column = new VBox(GAP);
        for (Panel panel : panels) {
            Parent view = panel.view();
            if (view instanceof Region region) {
                region.setMinHeight(column.getChildren().isEmpty() ? LEAST_FIRST : Region.USE_PREF_SIZE);
            }
            column.getChildren().add(view);
        }
        VBox.setVgrow(column.getChildren().get(0), Priority.ALWAYS);
        ScrollPane scroll = ScrollPanes.column(column, "library-scroll");
        scroll.setFitToHeight(true);
        return scroll;
    }

    @Override
    public List<Piece<?>> pieces() {
        return panels.stream()
                .<Piece<?>>flatMap(panel -> panel.pieces().stream())
                .toList();
    }

    @Override
    public void shown() {
        panels.forEach(Panel::shown);
    }

    @Override
    public void hidden() {
        panels.forEach(Panel::hidden);
    }

    @Override
    public void close() {
        panels.forEach(Panel::close);
    }
}
