package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.TimesModel.Measured;
import dev.sdpoint.app.budget.TimesModel.Source;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Builds the lines under the slider: where its milliseconds come from, a button that measures them here, and where they disagree with FLOPs. */
final class TimesBar {
    private final BudgetModel state;
    private final TimesModel times;
    private final Runnable measure;
    private final Runnable stop;

    TimesBar(BudgetModel state, Runnable measure, Runnable stop) {
        this.state = state;
        this.times = state.times();
        this.measure = measure;
        this.stop = stop;
    }

    /** The lines; those that have nothing to say take no room. */
    Node build() {
        Label order = new Label();
        order.setId("times-order");
        order.getStyleClass().addAll("muted", "small");
        order.textProperty().bind(times.disagreementProperty());
        order.setWrapText(true);
        order.setMinHeight(Region.USE_PREF_SIZE);
        shownIf(order, times.disagreementProperty().isNotEmpty());
        VBox lines = new VBox(4, source(), order);
        lines.getStyleClass().add("times-bar");
        lines.setMinHeight(Region.USE_PREF_SIZE);
        return lines;
    }

    private Node source() {
        Label remark = new Label();
        remark.setId("times-remark");
        remark.getStyleClass().addAll("muted", "small");
        remark.setMinWidth(0);
        remark.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(remark, Priority.ALWAYS);
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        this::remark,
                        times.measuredProperty(),
                        times.sourceProperty(),
                        times.recordedOnProperty(),
                        times.measuringProperty(),
                        times.trainingProperty(),
                        times.problemProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(remark.textProperty());
        remark.setTooltip(whole);
        ProgressBar progress = new ProgressBar();
        progress.setId("times-progress");
        progress.setAccessibleText("Progress of the measurement");
        progress.setPrefWidth(120);
        progress.setMinWidth(60);
        progress.progressProperty().bind(times.progressProperty());
        shownIf(progress, times.measuringProperty());
        Button stopButton = new Button("Stop");
        stopButton.setId("times-stop");
        stopButton.setMinWidth(Region.USE_PREF_SIZE);
        stopButton.setTooltip(new Tooltip("Ends the measurement; the times from before stay"));
        stopButton.setOnAction(event -> stop.run());
        shownIf(stopButton, times.measuringProperty());
        Button measureButton = new Button();
        measureButton.setId("times-measure");
        measureButton.setMinWidth(Region.USE_PREF_SIZE);
        measureButton
                .textProperty()
                .bind(Bindings.when(times.sourceProperty().isEqualTo(Source.HERE))
                        .then("Measure again")
                        .otherwise("Measure here"));
        measureButton.setTooltip(new Tooltip(
                "Runs every instance on this machine, for seconds to minutes; best while nothing else computes"));
        measureButton.disableProperty().bind(times.trainingProperty());
        measureButton.setOnAction(event -> measure.run());
        shownIf(measureButton, times.measuringProperty().not());
        HBox row = new HBox(8, remark, progress, stopButton, measureButton);
        row.setId("times-source");
        row.getStyleClass().add("times-source");
        shownIf(
                row,
                state.unitProperty()
                        .isEqualTo(BudgetUnit.MILLIS)
                        .or(times.sourceProperty().isEqualTo(Source.NONE))
                        .or(times.measuringProperty())
                        .or(times.problemProperty().isNotEmpty()));
        return row;
    }

    private String remark() {
        if (times.measuringProperty().get()) {
            return "Measuring every instance on this machine…";
        }
        if (!times.problemProperty().get().isEmpty()) {
            return times.problemProperty().get();
        }
        String wait = times.trainingProperty().get() ? " A run trains: measure when it has ended." : "";
        return switch (times.sourceProperty().get()) {
            case NONE -> "No milliseconds are known for this model." + wait;
            case RECORDED -> {
                String where = times.recordedOnProperty().get();
                yield "Times recorded with the model, not measured on this machine"
                        + (where.isEmpty() ? "." : " (recorded on " + where + ").") + wait;
            }
            case HERE ->
                times.measuredProperty().get().map(TimesBar::measuredHere).orElse("Measured on this machine.") + wait;
        };
    }

    private static String measuredHere(Measured measured) {
        return "Measured on this machine (" + measured.machine() + "), in batches of "
                + Figures.exact(measured.profile().batch()) + ".";
    }

    private static void shownIf(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
