package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.TimesModel.Busy;
import dev.sdpoint.app.budget.TimesModel.Measured;
import dev.sdpoint.app.budget.TimesModel.Source;
import dev.sdpoint.app.text.Texts;
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
    private static final Texts TEXTS = Texts.of(TimesBar.class);

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
                        times.busyProperty(),
                        times.problemProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(remark.textProperty());
        remark.setTooltip(whole);
        ProgressBar progress = new ProgressBar();
        progress.setId("times-progress");
        progress.setAccessibleText(TEXTS.get("times.progress"));
        progress.setPrefWidth(120);
        progress.setMinWidth(60);
        progress.progressProperty().bind(times.progressProperty());
        shownIf(progress, times.measuringProperty());
        Button stopButton = new Button(TEXTS.get("times.stop"));
        stopButton.setId("times-stop");
        stopButton.setMinWidth(Region.USE_PREF_SIZE);
        stopButton.setTooltip(new Tooltip(TEXTS.get("times.stop.hint")));
        stopButton.setOnAction(event -> stop.run());
        shownIf(stopButton, times.measuringProperty());
        Button measureButton = new Button();
        measureButton.setId("times-measure");
        measureButton.setMinWidth(Region.USE_PREF_SIZE);
        measureButton
                .textProperty()
                .bind(Bindings.when(times.sourceProperty().isEqualTo(Source.HERE))
                        .then(TEXTS.get("times.again"))
                        .otherwise(TEXTS.get("times.measure")));
        measureButton.setTooltip(new Tooltip(TEXTS.get("times.measure.hint")));
        measureButton.disableProperty().bind(times.busyProperty().isNotEqualTo(Busy.NOTHING));
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
            return TEXTS.get("times.measuring");
        }
        if (!times.problemProperty().get().isEmpty()) {
            return times.problemProperty().get();
        }
        return switch (times.busyProperty().get()) {
            case NOTHING -> whereFrom();
            case TRAINING -> TEXTS.get("times.wait", whereFrom());
            case STREAMING -> TEXTS.get("times.wait.stream", whereFrom());
            case ANSWERING -> TEXTS.get("times.wait.answers", whereFrom());
        };
    }

    private String whereFrom() {
        return switch (times.sourceProperty().get()) {
            case NONE -> TEXTS.get("times.none");
            case RECORDED -> {
                String where = times.recordedOnProperty().get();
                yield where.isEmpty() ? TEXTS.get("times.recorded") : TEXTS.get("times.recorded.on", where);
            }
            case HERE ->
                times.measuredProperty().get().map(TimesBar::measuredHere).orElseGet(() -> TEXTS.get("times.here"));
        };
    }

    private static String measuredHere(Measured measured) {
        return TEXTS.get(
                "times.here.on",
                measured.machine(),
                Figures.exact(measured.profile().batch()));
    }

    private static void shownIf(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
