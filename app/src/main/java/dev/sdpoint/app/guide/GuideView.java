package dev.sdpoint.app.guide;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.NoticeBar;
import dev.sdpoint.app.theme.Sheets;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Builds the nodes of the guide's window and binds them to the model; decides nothing. */
final class GuideView {
    private static final Texts TEXTS = Texts.of(GuideView.class);

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination BEFORE = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);

    private final GuideModel model;
    private final GuideInteractor interactor;
    private final PageView page;
    private final TextField find = new TextField();
    private final BorderPane root = new BorderPane();

    GuideView(GuideModel model, GuideInteractor interactor) {
        this.model = model;
        this.interactor = interactor;
        page = new PageView(model, interactor::follow);
        interactor.setPage(page);
        new Selecting(page);
        root.setId("guide");
        root.getStyleClass().add("guide");
        Sheets.add(root, GuideView.class, "guide.css");
        root.setTop(bar());
        root.setLeft(new ContentsList(model, interactor::jump).view());
        root.setCenter(new StackPane(page.view(), trouble()));
        root.setBottom(web());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    BorderPane root() {
        return root;
    }

    /** Lets the keys scroll the guide. */
    void focus() {
        page.view().requestFocus();
    }

    /** Whether the guide is there, with its pictures in the colours of now. */
    boolean drawn() {
        return model.textProperty().get().isPresent() && page.drawn();
    }

    private Node bar() {
        Button back = button("guide-back", Material2AL.ARROW_BACK, TEXTS.get("back"), BACK, interactor::back);
        back.disableProperty().bind(model.backProperty().not());
        Button forward =
                button("guide-forward", Material2AL.ARROW_FORWARD, TEXTS.get("forward"), FORWARD, interactor::forward);
        forward.disableProperty().bind(model.forwardProperty().not());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(back, forward, space);
        bar.getChildren().addAll(finding());
        bar.getStyleClass().add("guide-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node[] finding() {
        find.setId("guide-find");
        find.setPromptText(TEXTS.get("find", FIND.getDisplayText()));
        find.setAccessibleText(TEXTS.get("find", FIND.getDisplayText()));
        find.textProperty().addListener((property, before, now) -> interactor.search(now));
        find.setOnAction(event -> interactor.step(1));
        Label count = new Label();
        count.setId("guide-count");
        count.getStyleClass().addAll("muted", "figure");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count, model.queryProperty(), model.matchesProperty(), model.chosenProperty()));
        Button before = button(
                "guide-before",
                Material2AL.KEYBOARD_ARROW_UP,
                TEXTS.get("find.before"),
                BEFORE,
                () -> interactor.step(-1));
        Button next = button(
                "guide-next", Material2AL.KEYBOARD_ARROW_DOWN, TEXTS.get("find.next"), NEXT, () -> interactor.step(1));
        for (Button button : new Button[] {before, next}) {
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.matchesProperty().get().isEmpty(), model.matchesProperty()));
        }
        return new Node[] {count, find, before, next};
    }

    private String count() {
        int all = model.matchesProperty().get().size();
        if (model.queryProperty().get().isBlank()) {
            return "";
        }
        return all == 0
                ? TEXTS.get("find.none")
                : TEXTS.get("find.count", model.chosenProperty().get() + 1, all);
    }

    /** Nobody tells whether a browser has come: so the address can be taken elsewhere. */
    private Node web() {
        Button copy = new Button(TEXTS.get("web.copy"));
        copy.setId("guide-copy-address");
        copy.setOnAction(event -> Selecting.copy(model.addressProperty().get()));
        Runnable hide = () -> model.addressProperty().set("");
        NoticeBar bar = new NoticeBar("guide", hide);
        model.addressProperty().subscribe(address -> {
            if (address.isEmpty()) {
                bar.hide();
            } else {
                bar.show(TEXTS.get("web", address), false, List.of(copy));
            }
        });
        return bar.view();
    }

    private Node trouble() {
        Label sentence = new Label();
        sentence.textProperty().bind(model.problemProperty());
        sentence.getStyleClass().add("empty-text");
        StackPane trouble = new StackPane(sentence);
        trouble.getStyleClass().add("empty-state");
        trouble.visibleProperty().bind(model.problemProperty().isNotEmpty());
        return trouble;
    }

    private void key(KeyEvent event) {
        if (FIND.match(event)) {
            find.requestFocus();
            find.selectAll();
        } else if (NEXT.match(event)) {
            interactor.step(1);
        } else if (BEFORE.match(event) || (event.getTarget() == find && isShiftEnter(event))) {
            interactor.step(-1);
        } else if (BACK.match(event)) {
            interactor.back();
        } else if (FORWARD.match(event)) {
            interactor.forward();
        } else if (event.getCode() == KeyCode.ESCAPE
                && (find.isFocused() || !find.getText().isEmpty())) {
            find.clear();
            focus();
        } else {
            return;
        }
        event.consume();
    }

    private static boolean isShiftEnter(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && event.isShiftDown();
    }

    private static Button button(String id, Ikon icon, String title, KeyCombination key, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(title + " (" + key.getDisplayText() + ")"));
        button.setAccessibleText(title);
        button.setOnAction(event -> run.run());
        return button;
    }
}
