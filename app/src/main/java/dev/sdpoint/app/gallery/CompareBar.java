package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.CompareModel.Stage;
import dev.sdpoint.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * What came of the comparison with another model: how many images became cheaper, dearer, won and lost, each a filter; or how far it is;
 * or why there is none. Takes no room while nobody compares.
 */
final class CompareBar extends VBox {
    private static final Texts TEXTS = Texts.of(CompareBar.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CompareModel model;
    private final Map<Move, Button> totals = new EnumMap<>(Move.class);
    private final Label title = section();
    private final Button export = new Button(TEXTS.get("compare.export"));

    /** What the bar asks for. */
    interface Actions {
        void toggle(Move move);

        void export();

        void end();
    }

    CompareBar(CompareModel model, Actions actions) {
        this.model = model;
        setId("gallery-comparison");
        getStyleClass().add("compare-bar");
        Node running = running(actions);
        Node refused = refused(actions);
        Node ready = ready(actions);
        getChildren().addAll(running, refused, ready);
        model.stageProperty().subscribe(stage -> {
            show(running, stage == Stage.RUNNING);
            show(refused, stage == Stage.REFUSED);
            show(ready, stage == Stage.READY);
            show(this, stage != Stage.NONE);
        });
        model.movesProperty().subscribe(this::count);
    }

    private Node running(Actions actions) {
        Label what = section();
        what.textProperty().bind(model.nameProperty().map(name -> TEXTS.get("compare.asking", name)));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText(TEXTS.get("compare.progress.spoken"));
        bar.setPrefWidth(120);
        bar.setMinWidth(60);
        Label message = new Label();
        message.setId("gallery-compare-message");
        message.getStyleClass().add("muted");
        message.textProperty().bind(model.messageProperty());
        Button cancel = new Button(TEXTS.get("compare.cancel"));
        cancel.setId("gallery-compare-cancel");
        cancel.setTooltip(new Tooltip(TEXTS.get("compare.cancel.tip")));
        cancel.setOnAction(event -> actions.end());
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, what, bar, message, gap(), cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node refused(Actions actions) {
        Label sentence = new Label();
        sentence.setId("gallery-compare-problem");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.problemProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row =
                new HBox(8, sentence, gap(), close("gallery-compare-dismiss", TEXTS.get("compare.dismiss"), actions));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node ready(Actions actions) {
        title.textProperty().bind(model.nameProperty().map(name -> TEXTS.get("compare.with", name)));
        FlowPane moves = new FlowPane(6, 6);
        moves.setAlignment(Pos.CENTER_LEFT);
        for (Move move : Move.values()) {
            Button total = new Button();
            total.setId("gallery-move-" + move.id());
            total.getStyleClass().addAll("chip", "move-total", move.id());
            total.setTooltip(new Tooltip(TEXTS.get("compare.move.tip", move.hint())));
            total.setOnAction(event -> actions.toggle(move));
            totals.put(move, total);
            moves.getChildren().add(total);
        }
        ToggleButton table = new ToggleButton(TEXTS.get("compare.table"));
        table.setId("gallery-moves-toggle");
        table.setTooltip(new Tooltip(TEXTS.get("compare.table.tip")));
        table.selectedProperty().bindBidirectional(model.tableShownProperty());
        export.setId("gallery-moves-export");
        export.setTooltip(new Tooltip(TEXTS.get("compare.export.tip")));
        export.setOnAction(event -> actions.export());
        for (Region control : new Region[] {table, export}) {
            control.getStyleClass().add("small");
            control.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(
                8, title, gap(), table, export, close("gallery-compare-end", TEXTS.get("compare.end"), actions));
        head.setAlignment(Pos.CENTER_LEFT);
        Label waiting = new Label(TEXTS.get("compare.waiting"));
        waiting.setId("gallery-compare-waiting");
        waiting.getStyleClass().add("muted");
        waiting.setWrapText(true);
        waiting.setMinHeight(USE_PREF_SIZE);
        model.waitingProperty().subscribe(waits -> {
            show(waiting, waits);
            show(moves, !waits);
        });
        return new VBox(6, head, waiting, moves);
    }

    private void count(Optional<GroupMoves> moves) {
        totals.forEach((move, button) -> {
            // For the moment in which it is counted there is no number to show.
            button.setVisible(moves.isPresent());
            int count = moves.map(known -> known.total(move)).orElse(0);
            button.setText(TEXTS.get("compare.move", move.sign(), count, move.title()));
            button.setDisable(count == 0);
            button.setAccessibleText(
                    TEXTS.get("compare.move.spoken", Figures.images(count), move.title(), move.hint()));
        });
        export.setDisable(
                moves.filter(known -> known.total(Move.SAME) < known.images()).isEmpty());
    }

    /** Marks the move that a filter shows, if it shows just one. */
    void mark(GalleryFilter filter) {
        totals.forEach((move, button) ->
                button.pseudoClassStateChanged(CHOSEN, filter.picked().title().equals(GroupMoves.title(move))));
    }

    private static Button close(String id, String hint, Actions actions) {
        Button close = new Button("", new FontIcon(Material2AL.CLOSE));
        close.setId(id);
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip(hint));
        close.setAccessibleText(hint);
        close.setOnAction(event -> actions.end());
        close.setMinWidth(USE_PREF_SIZE);
        return close;
    }

    private static Label section() {
        Label label = new Label();
        label.getStyleClass().add("section");
        label.setMinWidth(0);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void show(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }
}
