package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.download.Removed;
import dev.sdpoint.engine.download.Sizes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says on a card what was taken away of its data set and until when it can be brought back; hidden if there is nothing. */
final class RemovedBar extends VBox {
    private static final Texts TEXTS = Texts.of(RemovedBar.class);

    private final CardModel card;
    private final Label text = CardParts.text();

    RemovedBar(CardModel card, LibraryInteractor interactor) {
        super(8);
        this.card = card;
        String id = "data-" + card.archive().id();
        text.setId(id + "-removed");
        Button undo = button(
                id + "-undo", TEXTS.get("removed.undo"), TEXTS.get("removed.undo.tip"), () -> interactor.undo(card));
        Button forget = button(
                id + "-forget",
                TEXTS.get("removed.forget"),
                TEXTS.get("removed.forget.tip"),
                () -> interactor.forget(card));
        getStyleClass().add("notice");
        getChildren().addAll(text, new FlowPane(8, 8, undo, forget));
        card.removedProperty().subscribe(this::show);
        card.openProperty().subscribe(() -> show(card.removedProperty().get()));
    }

    private Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(
                TEXTS.get("card.button.spoken", button.getText(), card.archive().title()));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(Optional<Removed> removed) {
        text.setText(removed.map(this::sentence).orElse(""));
        setVisible(removed.isPresent());
        setManaged(removed.isPresent());
    }

    private String sentence(Removed removed) {
        String day = DateTimeFormatter.ofPattern(TEXTS.get("removed.day"), Locale.ENGLISH)
                .format(removed.until().atZone(ZoneId.systemDefault()));
        String room = Sizes.of(removed.bytes());
        if (removed.what() == Removed.What.DOWNLOAD) {
            return TEXTS.get("removed.download", day, room);
        }
        return card.openProperty().get()
                ? TEXTS.get("removed.data.open", day, room)
                : TEXTS.get("removed.data", day, room);
    }
}
