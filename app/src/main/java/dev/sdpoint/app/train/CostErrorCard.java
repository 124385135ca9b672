package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorChart;
import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.CostUnit;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The cost–error chart with its heading, switches and legend. */
final class CostErrorCard extends VBox {
    private static final double SAMPLE = 22;
    /** Below this width, the legend explains only the lines. */
    private static final double ROOMY = 600;

    private final CostErrorChart chart = new CostErrorChart();
    private final Label subtitle = new Label();
    private final MenuButton export = new MenuButton("Export");
    private final MenuItem png = new MenuItem("Picture (PNG) …");
    private final MenuItem csv = new MenuItem("Scores (CSV) …");
    private final FlowPane legend = new FlowPane();
    private final CheckBox reference = new CheckBox();
    private final BooleanProperty running = new SimpleBooleanProperty(false);

    CostErrorCard() {
        super();
        getStyleClass().addAll("card", "cost-error-card");
        Label title = new Label("Cost–error");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.setMinWidth(0);
        HBox.setHgrow(subtitle, Priority.ALWAYS);
        subtitle.setMaxWidth(Double.MAX_VALUE);
        export.getItems().addAll(png, csv);
        export.setId("train-export");
        export.setTooltip(new Tooltip("Writes the chart or the scores of the newest evaluation to a file"));
        HBox header = new HBox(title, subtitle, units(), scales(), export);
        header.getStyleClass().add("card-header");
        legend.getStyleClass().add("chart-legend");
        legend.setMinWidth(0);
        export.setMinWidth(Region.USE_PREF_SIZE);
        chart.setId("train-cost-error");
        reference.setId("train-reference");
        reference.setSelected(true);
        reference.setTooltip(
                new Tooltip("Shows or hides the open model's curve; without it, your own fills the chart"));
        chart.referenceShownProperty().bind(reference.selectedProperty());
        StackPane body = new StackPane(chart, nothing());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body, legend);
        chart.dataProperty().addListener((value, before, after) -> describe(after));
        widthProperty().addListener((value, before, after) -> {
            if (before.doubleValue() < ROOMY != after.doubleValue() < ROOMY) {
                describe(chart.dataProperty().get());
            }
        });
        running.addListener(
                (value, before, after) -> describe(chart.dataProperty().get()));
        describe(chart.dataProperty().get());
    }

    /** Whether a run is under way, so that nobody is told to start one. */
    BooleanProperty runningProperty() {
        return running;
    }

    CostErrorChart chart() {
        return chart;
    }

    /** Whether a person wants the reference beside the run's curve. */
    BooleanProperty referenceWantedProperty() {
        return reference.selectedProperty();
    }

    MenuItem png() {
        return png;
    }

    MenuItem csv() {
        return csv;
    }

    private HBox units() {
        ToggleButton flops = new ToggleButton(CostUnit.GFLOPS.title());
        ToggleButton share = new ToggleButton(CostUnit.PERCENT.title());
        flops.setTooltip(new Tooltip("Cost in operations of one image, multiply and add counted separately"));
        share.setTooltip(new Tooltip("Cost as a share of the full network"));
        share.setId("train-unit-percent");
        return segmented(flops, share, second -> chart.unitProperty().set(second ? CostUnit.PERCENT : CostUnit.GFLOPS));
    }

    private HBox scales() {
        ToggleButton linear = new ToggleButton("linear");
        ToggleButton log = new ToggleButton("log");
        linear.setTooltip(new Tooltip("Linear cost axis"));
        log.setTooltip(new Tooltip("Logarithmic cost axis"));
        log.setId("train-scale-log");
        return segmented(linear, log, second -> chart.logarithmicProperty().set(second));
    }

    private static HBox segmented(ToggleButton first, ToggleButton second, java.util.function.Consumer<Boolean> use) {
        ToggleGroup group = new ToggleGroup();
        first.setToggleGroup(group);
        second.setToggleGroup(group);
        first.getStyleClass().add("left-pill");
        second.getStyleClass().add("right-pill");
        group.selectToggle(first);
        group.selectedToggleProperty().addListener((value, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            } else {
                use.accept(after == second);
            }
        });
        HBox box = new HBox(first, second);
        box.getStyleClass().add("segmented");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node nothing() {
        Label title = new Label("No evaluation yet");
        title.getStyleClass().add("empty-title");
        Label text = new Label("Press Start: after every epoch, all instances appear here with their cost and error.");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        VBox box = new VBox(title, text);
        box.getStyleClass().add("empty-state");
        box.setMouseTransparent(true);
        box.visibleProperty()
                .bind(chart.dataProperty()
                        .map(CostErrorData::front)
                        .map(Optional::isEmpty)
                        .orElse(true));
        return box;
    }

    private void describe(CostErrorData data) {
        subtitle.setText(data.latest()
                .map(e -> String.format(
                        Locale.ROOT,
                        "%s · %d instances on %,d validation images",
                        e.label(),
                        e.sweep().scores().size(),
                        e.sweep().images()))
                .orElseGet(() -> running.get()
                        ? "The first evaluation comes with the end of the first epoch"
                        : data.reference().isPresent()
                                ? "Press Start to draw a curve of your own beside this one"
                                : ""));
        export.setDisable(data.front().isEmpty());
        legend.getChildren().clear();
        data.latest().ifPresent(e -> legend.getChildren().add(entry(line("latest"), e.label())));
        if (!data.trail().isEmpty()) {
            legend.getChildren().add(entry(line("earlier"), "earlier evaluations"));
        }
        data.reference().map(Labelled::label).ifPresent(label -> {
            boolean alone = data.latest().isEmpty();
            reference.setText(label);
            legend.getChildren().add(alone ? entry(line("reference"), label) : entry(line("reference"), reference));
        });
        boolean faded = data.front()
                .filter(e -> e.sweep().scores().stream().anyMatch(e.sweep()::dominated))
                .isPresent();
        boolean roomy = getWidth() == 0 || getWidth() >= ROOMY;
        if (faded && roomy) {
            Circle dot = new Circle(3.5);
            dot.getStyleClass().add("dominated");
            legend.getChildren().add(entry(dot, "dominated"));
        }
        if (data.front().isPresent() && roomy) {
            Line bar = new Line(0, 0, 0, 12);
            bar.getStyleClass().addAll("line", "interval");
            legend.getChildren().add(entry(bar, "95 % bars"));
        }
    }

    private static Line line(String style) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.getStyleClass().addAll("line", style);
        return line;
    }

    private HBox entry(Node sample, String text) {
        return entry(sample, new Label(text));
    }

    private HBox entry(Node sample, Labeled label) {
        HBox box = new HBox(6, sample, label);
        box.getStyleClass().add("entry");
        box.maxWidthProperty()
                .bind(legend.widthProperty().subtract(legend.getInsets().getLeft()));
        return box;
    }
}
