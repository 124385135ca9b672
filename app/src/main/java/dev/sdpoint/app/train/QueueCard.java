package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The runs that wait, with what can be done with each; not shown while none waits. */
final class QueueCard extends VBox {
    private static final Texts TEXTS = Texts.of(QueueCard.class);
    private static final double ROW = 44;
    private static final int MOST_ROWS = 3;

    private final TrainModel model;
    private final ListView<QueuedRun> list;
    private final Button goOn = new Button(TEXTS.get("queue.start"), new FontIcon(Material2MZ.PLAY_ARROW));
    private Optional<QueueInteractor> hand = Optional.empty();

    QueueCard(TrainModel model) {
        super();
        this.model = model;
        RunQueue queue = model.queue();
        getStyleClass().addAll("card", "queue-card");
        Label title = new Label(TEXTS.get("queue.title"));
        title.getStyleClass().add("card-title");
        Label subtitle = new Label();
        subtitle.setId("queue-state");
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.setMinWidth(0);
        subtitle.textProperty()
                .bind(Bindings.createStringBinding(
                        this::state, queue.waiting(), queue.heldProperty(), model.statusProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        goOn.setId("queue-go-on");
        goOn.getStyleClass().add("small");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        goOn.setTooltip(new Tooltip(TEXTS.get("queue.start.help")));
        goOn.setOnAction(event -> hand.ifPresent(QueueInteractor::goOn));
        goOn.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> queue.heldProperty().get()
                                || !model.statusProperty().get().state().active(),
                        queue.heldProperty(),
                        model.statusProperty()));
        HBox header = new HBox(title, subtitle, space, goOn);
        header.getStyleClass().add("card-header");
        header.setMinHeight(28);
        list = new ListView<>(queue.waiting());
        list.setId("queue-list");
        list.getStyleClass().add("list-plain");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(TEXTS.get("queue.accessible"));
        list.setCellFactory(view -> new Row());
        list.setOnKeyPressed(event -> {
            int at = list.getSelectionModel().getSelectedIndex();
            if (at >= 0 && key(event.getCode(), event.isAltDown(), at)) {
                event.consume();
            }
        });
        queue.waiting().addListener((ListChangeListener<QueuedRun>) change -> fit());
        fit();
        getChildren().addAll(header, list);
        setMinHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(Bindings.isNotEmpty(queue.waiting()));
        managedProperty().bind(visibleProperty());
    }

    /** Tells who carries out what is asked for here. */
    void use(QueueInteractor interactor) {
        hand = Optional.of(interactor);
    }

    private void fit() {
        double height = ROW * Math.min(MOST_ROWS, model.queue().waiting().size());
        list.setPrefHeight(height);
        list.setMinHeight(height);
    }

    private String state() {
        int waiting = model.queue().waiting().size();
        boolean idle = !model.statusProperty().get().state().active();
        if (model.queue().heldProperty().get()) {
            return TEXTS.get("queue.held", waiting);
        }
        return TEXTS.get(idle ? "queue.not-started" : "queue.waiting", waiting);
    }

    private boolean key(KeyCode code, boolean alt, int at) {
        if (hand.isEmpty()) {
            return false;
        }
        switch (code) {
            case DELETE -> hand.get().remove(at);
            case ENTER -> hand.get().edit(at);
            case UP, DOWN -> {
                if (!alt) {
                    return false;
                }
                int by = code == KeyCode.UP ? -1 : 1;
                hand.get().move(at, by);
                list.getSelectionModel()
                        .select(Math.max(0, Math.min(list.getItems().size() - 1, at + by)));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private final class Row extends ListCell<QueuedRun> {
        private final Label name = new Label();
        private final Label details = new Label();
        private final Button up = button(
                TEXTS.get("queue.up"),
                Material2AL.ARROW_UPWARD,
                at -> hand.get().move(at, -1));
        private final HBox line;

        Row() {
            super();
            details.getStyleClass().addAll("field-hint", "figure");
            name.setMinWidth(0);
            details.setMinWidth(0);
            VBox text = new VBox(name, details);
            text.getStyleClass().add("queue-text");
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            line = new HBox(
                    text,
                    up,
                    button(
                            TEXTS.get("queue.down"),
                            Material2AL.ARROW_DOWNWARD,
                            at -> hand.get().move(at, 1)),
                    button(
                            TEXTS.get("queue.change"),
                            Material2AL.EDIT,
                            at -> hand.get().edit(at)),
                    button(
                            TEXTS.get("queue.remove"),
                            Material2AL.CLOSE,
                            at -> hand.get().remove(at)));
            line.getStyleClass().add("queue-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable QueuedRun run, boolean empty) {
            super.updateItem(run, empty);
            if (run == null || empty) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            boolean edited = model.queue().editedPosition().orElse(-1) == getIndex();
            name.setText(run.title());
            details.setText(edited ? TEXTS.get("queue.in-form") : run.details());
            up.setDisable(getIndex() == 0);
            setTooltip(new Tooltip(TEXTS.get("queue.run.help", run.title(), run.details(), run.dataTitle())));
            setGraphic(line);
        }

        private Button button(String help, Ikon icon, java.util.function.IntConsumer action) {
            Button button = new Button(null, new FontIcon(icon));
            button.getStyleClass().addAll("button-icon", "flat", "queue-button");
            button.setAccessibleText(help);
            button.setTooltip(new Tooltip(help));
            button.setFocusTraversable(false);
            button.setOnAction(event -> {
                if (hand.isPresent()) {
                    action.accept(getIndex());
                }
            });
            return button;
        }
    }
}
