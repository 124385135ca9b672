package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sorting;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** How far the sorting is, above the pictures that are sorted already. */
final class SortingBar extends HBox {
    private static final Texts TEXTS = Texts.of(SortingBar.class);

    private final ProgressBar share = new ProgressBar();
    private final Label text = new Label();
    private final Button goOn = new Button(TEXTS.get("sorting.go-on"));

    SortingBar() {
        super(12);
        setId("gallery-sorting");
        setAlignment(Pos.CENTER_LEFT);
        share.setPrefWidth(160);
        text.getStyleClass().add("muted");
        goOn.setId("gallery-go-on");
        goOn.getStyleClass().add("small");
        getChildren().addAll(share, text, goOn);
        show(Sorting.NONE);
    }

    /** Shows how far it is; nothing before the first images and after the last. */
    void show(Sorting sorting) {
        boolean shown = sorting.done() > 0;
        boolean stopped = sorting.phase() == Sorting.Phase.STOPPED;
        setVisible(shown);
        setManaged(shown);
        share.setProgress(sorting.images() == 0 ? 0 : (double) sorting.done() / sorting.images());
        text.setText(TEXTS.get(
                stopped ? "sorting.stopped" : "sorting.running", Figures.imagesOf(sorting.done(), sorting.images())));
        goOn.setVisible(stopped);
        goOn.setOnAction(e -> sorting.begin().run());
    }
}
