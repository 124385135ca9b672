package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The peak learning rate of the run in the header: open while it trains, and before it goes on. */
final class LiveRateField extends HBox {
    private static final Texts TEXTS = Texts.of(LiveRateField.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final TextField input = new TextField();

    LiveRateField(TrainModel model) {
        super(6);
        getStyleClass().add("live-rate");
        Label label = new Label(TEXTS.get("rate.label"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        label.setMinWidth(Region.USE_PREF_SIZE);
        input.setId("train-rate");
        input.getStyleClass().add("figure");
        input.setPrefColumnCount(5);
        input.setMinWidth(64);
        input.textProperty().bindBidirectional(model.rate().textProperty());
        Tooltip help = new Tooltip();
        help.textProperty()
                .bind(model.rate().errorProperty().map(error -> error.orElseGet(() -> TEXTS.get("rate.help"))));
        input.setTooltip(help);
        input.setAccessibleText(TEXTS.get("rate.accessible"));
        model.rate()
                .errorProperty()
                .addListener((value, before, after) -> input.pseudoClassStateChanged(INVALID, after.isPresent()));
        getChildren().addAll(label, input);
        Runnable refresh = () -> {
            boolean shown = model.statusProperty().get().state().active()
                    || model.unfinishedProperty()
                            .get()
                            .flatMap(UnfinishedRun::recorded)
                            .isPresent();
            setVisible(shown);
            setManaged(shown);
        };
        model.statusProperty().addListener((value, before, after) -> refresh.run());
        model.unfinishedProperty().addListener((value, before, after) -> refresh.run());
        refresh.run();
    }

    /** What is wrong with the rate, for a line of the header. */
    static String error(Optional<String> problem) {
        return problem.map(sentence -> TEXTS.get("rate.wrong", sentence)).orElse("");
    }

    TextField input() {
        return input;
    }
}
