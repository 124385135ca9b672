package dev.sdpoint.app.guide;

import dev.sdpoint.app.theme.Themes;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * A picture of the window, as wide as there is room and never wider than it is, in the colours of the theme. It has its height before it is
 * read, in the background; the one before stays until the new one is there.
 */
final class PicturePane extends Region {
    private static final double EDGE = 1;

    private final Block.Picture picture;
    private final ImageView view = new ImageView();
    private final ChangeListener<Boolean> theme = (property, before, dark) -> load(dark);

    PicturePane(Block.Picture picture) {
        this.picture = picture;
        getStyleClass().add("guide-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(picture.description());
        setMinWidth(0);
        view.setSmooth(true);
        view.setPreserveRatio(true);
        getChildren().add(view);
        // The theme lives longer than this window.
        Themes.darkProperty().addListener(new WeakChangeListener<>(theme));
        load(Themes.darkProperty().get());
    }

    /** Whether the picture of the theme that is on is there. */
    boolean drawn() {
        Image image = view.getImage();
        return image != null && address(Themes.darkProperty().get()).equals(image.getUrl());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return picture.width() + 2 * EDGE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.round(shown(width < 0 ? computePrefWidth(-1) : width) * picture.height() / picture.width())
                + 2 * EDGE;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(shown(getWidth()));
        view.relocate(EDGE, EDGE);
    }

    private double shown(double width) {
        return Math.max(1, Math.min(picture.width(), width - 2 * EDGE));
    }

    private String address(boolean dark) {
        return dark ? picture.dark() : picture.light();
    }

    private void load(boolean dark) {
        Image image = new Image(address(dark), true);
        image.progressProperty().addListener((property, before, now) -> {
            if (now.doubleValue() >= 1) {
                show(image);
            }
        });
        if (image.getProgress() >= 1) {
            show(image);
        }
    }

    private void show(Image image) {
        if (address(Themes.darkProperty().get()).equals(image.getUrl())) {
            view.setImage(image);
        }
    }
}
