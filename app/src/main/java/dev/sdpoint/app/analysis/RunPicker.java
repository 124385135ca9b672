package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.StateWords;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunSummary;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which runs stand side by side: all recorded runs with a tick each, found by name, and the models beside them. */
final class RunPicker extends VBox {
    private static final Texts TEXTS = Texts.of(RunPicker.class);
    private static final double ROW = 48;
    private static final double WIDTH = 248;

    private final Workspace workspace;
    private final CompareInteractor interactor;

    RunPicker(CompareModel model, CompareInteractor interactor, Workspace workspace) {
        super();
        this.workspace = workspace;
        this.interactor = interactor;
        getStyleClass().addAll("card", "run-picker");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        FilteredList<RunSummary> found = new FilteredList<>(model.runs());
        ListView<RunSummary> list = list(found);
        TextField search = search(found);
        Label empty = new Label();
        empty.setId("compare-empty");
        empty.getStyleClass().addAll("muted", "small");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        Runnable refresh = () -> empty.setText(words(model, search.getText()));
        model.listedProperty().subscribe(listed -> refresh.run());
        model.listProblemProperty().subscribe(problem -> refresh.run());
        search.textProperty().subscribe(text -> refresh.run());
        model.runs().addListener((javafx.collections.ListChangeListener<RunSummary>) change -> refresh.run());
        workspace.comparedRuns().addListener((SetChangeListener<RunId>) change -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label title = new Label(TEXTS.get("picker.runs"));
        title.getStyleClass().add("card-title");
        Label models = new Label(TEXTS.get("picker.models"));
        models.getStyleClass().add("card-title");
        getChildren().addAll(title, search, list, models, open(model), sample(model));
    }

    private static String words(CompareModel model, String search) {
        if (!model.listProblemProperty().get().isEmpty()) {
            return model.listProblemProperty().get();
        }
        if (!model.listedProperty().get()) {
            return TEXTS.get("picker.listing");
        }
        return TEXTS.get(search.isBlank() || model.runs().isEmpty() ? "picker.none" : "picker.none-found");
    }

    private static TextField search(FilteredList<RunSummary> found) {
        TextField search = new TextField();
        search.setId("compare-search");
        search.setPromptText(TEXTS.get("picker.search.prompt"));
        search.setAccessibleText(TEXTS.get("picker.search.spoken"));
        search.textProperty().addListener((value, before, after) -> {
            String wanted = after.strip().toLowerCase(Locale.ROOT);
            found.setPredicate(run -> text(run).contains(wanted));
        });
        return search;
    }

    private static String text(RunSummary run) {
        return (run.label().name()
                        + ' '
                        + run.origin().network()
                        + ' '
                        + String.join(" ", run.label().tags()))
                .toLowerCase(Locale.ROOT);
    }

    private ListView<RunSummary> list(FilteredList<RunSummary> found) {
        ListView<RunSummary> list = new ListView<>(found);
        list.setId("compare-runs");
        list.getStyleClass().addAll("list-plain", "run-list");
        list.setFixedCellSize(ROW);
        list.setMinHeight(ROW);
        list.setAccessibleText(TEXTS.get("picker.runs.spoken"));
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(event -> {
            RunSummary run = list.getSelectionModel().getSelectedItem();
            if (run != null && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
                event.consume();
                interactor.toggle(run.id());
            }
        });
        return list;
    }

    private CheckBox open(CompareModel model) {
        CheckBox box = new CheckBox();
        box.setId("compare-open");
        box.selectedProperty().bindBidirectional(model.openShownProperty());
        workspace.modelProperty().subscribe(open -> {
            String name = open.map(OpenModel::name).orElse(TEXTS.get("picker.open.none"));
            box.setText(TEXTS.get("picker.open", name));
            box.setTooltip(new Tooltip(TEXTS.get("picker.open.help", name)));
            box.setDisable(open.isEmpty());
        });
        return box;
    }

    private static CheckBox sample(CompareModel model) {
        CheckBox box = new CheckBox(TEXTS.get("picker.sample"));
        box.setId("compare-sample");
        box.setTooltip(new Tooltip(TEXTS.get("picker.sample.help")));
        box.selectedProperty().bindBidirectional(model.sampleShownProperty());
        return box;
    }

    /** A run with its tick. */
    private final class Cell extends ListCell<RunSummary> {
        private final CheckBox tick = new CheckBox();
        private final Label name = new Label();
        private final Label about = new Label();

        Cell() {
            super();
            name.getStyleClass().add("run-name");
            about.getStyleClass().addAll("muted", "tiny", "figure");
            VBox words = new VBox(name, about);
            words.setPadding(new Insets(0, 0, 0, 8));
            tick.setGraphic(words);
            tick.setFocusTraversable(false);
            tick.setOnAction(event -> Optional.ofNullable(getItem()).ifPresent(run -> interactor.toggle(run.id())));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            boolean compared = workspace.comparedRuns().contains(run.id());
            tick.setSelected(compared);
            name.setText(run.label().name());
            about.setText(facts(run));
            setAccessibleText(TEXTS.get(
                    compared ? "picker.run.spoken.compared" : "picker.run.spoken", name.getText(), about.getText()));
            setGraphic(tick);
        }
    }

    private static String facts(RunSummary run) {
        String error = run.result()
                .bestError()
                .map(best -> String.format(Locale.ROOT, "%.1f %%", 100 * best))
                .orElseGet(() -> TEXTS.get("picker.run.no-evaluation"));
        String facts = run.origin().network() + " · " + error;
        return run.progress().state() == RecordedState.FINISHED
                ? facts
                : facts + " · " + StateWords.of(run.progress().state());
    }
}
