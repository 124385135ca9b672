package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Named;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Runs side by side: which, how, and what came out. */
final class ComparePane extends HBox {
    private static final Texts TEXTS = Texts.of(ComparePane.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final CompareModel model;
    private final ResultPane result;
    private final Placeholder placeholder = new Placeholder("compare-placeholder");

    ComparePane(CompareModel model, RunPicker picker, Node controls, ResultPane result) {
        super();
        this.model = model;
        this.result = result;
        getStyleClass().add("analysis-columns");
        Label notice = new Label();
        notice.setId("compare-notice");
        notice.getStyleClass().addAll("muted", "small");
        notice.setWrapText(true);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        StackPane content = new StackPane(result, placeholder);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox right = new VBox(controls, notice, content);
        right.getStyleClass().add("analysis-rows");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(picker, right);
        model.resultProperty().addListener((value, before, after) -> refresh());
        model.readingProperty().addListener((value, before, after) -> refresh());
        refresh();
    }

    /** The answer that is shown. */
    Optional<StudyResult> answer() {
        return model.resultProperty().get();
    }

    private void refresh() {
        Optional<StudyResult> answer = answer();
        result.setVisible(answer.isPresent());
        placeholder.setVisible(answer.isEmpty());
        result.show(answer);
        if (model.readingProperty().get()) {
            placeholder.say(TEXTS.get("compare.reading"), "");
        } else {
            placeholder.say(TEXTS.get("compare.nothing"), TEXTS.get("compare.nothing.remedy"));
        }
    }

    /** How runs are compared. */
    static Node controls(CompareModel model) {
        FlowPane row = new FlowPane(evaluations(model), shares(model), courses(model));
        row.getStyleClass().add("analysis-controls");
        return row;
    }

    private static Node evaluations(CompareModel model) {
        ToggleButton newest = new ToggleButton(TEXTS.get("evaluation.newest"));
        ToggleButton best = new ToggleButton(TEXTS.get("evaluation.best"));
        newest.setId("compare-newest");
        best.setId("compare-best");
        newest.setTooltip(new Tooltip(TEXTS.get("evaluation.newest.help")));
        best.setTooltip(new Tooltip(TEXTS.get("evaluation.best.help")));
        newest.getStyleClass().add("left-pill");
        best.getStyleClass().add("right-pill");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(newest, best);
        group.selectedToggleProperty().addListener((value, before, after) -> {
            if (after == null && before != null) {
                group.selectToggle(before);
            } else {
                model.bestProperty().set(after == best);
            }
        });
        model.bestProperty().subscribe(wanted -> group.selectToggle(wanted ? best : newest));
        HBox box = new HBox(newest, best);
        box.getStyleClass().add("segmented");
        return box;
    }

    private static Node courses(CompareModel model) {
        ComboBox<Quantity> y = quantity("compare-y", TEXTS.get("course.help"));
        ComboBox<Quantity> x = quantity("compare-x", TEXTS.get("course.over.help"));
        y.valueProperty().bindBidirectional(model.yProperty());
        x.valueProperty().bindBidirectional(model.xProperty());
        Label over = new Label(TEXTS.get("course.over"));
        over.getStyleClass().add("field-label");
        HBox box = new HBox(8, StudyPane.field(TEXTS.get("course"), TEXTS.get("course.help"), y), over, x);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static ComboBox<Quantity> quantity(String id, String help) {
        ComboBox<Quantity> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(Quantity.values());
        box.setConverter(Named.by(Quantity::title));
        box.setAccessibleText(help);
        box.setTooltip(new Tooltip(help));
        return box;
    }

    private static Node shares(CompareModel model) {
        TextField field = new TextField();
        field.setId("compare-shares");
        field.setPrefColumnCount(9);
        field.getStyleClass().add("figure");
        field.textProperty().bindBidirectional(model.sharesProperty());
        Label problem = new Label();
        problem.setId("compare-shares-problem");
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.sharesProblemProperty());
        problem.visibleProperty().bind(model.sharesProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        model.sharesProblemProperty().subscribe(text -> field.pseudoClassStateChanged(INVALID, !text.isEmpty()));
        HBox input = StudyPane.field(TEXTS.get("shares"), TEXTS.get("shares.help"), field);
        VBox box = new VBox(2, input, problem);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
