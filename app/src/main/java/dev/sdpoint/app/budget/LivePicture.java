package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.stream.AutoBudgetView;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.RgbImage;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card of what a stream classifies now. */
final class LivePicture extends VBox implements AutoBudgetView.Eye {
    private static final Texts TEXTS = Texts.of(LivePicture.class);

    private final PixelCanvas canvas = new PixelCanvas();
    private final Label answer = new Label(TEXTS.get("live.hint"));
    private final Label verdict = new Label();

    LivePicture() {
        super(8);
        getStyleClass().addAll("card", "picture-card");
        setId("live-picture");
        Label title = new Label(TEXTS.get("picture.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label of = new Label(TEXTS.get("live.title"));
        of.getStyleClass().add("muted");
        answer.setId("live-answer");
        answer.setWrapText(true);
        answer.getStyleClass().add("picture-class");
        verdict.setId("live-verdict");
        getChildren().addAll(new HBox(8, title, of), canvas, answer, verdict);
    }

    @Override
    public void sees(RgbImage picture, String said, String judged) {
        canvas.show(picture);
        answer.setText(said);
        verdict.setText(judged);
    }
}
