package dev.sdpoint.app.guide;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A passage on screen: flowing text, with links that the mouse and the keyboard follow, on marks for what is found and selected. */
final class PassageView extends StackPane {
    private final TextFlow flow = new TextFlow();
    private final Path selection = mark("guide-selection");
    private final Path found = mark("guide-found");
    private final Path chosen = mark("guide-chosen");
    private final String text;
    private List<Match> matches = List.of();
    private int chosenMatch = -1;
    private int selectedFrom;
    private int selectedTo;

    /**
     * Text on screen.
     *
     * @param style class of the text
     * @param links takes the link that a reader follows
     */
    PassageView(Words words, String style, Consumer<String> links) {
        text = words.text();
        getStyleClass().add(style);
        flow.getStyleClass().add("guide-flow");
        for (Words.Run run : words.runs()) {
            Text piece = new Text(run.text());
            piece.getStyleClass().add("guide-text");
            run.looks().forEach(look -> piece.getStyleClass().add(style(look)));
            if (!run.link().isEmpty()) {
                link(piece, run.link(), links);
            }
            flow.getChildren().add(piece);
        }
        getChildren().addAll(selection, found, chosen, flow);
        setMinWidth(0);
    }

    /** What it says. */
    String text() {
        return text;
    }

    /**
     * Marks what is found in it.
     *
     * @param here its matches
     * @param number which of them the reader was led to; -1 if none
     */
    void setMatches(List<Match> here, int number) {
        if (!matches.equals(here) || chosenMatch != number) {
            matches = here;
            chosenMatch = number;
            draw();
        }
    }

    /** Marks what is selected in it; nothing if the places are the same. */
    void select(int from, int to) {
        if (selectedFrom != from || selectedTo != to) {
            selectedFrom = from;
            selectedTo = to;
            draw();
        }
    }

    /** Where some of its text is, in its own coordinates. */
    Bounds boundsOf(int from, int to) {
        Bounds bounds = new Path(flow.rangeShape(from, to)).getBoundsInLocal();
        return flow.localToParent(bounds);
    }

    /** The characters before a place in the scene. */
    int offsetAt(double sceneX, double sceneY) {
        int offset = flow.hitTest(flow.sceneToLocal(sceneX, sceneY)).getInsertionIndex();
        return Math.max(0, Math.min(text.length(), offset));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        draw();
    }

    private void draw() {
        found.getElements().clear();
        chosen.getElements().clear();
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            (i == chosenMatch ? chosen : found).getElements().addAll(shape(match.from(), match.to()));
        }
        selection
                .getElements()
                .setAll(selectedFrom < selectedTo ? shape(selectedFrom, selectedTo) : new PathElement[0]);
        for (Path path : List.of(selection, found, chosen)) {
            path.setLayoutX(flow.getLayoutX());
            path.setLayoutY(flow.getLayoutY());
        }
    }

    private PathElement[] shape(int from, int to) {
        return flow.rangeShape(from, to);
    }

    private static void link(Text piece, String link, Consumer<String> links) {
        piece.getStyleClass().add("guide-link");
        piece.setAccessibleRole(AccessibleRole.HYPERLINK);
        piece.setFocusTraversable(true);
        piece.setUserData(link);
        if (GuideInteractor.isOfTheWeb(link)) {
            Tooltip.install(piece, new Tooltip(link));
        }
        piece.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                links.accept(link);
            }
        });
        piece.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                links.accept(link);
            }
        });
    }

    private static Path mark(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setStroke(null);
        return path;
    }

    private static String style(Words.Look look) {
        return switch (look) {
            case STRONG -> "guide-strong";
            case EMPHASIS -> "guide-emphasis";
            case CODE -> "guide-code";
        };
    }
}
