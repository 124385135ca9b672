package dev.sdpoint.app.budget.stream;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.budget.stream.StreamModel.Phase;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Named;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.engine.inference.StreamTarget;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The card of the auto budget: what to keep, start, stress, the trace, and the comparison. */
final class StreamPane {
    private static final Texts TEXTS = Texts.of(StreamPane.class);

    private final StreamModel model;
    private final StreamInteractor interactor;
    private final Runnable chooseFolder;

    /** @param chooseFolder asks for a folder whose pictures are streamed */
    StreamPane(StreamModel model, StreamInteractor interactor, Runnable chooseFolder) {
        this.chooseFolder = chooseFolder;
        this.model = model;
        this.interactor = interactor;
    }

    /** Builds the card once. */
    VBox build() {
        Label title = new Label(TEXTS.get("stream.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = new Label();
        hint.setId("stream-hint");
        hint.getStyleClass().add("card-subtitle");
        hint.setMinWidth(0);
        hint.textProperty()
                .bind(Bindings.when(model.hintProperty().isEmpty())
                        .then(TEXTS.get("stream.hint"))
                        .otherwise(model.hintProperty()));
        HBox head = new HBox(title, hint);
        head.getStyleClass().add("card-header");
        TraceCanvas trace = new TraceCanvas();
        model.traceProperty().addListener((property, before, now) -> draw(trace, now));
        model.keptProperty()
                .addListener((property, before, now) ->
                        draw(trace, model.traceProperty().get()));
        VBox.setVgrow(trace, Priority.ALWAYS);
        ResultTable results = new ResultTable();
        model.resultsProperty().subscribe(results::show);
        VBox card = new VBox(
                12, head, controls(), new SourcePane(model, chooseFolder).build(), problem(), reach(), trace, results);
        Sheets.add(card, StreamPane.class, "stream.css");
        card.getStyleClass().addAll("card", "stream-card");
        card.setId("stream-card");
        return card;
    }

    private void draw(TraceCanvas trace, List<TracePoint> points) {
        Optional<StreamTarget> kept = model.keptProperty().get();
        boolean share = kept.filter(StreamTarget.FreeCpu.class::isInstance).isPresent();
        trace.show(points, kept.map(StreamTarget::limit).orElse(1.0), share ? TEXTS.get("trace.of-cpu") : "ms");
    }

    private Node controls() {
        Button start = new Button(TEXTS.get("stream.start"), new FontIcon(Material2MZ.PLAY_ARROW));
        start.setId("stream-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.setAccessibleText(TEXTS.get("stream.start.spoken"));
        start.setOnAction(e -> interactor.start());
        Button stop = new Button(TEXTS.get("stream.stop"), new FontIcon(Material2MZ.STOP));
        stop.setId("stream-stop");
        stop.setAccessibleText(TEXTS.get("stream.stop.spoken"));
        stop.setOnAction(e -> interactor.stop());
        Button compare = new Button(TEXTS.get("stream.compare"), new FontIcon(Material2AL.COMPARE_ARROWS));
        compare.setId("stream-compare");
        compare.setTooltip(new Tooltip(TEXTS.get("stream.compare.hint", StreamSession.COMPARED)));
        compare.setAccessibleText(TEXTS.get("stream.compare.spoken"));
        compare.setOnAction(e -> interactor.compare());
        BooleanBinding ready = model.phaseProperty()
                .isEqualTo(Phase.READY)
                .and(model.targetProblemProperty().isEmpty());
        BooleanBinding idle = model.phaseProperty()
                .isEqualTo(Phase.READY)
                .or(model.phaseProperty().isEqualTo(Phase.NOTHING_OPEN));
        start.disableProperty().bind(ready.not());
        compare.disableProperty().bind(ready.not());
        shownIf(start, idle);
        shownIf(stop, idle.not());
        // In a narrow window on two lines: no button loses its word.
        FlowPane row = new FlowPane(16, 8, keep(), new HBox(8, start, stop, compare), stress());
        row.setRowValignment(VPos.TOP);
        row.getStyleClass().add("stream-controls");
        return row;
    }

    private Node keep() {
        TextField number = new TextField();
        number.setId("stream-target");
        number.setPromptText(TEXTS.get("target.prompt"));
        number.setPrefWidth(120);
        number.setAccessibleText(TEXTS.get("target.spoken"));
        number.textProperty().bindBidirectional(model.targetProperty());
        number.setOnAction(e -> interactor.start());
        ComboBox<TargetUnit> unit = new ComboBox<>();
        unit.setId("stream-unit");
        unit.getItems().setAll(TargetUnit.values());
        unit.setConverter(Named.by(TargetUnit::title));
        unit.setAccessibleText(TEXTS.get("target.unit"));
        Tooltip meaning = new Tooltip();
        unit.setTooltip(meaning);
        unit.valueProperty().bindBidirectional(model.unitProperty());
        model.unitProperty().subscribe(now -> meaning.setText(now.meaning()));
        Label wrong = new Label();
        wrong.setId("stream-target-problem");
        wrong.getStyleClass().add("stream-problem");
        wrong.textProperty().bind(model.targetProblemProperty());
        shownIf(wrong, model.targetProblemProperty().isNotEmpty());
        BooleanBinding idle = model.phaseProperty().isEqualTo(Phase.READY);
        number.disableProperty().bind(idle.not());
        unit.disableProperty().bind(idle.not());
        Label keep = new Label(TEXTS.get("target.keep"));
        keep.setMinHeight(36);
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setLabelFor(number);
        return new VBox(4, new HBox(8, keep, number, unit), wrong);
    }

    private Node stress() {
        ToggleButton stress =
                new ToggleButton(TEXTS.get("stream.stress"), new FontIcon(Material2AL.LOCAL_FIRE_DEPARTMENT));
        stress.setId("stream-stress");
        stress.setTooltip(new Tooltip(TEXTS.get("stream.stress.hint")));
        stress.setAccessibleText(TEXTS.get("stream.stress.spoken"));
        stress.selectedProperty().bindBidirectional(model.stressedProperty());
        stress.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(Phase.READY)
                        .or(model.phaseProperty().isEqualTo(Phase.NOTHING_OPEN)));
        Slider share = new Slider(0.1, 1, model.stressProperty().get());
        share.setId("stream-stress-share");
        share.setPrefWidth(96);
        share.setAccessibleText(TEXTS.get("stream.stress.share"));
        share.valueProperty().bindBidirectional(model.stressProperty());
        Label text = new Label();
        text.getStyleClass().add("card-subtitle");
        text.setMinWidth(36);
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(100 * model.stressProperty().get()) + "\u00a0%", model.stressProperty()));
        HBox box = new HBox(8, stress, share, text);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node problem() {
        Label problem = new Label();
        problem.setId("stream-problem");
        problem.getStyleClass().add("stream-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        shownIf(problem, model.problemProperty().isNotEmpty());
        return problem;
    }

    private Node reach() {
        Label out = new Label(TEXTS.get("stream.out-of-reach"));
        out.setId("stream-out-of-reach");
        out.getStyleClass().add("stream-problem");
        out.setWrapText(true);
        shownIf(out, model.outOfReachProperty());
        return out;
    }

    private static void shownIf(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
