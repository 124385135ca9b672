package dev.sdpoint.app.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Slides messages in above the places, with their actions and a button to dismiss them. */
final class MessageBar {
    private static final String BUTTONS = ".notification-bar .button-bar";
    private static final String SENTENCE = ".notification-bar > .pane > .label";

    private final Opening opening;
    private final NotificationPane pane;

    MessageBar(Node content, Opening opening) {
        this.opening = opening;
        pane = new NotificationPane(content);
        pane.setId("messages");
        pane.setShowFromTop(true);
        pane.setOnHidden(event -> opening.messageProperty().set(Optional.empty()));
        opening.messageProperty().addListener((property, before, now) -> update(now));
        pane.skinProperty().addListener(property -> makeRoom());
        update(opening.messageProperty().get());
    }

    Node view() {
        return pane;
    }

    private void update(Optional<Message> message) {
        if (message.isEmpty()) {
            pane.hide();
            return;
        }
        Message text = message.get();
        boolean problem = text.kind() == Message.Kind.PROBLEM;
        pane.setText(text.sentence());
        FontIcon icon = new FontIcon(problem ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.INFO);
        icon.getStyleClass().add(problem ? "message-problem" : "message-notice");
        pane.setGraphic(icon);
        pane.getActions().setAll(text.actions().stream().map(this::action).toList());
        makeRoom();
        pane.show();
    }

    /**
     * ControlsFX makes the buttons narrower than their words before it gives the sentence a second line, and asks for the sentence's
     * height as if it had all the width in the world.
     */
    private void makeRoom() {
        for (Node buttons : pane.lookupAll(BUTTONS)) {
            ((Region) buttons).setMinWidth(Region.USE_PREF_SIZE);
        }
        if (pane.lookup(SENTENCE) instanceof Label sentence
                && !sentence.minHeightProperty().isBound()) {
            sentence.minHeightProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> sentence.prefHeight(sentence.getWidth()),
                            sentence.widthProperty(),
                            sentence.textProperty()));
        }
    }

    private Action action(Message.Action action) {
        return new Action(action.label(), event -> {
            opening.messageProperty().set(Optional.empty());
            action.run().run();
        });
    }
}
