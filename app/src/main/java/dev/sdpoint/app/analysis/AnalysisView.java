package dev.sdpoint.app.analysis;

import dev.sdpoint.app.chart.ExportMenu;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Workspace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Builds the nodes of the place and binds them to the models; decides nothing. */
final class AnalysisView {
    private static final Texts TEXTS = Texts.of(AnalysisView.class);

    /** From left to right. */
    private static final List<Analysis> ORDER = List.of(Analysis.values());

    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BEFORE = new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);

    private final StudyModel studies;
    private final ComparePane compare;
    private final StudyPane study;
    private final VBox root;

    AnalysisView(
            StudyModel studies,
            CompareModel comparison,
            StudyInteractor asking,
            ExportInteractor exporting,
            Workspace workspace,
            AnalysisPieces pieces) {
        this.studies = studies;
        ResultPane compared = new ResultPane("compare", pieces.compareFigure(), pieces.compareTable());
        ResultPane answered = new ResultPane("study", pieces.studyFigure(), pieces.studyTable());
        compared.figure().selectedProperty().bindBidirectional(workspace.selectedInstanceProperty());
        answered.figure().selectedProperty().bindBidirectional(workspace.selectedInstanceProperty());
        compare = new ComparePane(
                comparison, pieces.picker().get(), pieces.compareControls().get(), compared);
        study = new StudyPane(studies, asking, workspace, pieces.studyControls().get(), answered);
        StackPane body = new StackPane(compare, study);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        studies.analysisProperty().subscribe(shown -> {
            compare.setVisible(shown == Analysis.RUNS);
            study.setVisible(shown != Analysis.RUNS);
        });
        root = new VBox(header(pieces.export().get()), notice(exporting), body);
        root.setId("analysis");
        root.getStyleClass().addAll("place", "analysis");
        Sheets.add(root, AnalysisView.class, "analysis.css");
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ASK.match(event)) {
                event.consume();
                asking.run();
            } else if (NEXT.match(event) || BEFORE.match(event)) {
                event.consume();
                step(NEXT.match(event) ? 1 : -1);
            }
        });
    }

    VBox root() {
        return root;
    }

    /** The answer on screen. */
    Optional<StudyResult> answer() {
        return studies.analysisProperty().get() == Analysis.RUNS ? compare.answer() : study.answer();
    }

    private void step(int by) {
        int next = ORDER.indexOf(studies.analysisProperty().get()) + by;
        studies.analysisProperty().set(ORDER.get(Math.floorMod(next, ORDER.size())));
    }

    private Node header(ExportMenu export) {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        export.setId("analysis-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, tabs(), space, export);
        header.getStyleClass().add("place-header");
        return header;
    }

    private Node tabs() {
        ToggleGroup group = new ToggleGroup();
        Map<Analysis, ToggleButton> buttons = new EnumMap<>(Analysis.class);
        HBox box = new HBox();
        box.getStyleClass().add("segmented");
        box.setAlignment(Pos.CENTER_LEFT);
        for (Analysis analysis : ORDER) {
            ToggleButton button = new ToggleButton(analysis.title());
            button.setId("analysis-tab-" + analysis.id());
            button.setTooltip(new Tooltip(TEXTS.get("tab.help", analysis.heading())));
            button.setAccessibleText(TEXTS.get("tab.spoken", analysis.title(), analysis.heading()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setUserData(analysis);
            button.setToggleGroup(group);
            buttons.put(analysis, button);
            boolean first = analysis.equals(ORDER.get(0));
            boolean last = analysis.equals(ORDER.get(ORDER.size() - 1));
            button.getStyleClass().add(first ? "left-pill" : last ? "right-pill" : "center-pill");
            box.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((value, before, after) -> {
            if (after == null && before != null) {
                group.selectToggle(before);
            } else if (after != null && after.getUserData() instanceof Analysis chosen) {
                studies.analysisProperty().set(chosen);
            }
        });
        studies.analysisProperty().subscribe(shown -> group.selectToggle(buttons.get(shown)));
        return box;
    }

    private static Node notice(ExportInteractor exporting) {
        Label text = new Label();
        text.setId("analysis-notice");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().bind(exporting.noticeProperty());
        Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(TEXTS.get("notice.hide"));
        close.setTooltip(new Tooltip(TEXTS.get("notice.hide")));
        close.setOnAction(event -> exporting.noticeProperty().set(""));
        HBox bar = new HBox(text, close);
        bar.visibleProperty().bind(exporting.noticeProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        exporting.problemProperty().subscribe(failed -> bar.getStyleClass().setAll(failed ? "problem" : "notice"));
        return bar;
    }
}
