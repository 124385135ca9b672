package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.NetworkProfile.Block;
import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.util.Duration;

/**
 * The network as a row of bars: the height of a bar is the side of the block's feature maps, its colour the share of the
 * block's own full cost, the dashed outline its size at full resolution. A dotted line stands where the maps are downsampled.
 * Changes are animated and may be interrupted. With many blocks the bars get narrower and say less; with very many the strip
 * gets wider than its place and scrolls. The pointer and the arrow keys point at a block, of which a line elsewhere tells more.
 */
final class NetworkStrip extends Region {
    private static final Texts TEXTS = Texts.of(NetworkStrip.class);
    private static final Duration CHANGE = Duration.millis(200);
    private static final double HEADER = 60;
    private static final double MARKER_HEIGHT = 26;
    private static final double NARROWEST = 20;
    private static final double COMFORTABLE = 72;
    private static final double WIDEST = 132;
    private static final int NOWHERE = -1;

    private final DoubleProperty progress = new SimpleDoubleProperty(1);
    private final Timeline change = new Timeline();
    private final List<BlockColumn> columns = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Block>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Label flopsHeader = header("FLOPs");
    private final Label savedHeader = header(TEXTS.get("network.saved"));
    private final Line marker = new Line();
    private final Label markerLabel = new Label();

    private double markerFrom;
    private double markerTo;
    private int largestSide = 1;
    private int imageSide = 1;
    private int pointedAt = NOWHERE;
    private List<Block> blocks = List.of();
    private String whole = "";

