package dev.sdpoint.app.runs;

import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.engine.store.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** All there is to say of the selected run, and what a person writes on it: tags and notes, kept when the cursor leaves them. */
final class RunDetail extends StackPane {
    private static final Texts TEXTS = Texts.of(RunDetail.class);
    private static final double CURVE_HEIGHT = 96;
    private static final double LOW_CURVE_HEIGHT = 72;
    private static final double GAP = 12;

    private final RunsModel model;
    private final RunsInteractor interactor;
    private final ChartTokens tokens;
    private final Label name = label("runs-detail-name", "card-title");
    private final Label progress = label("runs-detail-progress", "muted", "small", "figure");
    private final Label figures = label("runs-detail-curve", "muted", "tiny", "figure");
    private final Canvas curve = new Canvas(1, CURVE_HEIGHT);
    private final StackPane frame = new StackPane(curve);
    private final TextField tags = new TextField();
    private final TextArea notes = new TextArea();
    private final GridPane recipe = new GridPane();
    private final Label hint = label("runs-detail-hint", "empty-text");
    private final StackPane content = new StackPane();
    private final VBox facts;
    private final VBox texts;
    private final ScrollPane settings = ScrollPanes.of(recipe);
    private Optional<RunSummary> shown = Optional.empty();

    RunDetail(RunsModel model, RunsInteractor interactor, ChartTokens tokens) {
        super();
        this.model = model;
        this.interactor = interactor;
        this.tokens = tokens;
        setId("runs-detail");
        getStyleClass().addAll("card", "runs-detail");
        frame.setMinWidth(0);
        frame.setPrefWidth(1);
        curve.setManaged(false);
        hint.setAlignment(Pos.CENTER);
        hint.setTextAlignment(TextAlignment.CENTER);
        frame.widthProperty().addListener((value, before, now) -> {
            curve.setWidth(now.doubleValue());
            paint();
        });
        facts = new VBox(4, name, progress, frame, figures);
        tags.setId("runs-tags");
        tags.setPromptText(TEXTS.get("detail.tags.none"));
        tags.setAccessibleText(TEXTS.get("detail.tags.spoken"));
        tags.setOnAction(event -> keepTags());
        onLeave(tags, this::keepTags);
        notes.setId("runs-notes");
        notes.setPromptText(TEXTS.get("detail.notes.none"));
        notes.setAccessibleText(TEXTS.get("detail.notes.spoken"));
        notes.setWrapText(true);
        notes.setPrefRowCount(4);
        notes.setMinHeight(48);
        onLeave(notes, this::keepNote);
        VBox.setVgrow(notes, Priority.ALWAYS);
        texts = new VBox(
                4,
                fieldLabel(TEXTS.get("detail.tags"), tags),
                tags,
                fieldLabel(TEXTS.get("detail.notes"), notes),
                notes);
        recipe.setHgap(GAP);
        recipe.setVgap(2);
        settings.setFitToWidth(true);
        settings.getStyleClass().add("runs-settings");
        settings.setMinHeight(0);
        settings.setFocusTraversable(false);
        getChildren().addAll(hint, content);
        tokens.paletteProperty().addListener((value, before, now) -> paint());
        model.writableProperty().addListener((value, before, now) -> lock());
        arrange(Orientation.VERTICAL);
        show(List.of());
    }

