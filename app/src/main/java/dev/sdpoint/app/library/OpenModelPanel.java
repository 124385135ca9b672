package dev.sdpoint.app.library;

import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The open model in short: what it is, what its instances cost, what it was trained on. JavaFX thread only. */
public final class OpenModelPanel implements Panel {
    private final Workspace workspace;
    private final Label name = new Label();
    private final Label chip = new Label("Open now");
    private final GridPane facts = new GridPane();
    private @Nullable Parent view;

    /** @param workspace knows the open model */
    public OpenModelPanel(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Parent view() {
        Parent built = view;
        if (built == null) {
            built = build();
            view = built;
        }
        return built;
    }

    private Parent build() {
        name.setId("library-model-name");
        name.getStyleClass().add("card-title");
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        facts.setId("library-model-facts");
        facts.setHgap(16);
        facts.setVgap(8);
        ColumnConstraints keys = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(keys, values);
        HBox header = CardParts.header("", chip);
        header.getChildren().set(0, name);
        VBox card = new VBox(header, facts);
        card.setId("library-model");
        card.getStyleClass().add("card");
        workspace.modelProperty().subscribe(this::show);
        return new VBox(card);
    }

    private void show(Optional<OpenModel> open) {
        facts.getChildren().clear();
        name.setText(open.map(OpenModel::name).orElse("No model is open"));
        chip.setVisible(open.isPresent());
        open.map(OpenModel::model).ifPresent(this::facts);
    }

    private void facts(SdpModel model) {
        InstanceScore cheapest = model.sweep().byCost().get(0);
        InstanceScore dearest = model.sweep().scores().stream()
                .max(Comparator.comparingLong(InstanceScore::flops))
                .orElse(cheapest);
        add(0, "Architecture", model.network().name());
        add(1, "Method", model.record().method() + ", " + count(model.record().epochs(), "epoch"));
        add(
                2,
                "Cost",
                String.format(
                        Locale.ROOT,
                        "%.1f to %.1f MFLOPs in %s",
                        cheapest.flops() / 1e6,
                        dearest.flops() / 1e6,
                        count(model.sweep().scores().size(), "instance")));
        add(
                3,
                "Error",
                String.format(
                        Locale.ROOT,
                        "%.1f %% at the least cost, %.1f %% at the highest",
                        100 * cheapest.top1Error(),
                        100 * dearest.top1Error()));
        add(
                4,
                "Data",
                model.record().dataTitle() + ", " + count(model.classNames().size(), "class"));
        long parameters = model.weights().arrays().values().stream()
                .mapToLong(values -> values.length)
                .sum();
        add(
                5,
                "Size",
                String.format(Locale.ROOT, "%,d parameters, %.1f MB", parameters, parameters * Float.BYTES / 1e6));
    }

    private static String count(int number, String thing) {
        String plural = thing.endsWith("s") ? thing + "es" : thing + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? thing : plural);
    }

    private void add(int row, String key, String value) {
        Label title = new Label(key);
        title.getStyleClass().add("muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label words = CardParts.text("figure");
        words.setText(value);
        facts.addRow(row, title, words);
        GridPane.setValignment(title, VPos.TOP);
    }
}