    NetworkStrip() {
        getStyleClass().add("network-strip");
        setId("network-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        marker.getStyleClass().add("network-marker");
        markerLabel.getStyleClass().add("network-marker-label");
        markerLabel.setId("network-marker");
        getChildren().addAll(flopsHeader, savedHeader, marker, markerLabel);
        getChildren().forEach(part -> part.setManaged(false));
        progress.addListener((o, was, is) -> arrange());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((o, was, is) -> pointAt(is ? Math.max(0, pointedAt) : NOWHERE));
        setOnMouseExited(event -> {
            if (!isFocused()) {
                pointAt(NOWHERE);
            }
        });
    }

    /** The block that is pointed at; empty if none is. */
    ReadOnlyObjectProperty<Optional<Block>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Where the block that is pointed at lies in the strip, 0 … 1 from left to right; 0 if none is. */
    double pointedShare() {
        return columns.size() < 2 || pointedAt < 0 ? 0 : (double) pointedAt / (columns.size() - 1);
    }

    /** Side of the image that the network reads. */
    int imageSide() {
        return imageSide;
    }

    /** Shows a profile; from the one before by animation if it is of the same network. */
    void show(NetworkProfile profile, boolean animated) {
        boolean sameNetwork = columns.size() == profile.blocks().size();
        double at = marker();
        boolean markerWasThere = markerLabel.isVisible();
        if (!sameNetwork) {
            getChildren().removeAll(columns);
            columns.clear();
            profile.blocks().forEach(b -> columns.add(column(columns.size())));
            getChildren().addAll(0, columns);
            requestLayout();
        }
        imageSide = profile.imageSide();
        blocks = profile.blocks();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).show(blocks.get(i), imageSide, progress.get());
        }
        largestSide = profile.largestSide();
        marker.setVisible(profile.downsampled());
        markerLabel.setVisible(profile.downsampled());
        markerTo = profile.instance().point() + 1.0;
        markerFrom = markerWasThere && sameNetwork ? at : markerTo;
        markerLabel.setText(TEXTS.get(
                "network.marker",
                "×" + Figures.significant(profile.instance().ratio()).replaceAll("0+$", "")));
        whole = inWords(profile);
        pointAt(Math.min(pointedAt, columns.size() - 1));
        change.stop();
        if (animated && sameNetwork) {
            progress.set(0);
            change.getKeyFrames().setAll(new KeyFrame(CHANGE, new KeyValue(progress, 1, Interpolator.EASE_OUT)));
            change.playFromStart();
        } else {
            progress.set(1);
        }
        arrange();
    }

    /** Ends a running change at once. */
    void settle() {
        change.stop();
        progress.set(1);
    }

    private BlockColumn column(int index) {
        BlockColumn column = new BlockColumn();
        column.setManaged(false);
        column.setOnMouseEntered(event -> pointAt(index));
        column.setOnMousePressed(event -> {
            requestFocus();
            pointAt(index);
        });
        return column;
    }

    private void pointAt(int index) {
        pointedAt = blocks.isEmpty() ? NOWHERE : index;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).point(i == pointedAt);
        }
        pointed.set(pointedAt == NOWHERE ? Optional.empty() : Optional.of(blocks.get(pointedAt)));
        setAccessibleText(pointed.get()
                .map(block -> BlockWords.readout(block, imageSide).replace('\n', ' '))
                .orElse(whole));
    }

    private void key(KeyEvent event) {
        int last = columns.size() - 1;
        int to = switch (event.getCode()) {
            case LEFT, KP_LEFT -> Math.max(0, pointedAt - 1);
            case RIGHT, KP_RIGHT -> Math.min(last, pointedAt + 1);
            case HOME -> 0;
            case END -> last;
            default -> NOWHERE;
        };
        if (to != NOWHERE) {
            pointAt(to);
            event.consume();
        }
    }

    private double marker() {
        return markerFrom + (markerTo - markerFrom) * progress.get();
    }

    private static String inWords(NetworkProfile profile) {
        String sides = profile.blocks().stream()
                .map(b -> TEXTS.get(
                        b.side() == b.fullSide() ? "network.side.same" : "network.side",
                        b.name(),
                        Integer.toString(b.side()),
                        Integer.toString(b.fullSide())))
                .collect(Collectors.joining(", "));
        return TEXTS.get("network.sides", profile.instance().label(), sides);
    }

    @Override
    protected void layoutChildren() {
        arrange();
    }

    /** Needs no layout of the place around it: in every frame of a change the strip is as large as before. */
    private void arrange() {
        if (columns.isEmpty() || getWidth() <= 0) {
            return;
        }
        double room = getWidth() - HEADER;
        double width = Math.max(NARROWEST, Math.min(WIDEST, room / columns.size()));
        // What is left where there are few blocks goes to both sides.
        double left = Math.floor(HEADER + Math.max(0, (room - width * columns.size()) / 2));
        double height = getHeight();
        BlockColumn.Detail detail = BlockColumn.Detail.of(width);
        for (int i = 0; i < columns.size(); i++) {
            double x = left + Math.floor(i * width);
            double columnWidth = left + Math.floor((i + 1) * width) - x;
            BlockColumn column = columns.get(i);
            column.arrange(largestSide, progress.get(), MARKER_HEIGHT, i, detail);
            column.resizeRelocate(x, 0, columnWidth, height);
            column.requestLayout();
        }
        boolean numbers = detail.numbers();
        flopsHeader.setVisible(numbers);
        savedHeader.setVisible(numbers);
        double headerX = Math.max(0, left - HEADER);
        flopsHeader.resizeRelocate(headerX, height - 2 * BlockColumn.LINE, HEADER, BlockColumn.LINE);
        savedHeader.resizeRelocate(headerX, height - BlockColumn.LINE, HEADER, BlockColumn.LINE);
        placeMarker(left + Math.rint(marker() * width), height - detail.captionHeight());
    }

    private void placeMarker(double x, double bottom) {
        marker.setStartX(x);
        marker.setEndX(x);
        marker.setStartY(MARKER_HEIGHT - 4);
        marker.setEndY(bottom);
        double width = markerLabel.prefWidth(-1);
        double at = Math.max(0, Math.min(getWidth() - width, x - width / 2));
        markerLabel.resizeRelocate(Math.rint(at), 0, width, MARKER_HEIGHT - 4);
    }

    @Override
    protected double computeMinWidth(double height) {
        return HEADER + columns.size() * NARROWEST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return HEADER + columns.size() * COMFORTABLE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 150;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    private static Label header(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("network-caption");
        return label;
    }
}
