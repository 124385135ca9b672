package dev.sdpoint.app.guide;

import dev.sdpoint.app.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

/** The headings of the guide; the one that the reader is under is selected, and another one leads there. JavaFX thread only. */
final class ContentsList {
    private static final Texts TEXTS = Texts.of(ContentsList.class);

    private final ListView<Block.Heading> list = new ListView<>();
    private final GuideModel model;
    private final Consumer<String> jump;
    private boolean following;
    /** Whether the click or key that is being handled has led somewhere already. */
    private boolean led;

    /** @param jump leads to an anchor */
    ContentsList(GuideModel model, Consumer<String> jump) {
        this.model = model;
        this.jump = jump;
        list.setId("guide-contents");
        list.getStyleClass().addAll("list-plain", "guide-contents");
        list.setAccessibleText(TEXTS.get("contents"));
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                led = true;
                jump.accept(now.anchor());
            }
        });
        list.setOnMouseClicked(event -> again());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                again();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> led = false);
        model.textProperty()
                .subscribe(text -> text.ifPresent(guide -> {
                    list.getItems().setAll(guide.headings());
                    follow();
                }));
        model.sectionProperty().subscribe(this::follow);
    }

    ListView<Block.Heading> view() {
        return list;
    }

    /** The reader may have scrolled away from the top of a section that is selected still. */
    private void again() {
        Block.Heading heading = list.getSelectionModel().getSelectedItem();
        if (heading != null && !led) {
            jump.accept(heading.anchor());
        }
        led = false;
    }

    private void follow() {
        int all = list.getItems().size();
        if (all == 0) {
            return;
        }
        int shown = Math.max(0, Math.min(model.sectionProperty().get(), all - 1));
        following = true;
        list.getSelectionModel().clearAndSelect(shown);
        list.getFocusModel().focus(shown);
        following = false;
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && !isInSight(flow, shown)) {
            list.scrollTo(shown);
        }
    }

    private static boolean isInSight(VirtualFlow<?> flow, int row) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first != null && last != null && row >= first.getIndex() && row <= last.getIndex();
    }

    /** A heading, further to the right the deeper it is. */
    private static final class Cell extends ListCell<Block.Heading> {
        Cell() {
            getStyleClass().add("guide-contents-cell");
            setWrapText(true);
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(Block.Heading heading, boolean empty) {
            super.updateItem(heading, empty);
            getStyleClass().removeAll("level-1", "level-2", "level-3");
            if (empty || heading == null) {
                setText(null);
            } else {
                setText(heading.words().text());
                getStyleClass().add("level-" + heading.level());
            }
        }
    }
}
