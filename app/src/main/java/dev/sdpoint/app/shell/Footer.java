package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The status bar: what computes, what is open, what runs, and which instance is selected. */
final class Footer {
    private static final Texts TEXTS = Texts.of(Footer.class);
    private final HBox view = new HBox();

    Footer(Workspace workspace, Opening opening, ObservableStringValue device) {
        view.getStyleClass().add("footer");
        view.setId("status-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        view.getChildren()
                .addAll(
                        label("status-device", device, TEXTS.get("footer.device.help")),
                        label("status-model", modelText(workspace, opening), TEXTS.get("footer.model.help")),
                        label("status-data", dataText(workspace, opening), TEXTS.get("footer.data.help")),
                        space,
                        new JobIndicator(BackgroundJob.allRunning()).view(),
                        instance(workspace));
    }

    Node view() {
        return view;
    }

    /** What the status bar says of the model: its name, method and epochs. */
    static StringBinding modelText(Workspace workspace, Opening opening) {
        return Bindings.createStringBinding(
                () -> {
                    String loading = opening.modelLoadingProperty().get();
                    return loading.isEmpty()
                            ? workspace.modelProperty().get().map(Footer::words).orElse(TEXTS.get("footer.model.none"))
                            : TEXTS.get("footer.loading", loading);
                },
                workspace.modelProperty(),
                opening.modelLoadingProperty());
    }

    /** What the status bar says of the data: its title and the size of its validation part. */
    static StringBinding dataText(Workspace workspace, Opening opening) {
        return Bindings.createStringBinding(
                () -> {
                    String loading = opening.dataLoadingProperty().get();
                    return loading.isEmpty()
                            ? workspace.dataProperty().get().map(Footer::words).orElse(TEXTS.get("footer.data.none"))
                            : TEXTS.get("footer.loading", loading);
                },
                workspace.dataProperty(),
                opening.dataLoadingProperty());
    }

    /** What the status bar says of the selected instance; its share of the cost where a model tells it. */
    static String instanceText(Workspace workspace) {
        Instance instance = workspace.selectedInstanceProperty().get();
        return relativeCost(workspace)
                .map(cost -> TEXTS.get(
                        "footer.instance", instance.label(), String.format(Locale.ROOT, "%.0f %%", 100 * cost)))
                .orElse(instance.label());
    }

    private static String words(OpenModel model) {
        return TEXTS.get(
                "footer.model",
                model.name(),
                model.model().record().method(),
                model.model().record().epochs());
    }

    private static String words(DataSet data) {
        return TEXTS.get("footer.data", data.title(), data.validation().size());
    }

    private static Node instance(Workspace workspace) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Label text = new Label();
        text.setId("status-instance");
        text.getStyleClass().add("figure");
        Tooltip.install(text, new Tooltip(TEXTS.get("footer.instance.help")));
        Runnable refresh = () -> {
            text.setText(instanceText(workspace));
            dot.setStyle(CostColors.markStyle(relativeCost(workspace).orElse(1.0)));
        };
        workspace.selectedInstanceProperty().addListener((property, before, now) -> refresh.run());
        workspace.modelProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        HBox box = new HBox(8, dot, text);
        box.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        box.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> workspace.modelProperty().get().isPresent(), workspace.modelProperty()));
        return box;
    }

    private static Optional<Double> relativeCost(Workspace workspace) {
        Instance instance = workspace.selectedInstanceProperty().get();
        return workspace
                .modelProperty()
                .get()
                .flatMap(open -> open.model().sweep().scores().stream()
                        .filter(score -> score.instance().equals(instance))
                        .findFirst())
                .map(InstanceScore::relativeCost);
    }

    private static Label label(String id, ObservableStringValue text, String tip) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.setTooltip(new Tooltip(tip));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
