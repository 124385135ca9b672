package dev.sdpoint.app.theme;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * A sentence above what it is about, with buttons for what can be done about it, such as to take back what was done, and one that hides it;
 * hidden until it says something. JavaFX thread only.
 */
public final class NoticeBar {
    private static final Texts TEXTS = Texts.of(NoticeBar.class);

    private final Label text = new Label();
    private final Button undo = new Button(TEXTS.get("notice.undo"));
    private final Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
    private final HBox bar = new HBox();

    /**
     * A bar without an undo. The sentence's id is {@code PLACE-notice}.
     *
     * @param place names the place in ids
     * @param hide runs when a person has read it
     */
    public NoticeBar(String place, Runnable hide) {
        this(place, "", () -> {}, hide);
    }

    /**
     * Ids are {@code LIST-notice} and {@code LIST-undo}.
     *
     * @param list names the list in ids
     * @param undoHint what a tool tip says of the undo
     * @param takeBack runs when a person wants the undo
     * @param hide runs when a person has read it
     * @param more buttons between the undo and the one that hides the bar
     */
    public NoticeBar(String list, String undoHint, Runnable takeBack, Runnable hide, Button... more) {
        text.setId(list + "-notice");
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        undo.setId(list + "-undo");
        undo.setTooltip(new Tooltip(undoHint));
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> takeBack.run());
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(TEXTS.get("notice.hide"));
        close.setTooltip(new Tooltip(TEXTS.get("notice.hide")));
        close.setOnAction(event -> hide.run());
        bar.getChildren().addAll(text, undo);
        bar.getChildren().addAll(more);
        bar.getChildren().add(close);
        hide();
    }

    /** The bar. */
    public Node view() {
        return bar;
    }

    /** Says something. */
    public void show(String sentence, boolean undoable, boolean problem) {
        text.setText(sentence);
        show(undo, undoable);
        bar.getStyleClass().setAll(problem ? "problem" : "notice");
        show(bar, true);
    }

    /** Says something that these buttons are about, in place of all others. */
    public void show(String sentence, boolean problem, List<Button> buttons) {
        show(sentence, false, problem);
        buttons.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        bar.getChildren().setAll(text);
        bar.getChildren().addAll(buttons);
        bar.getChildren().add(close);
    }

    /** Says nothing. */
    public void hide() {
        show("", false, false);
        show(bar, false);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