    private static Label label(String id, String... styles) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Label fieldLabel(String text, Region field) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        return label;
    }

    private static void onLeave(Region field, Runnable keep) {
        field.focusedProperty().addListener((value, before, focused) -> {
            if (!focused) {
                keep.run();
            }
        });
    }

    /** One below the other beside the list, or side by side below it. */
    void arrange(Orientation orientation) {
        List.of(facts, texts, settings).forEach(part -> {
            if (part.getParent() instanceof Pane pane) {
                pane.getChildren().remove(part);
            }
        });
        double high = orientation == Orientation.VERTICAL ? CURVE_HEIGHT : LOW_CURVE_HEIGHT;
        frame.setMinHeight(high);
        frame.setMaxHeight(high);
        curve.setHeight(high);
        paint();
        if (orientation == Orientation.VERTICAL) {
            VBox.setVgrow(settings, Priority.ALWAYS);
            VBox.setVgrow(texts, Priority.SOMETIMES);
            content.getChildren().setAll(new VBox(GAP, facts, texts, settings));
        } else {
            HBox row = new HBox(2 * GAP, facts, texts, settings);
            List.of(facts, texts, settings).forEach(part -> {
                HBox.setHgrow(part, Priority.ALWAYS);
                part.setPrefWidth(1);
            });
            content.getChildren().setAll(row);
        }
    }

    /** Shows the selected runs, as they are now; what a person types meanwhile stays. */
    void show(List<RunRow> rows) {
        Optional<RunSummary> now = rows.size() == 1 ? Optional.of(rows.get(0).run()) : Optional.empty();
        boolean another = !now.map(RunSummary::id).equals(shown.map(RunSummary::id));
        if (another) {
            keepTags();
            keepNote();
        }
        shown = now;
        hint.setText(
                rows.isEmpty() ? TEXTS.get("detail.none") : TEXTS.get("detail.several", RunWords.runs(rows.size())));
        hint.setVisible(now.isEmpty());
        content.setVisible(now.isPresent());
        now.ifPresent(run -> show(run, another));
    }

    private void show(RunSummary run, boolean another) {
        name.setText(run.label().name());
        progress.setText(sentence(run));
        figures.setText(RunWords.curve(run.result().curve()));
        figures.setManaged(!figures.getText().isEmpty());
        if (another || !tags.isFocused()) {
            tags.setText(String.join(", ", run.label().tags()));
        }
        if (another || !notes.isFocused()) {
            notes.setText(run.label().note());
        }
        if (another) {
            showSettings(run);
        }
        lock();
        paint();
    }

    private static String sentence(RunSummary run) {
        String state = RunWords.state(run);
        return TEXTS.get(
                "detail.progress",
                state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1),
                RunWords.epochs(run),
                RunWords.steps(run),
                RunWords.duration(run.progress().duration()),
                RunWords.bestError(run),
                RunWords.when(run.progress().startedAt()));
    }

    private void showSettings(RunSummary run) {
        recipe.getChildren().clear();
        int row = 0;
        addSetting(row++, TEXTS.get("detail.data"), run.origin().dataTitle());
        for (Map.Entry<String, String> setting : RunWords.settings(run).entrySet()) {
            String words = setting.getKey().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            addSetting(row++, words, setting.getValue());
        }
        settings.setVvalue(0);
    }

    private void addSetting(int row, String key, String value) {
        Label title = new Label(key);
        title.getStyleClass().addAll("muted", "small");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label(value);
        words.getStyleClass().addAll("small", "figure");
        words.setWrapText(true);
        recipe.addRow(row, title, words);
    }

    private void lock() {
        boolean locked =
                !model.writableProperty().get() || model.deletedShownProperty().get();
        tags.setEditable(!locked);
        notes.setEditable(!locked);
    }

    /** Keeps what was typed into the run that was shown meanwhile. */
    void keepTags() {
        shown.filter(run -> tags.isEditable())
                .filter(run ->
                        !tags.getText().equals(String.join(", ", run.label().tags())))
                .ifPresent(run -> interactor.setTags(run.id(), tags.getText()));
    }

    void keepNote() {
        shown.filter(run -> notes.isEditable())
                .filter(run -> !text(notes.getText()).equals(run.label().note()))
                .ifPresent(run -> interactor.setNote(run.id(), text(notes.getText())));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private void paint() {
        if (curve.getWidth() > 1) {
            CurvePainter.paint(
                    curve,
                    shown.map(run -> run.result().curve()).orElse(List.of()),
                    tokens.paletteProperty().get());
        }
    }
}
