package dev.sdpoint.app.library.models;

import dev.sdpoint.app.library.CardParts;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.model.ModelSummary;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card of the selected model: what it is, and what can be done with it. */
final class ModelCardView extends VBox {
    private static final Texts TEXTS = Texts.of(ModelCardView.class);

    private final ModelsModel model;
    private final ModelsInteractor interactor;
    private final ModelFileChoice files;
    private final Label name = CardParts.text("card-title");
    private final Label chip = new Label();
    private final Label twin = CardParts.text("small", "figure");
    private final Label problem = CardParts.text("small");
    private final HBox problemBar = new HBox(problem);
    private final CurveView curve = new CurveView();
    private final GridPane facts = new GridPane();
    private final Button open = button("open", TEXTS.get("card.open"), TEXTS.get("card.open.tip"));
    private final Button keep = button("keep", TEXTS.get("card.import"), TEXTS.get("card.import.tip"));
    private final Button export = button("export", TEXTS.get("card.export"), TEXTS.get("card.export.tip"));
    private final Button delete = button("delete", TEXTS.get("card.delete"), TEXTS.get("card.delete.tip"));
    private final Button forget = button("forget", TEXTS.get("card.forget"), TEXTS.get("card.forget.tip"));

    ModelCardView(ModelsModel model, ModelsInteractor interactor, ModelFileChoice files) {
        super();
        this.model = model;
        this.interactor = interactor;
        this.files = files;
        setId("model-card");
        getStyleClass().add("card");
        name.setId("model-card-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        chip.setId("model-card-chip");
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(name, chip);
        header.getStyleClass().add("card-header");
        twin.setId("model-card-twin");
        problem.setId("model-card-problem");
        problemBar.getStyleClass().add("problem");
        facts.setId("model-card-facts");
        facts.setHgap(16);
        facts.setVgap(8);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(), values);
        open.getStyleClass().add("accent");
        actions();
        FlowPane buttons = new FlowPane(8, 8, open, keep, export, delete, forget);
        getChildren().addAll(header, twin, problemBar, buttons, curve, facts);
        model.selectedProperty().subscribe(selected -> show(selected));
        model.openProperty().subscribe(() -> show(model.selectedProperty().get()));
        model.busyProperty()
                .subscribe(busy -> List.of(keep, export, delete).forEach(button -> button.setDisable(busy)));
    }

    private static Button button(String id, String text, String tip) {
        Button button = new Button(text);
        button.setId("model-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    private void actions() {
        open.setOnAction(event -> selected().ifPresent(interactor::open));
        keep.setOnAction(
                event -> selected().flatMap(ModelRow::path).ifPresent(path -> interactor.importFiles(List.of(path))));
        export.setOnAction(event -> selected()
                .ifPresent(row -> files.fileFor(row.name() + FoundModel.ENDING)
                        .ifPresent(target -> interactor.export(row, target))));
        delete.setOnAction(event -> selected().ifPresent(interactor::delete));
        forget.setOnAction(event -> selected().ifPresent(interactor::forget));
    }

    private Optional<ModelRow> selected() {
        return model.selectedProperty().get();
    }

    private void show(Optional<ModelRow> selected) {
        setShown(this, selected.isPresent());
        selected.ifPresent(row -> show(row));
    }

    private void show(ModelRow row) {
        boolean readable = row.summary().isPresent();
        boolean isOpen = model.openProperty().get().filter(row::sameFile).isPresent();
        name.setText(row.name());
        chip.setText(isOpen ? TEXTS.get("chip.open") : row.shelf().words());
        twin.setText(row.twin().isEmpty() ? "" : TEXTS.get("card.twin", row.twin()));
        setShown(twin, !row.twin().isEmpty());
        problem.setText(row.problem());
        setShown(problemBar, !readable);
        setShown(open, readable);
        setShown(keep, readable && row.shelf() == Shelf.ELSEWHERE);
        setShown(export, readable && row.shelf() != Shelf.ELSEWHERE);
        setShown(delete, row.shelf() == Shelf.OWN);
        setShown(forget, row.shelf() == Shelf.ELSEWHERE);
        List.of(open, keep, export, delete, forget)
                .forEach(button ->
                        button.setAccessibleText(TEXTS.get("card.button.spoken", button.getText(), row.name())));
        setShown(curve, readable);
        row.summary().ifPresent(summary -> curve.show(summary.sweep()));
        facts(row);
    }

    private void facts(ModelRow row) {
        facts.getChildren().clear();
        row.summary().ifPresent(summary -> ModelWords.facts(summary).forEach(this::add));
        row.summary().ifPresent(summary -> add(TEXTS.get("fact.format"), format(summary)));
        row.found()
                .ifPresent(found -> add(
                        TEXTS.get("fact.file"),
                        found.file() + ", " + Sizes.of(found.stamp().bytes())));
    }

    private static String format(ModelSummary summary) {
        return TEXTS.get(
                summary.formatVersion() == ModelSummary.NEWEST_FORMAT ? "format.newest" : "format.older",
                summary.formatVersion(),
                ModelWords.shortened(summary.content()),
                ModelSummary.NEWEST_FORMAT);
    }

    private void add(String key, String value) {
        Label title = new Label(key);
        title.getStyleClass().add("muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label words = CardParts.text("figure");
        words.setText(value);
        facts.addRow(facts.getRowCount(), title, words);
        GridPane.setValignment(title, VPos.TOP);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
