package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What all cards of the place have. */
public final class CardParts {
    private static final Texts TEXTS = Texts.of(CardParts.class);

    private CardParts() {}

    /** A label of some style classes whose words wrap, and are never cut off. */
    public static Label text(String... styles) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label words(String text) {
        Label label = text();
        label.setText(text);
        return label;
    }

    /** Whom to cite; of these data sets the authors state no licence. */
    static Label citation(String citation) {
        Label label = text("muted", "small");
        label.setText(TEXTS.get("card.citation", citation));
        return label;
    }

    static HBox header(String title, Node chip) {
        Label label = new Label(title);
        label.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(label, space, chip);
        header.getStyleClass().add("card-header");
        return header;
    }
}
