package dev.sdpoint.app.shell;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Shows the current hint in the lower right corner, over the place, without taking the focus. JavaFX thread only. */
final class HintBubble {
    private static final Texts TEXTS = Texts.of(HintBubble.class);
    private static final double WIDTH = 400;
    private static final Insets FROM_THE_EDGE = new Insets(24);

    private final Label text = new Label();
    private final VBox bubble;

    HintBubble(Hints hints) {
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(Material2OutlinedAL.LIGHTBULB);
        HBox sentence = new HBox(12, icon, text);
        Button close = new Button(TEXTS.get("hint.close"));
        close.setId("hint-close");
        close.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        close.setOnAction(event -> hints.close());
        Hyperlink none = new Hyperlink(TEXTS.get("hint.no-more"));
        none.setId("hint-none");
        none.setOnAction(event -> hints.closeAll());
        HBox buttons = new HBox(12, none, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        bubble = new VBox(8, sentence, buttons);
        bubble.setId("hint");
        bubble.getStyleClass().add("hint");
        bubble.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        bubble.setAccessibleRole(AccessibleRole.PARENT);
        bubble.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hints.close();
                event.consume();
            }
        });
        StackPane.setAlignment(bubble, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(bubble, FROM_THE_EDGE);
        hints.currentProperty().addListener((property, before, now) -> update(now));
        update(hints.currentProperty().get());
    }

    Node view() {
        return bubble;
    }

    private void update(Optional<Hint> hint) {
        bubble.setVisible(hint.isPresent());
        bubble.setManaged(hint.isPresent());
        hint.map(Hint::text).ifPresent(sentence -> {
            text.setText(sentence);
            bubble.setAccessibleText(TEXTS.get("hint.spoken", sentence));
        });
    }
}
