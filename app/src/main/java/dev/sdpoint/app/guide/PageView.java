package dev.sdpoint.app.guide;

import dev.sdpoint.app.theme.ScrollPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The guide itself, which scrolls: leads to its parts, says where the reader is, and marks what is found. JavaFX thread only. */
final class PageView implements GuideInteractor.Page {
    /** Space above what one is led to; a heading so far below the edge is the one that is read. */
    private static final double MARGIN = 8;

    private static final double END = 2;

    private final GuideModel model;
    private final VBox column = new VBox();
    private final StackPane frame = new StackPane(column);
    private final ScrollPane scroll = ScrollPanes.of(frame);
    private PageBuilder.Built built = new PageBuilder.Built(List.of(), List.of(), Map.of());
    private List<Node> headings = List.of();
    private Spot spot = Spot.TOP;
    /** The heading that was asked for, while nobody scrolls: near the end it cannot come to the top. */
    private Optional<Node> held = Optional.empty();

    private boolean leading;

    /** @param links takes the link that a reader follows */
    PageView(GuideModel model, Consumer<String> links) {
        this.model = model;
        column.getStyleClass().add("guide-column");
        column.setMinWidth(0);
        frame.getStyleClass().add("guide-frame");
        StackPane.setAlignment(column, Pos.TOP_LEFT);
        scroll.setId("guide-page");
        scroll.getStyleClass().add("guide-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.vvalueProperty().addListener((property, before, now) -> scrolled());
        scroll.viewportBoundsProperty().addListener((property, before, now) -> {
            if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
                afterLayout(() -> leadTo(y(spot)));
            }
        });
        model.textProperty().subscribe(text -> text.ifPresent(guide -> show(guide, links)));
        model.matchesProperty().subscribe(this::mark);
        model.chosenProperty().subscribe(this::mark);
    }

    ScrollPane view() {
        return scroll;
    }

    /** The text on screen, from top to bottom. */
    List<PassageView> passages() {
        return built.passages();
    }

    /** Whether the pictures are there in the colours of now. */
    boolean drawn() {
        return built.blocks().stream()
                .filter(PicturePane.class::isInstance)
                .map(PicturePane.class::cast)
                .allMatch(PicturePane::drawn);
    }

    /** Scrolls by some pixels, down if positive. */
    void scrollBy(double pixels) {
        held = Optional.empty();
        leadTo(top() + pixels);
    }

    /** How high the window over the guide is. */
    double visibleHeight() {
        return scroll.getViewportBounds().getHeight();
    }

    private void show(GuideText text, Consumer<String> links) {
        built = PageBuilder.build(text, links);
        headings = text.headings().stream()
                .map(heading -> built.anchors().get(heading.anchor()))
                .toList();
        column.getChildren().setAll(built.blocks());
        mark();
    }

    @Override
    public void toAnchor(String anchor) {
        Node heading = built.anchors().get(anchor);
        if (heading != null) {
            whenLaidOut(() -> {
                held = Optional.of(heading);
                leadTo(
                        heading.equals(built.blocks().get(0))
                                ? 0
                                : bounds(heading).getMinY() - MARGIN);
            });
        }
    }

    @Override
    public void toMatch(Match match) {
        PassageView passage = built.passages().get(match.passage());
        whenLaidOut(() -> {
            Bounds place = frame.sceneToLocal(passage.localToScene(passage.boundsOf(match.from(), match.to())));
            boolean inSight = place.getMinY() >= top() && place.getMaxY() <= top() + visibleHeight();
            if (!inSight) {
                held = Optional.empty();
                leadTo(place.getMinY() - visibleHeight() / 3);
            }
        });
    }

    @Override
    public void toSpot(Spot to) {
        whenLaidOut(() -> {
            held = Optional.empty();
            leadTo(y(to));
        });
    }

    @Override
    public Spot here() {
        return spot;
    }

    @Override
    public int firstPassage() {
        for (int i = 0; i < built.passages().size(); i++) {
            if (bounds(built.passages().get(i)).getMaxY() > top()) {
                return i;
            }
        }
        return 0;
    }

    private void leadTo(double y) {
        double most = most();
        leading = true;
        scroll.setVvalue(most <= 0 ? 0 : Math.max(0, Math.min(1, y / most)));
        leading = false;
        spot = spot(Math.max(
                0, y)); // also where the guide cannot come so far now: a window that opens has other sizes first
        tellSection();
    }

    private void scrolled() {
        if (!leading) {
            held = Optional.empty();
            spot = spot(top());
            tellSection();
        }
    }

    private void tellSection() {
        List<Double> tops = new ArrayList<>();
        headings.forEach(heading -> tops.add(bounds(heading).getMinY()));
        boolean end = most() > 0 && top() >= most() - END;
        model.sectionProperty()
                .set(held.map(headings::indexOf).orElseGet(() -> Outline.at(tops, top() + 4 * MARGIN, end)));
    }

    private Spot spot(double y) {
        for (int i = 0; i < built.blocks().size(); i++) {
            Bounds block = bounds(built.blocks().get(i));
            if (block.getMaxY() > y) {
                return new Spot(i, (y - block.getMinY()) / Math.max(1, block.getHeight()));
            }
        }
        return Spot.TOP;
    }

    private double y(Spot at) {
        if (at.equals(Spot.TOP) || at.block() >= built.blocks().size()) {
            return 0;
        }
        Bounds block = bounds(built.blocks().get(at.block()));
        return block.getMinY() + at.hidden() * block.getHeight();
    }

    private void mark() {
        List<Match> matches = model.matchesProperty().get();
        Optional<Match> chosen = model.chosenMatch();
        for (int i = 0; i < built.passages().size(); i++) {
            int passage = i;
            List<Match> here =
                    matches.stream().filter(match -> match.passage() == passage).toList();
            built.passages().get(i).setMatches(here, chosen.map(here::indexOf).orElse(-1));
        }
    }

    private Bounds bounds(Node node) {
        return frame.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private double top() {
        return scroll.getVvalue() * Math.max(0, most());
    }

    private double most() {
        return frame.getHeight() - visibleHeight();
    }

    private void whenLaidOut(Runnable action) {
        if (scroll.isNeedsLayout() || frame.isNeedsLayout() || column.isNeedsLayout() || frame.getHeight() <= 0) {
            afterLayout(action);
        } else {
            action.run();
        }
    }

    private void afterLayout(Runnable action) {
        Scene scene = scroll.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
        Platform.requestNextPulse();
    }
}
