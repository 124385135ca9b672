package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorChart;
import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.chart.CostErrorView;
import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.chart.ExportMenu;
import dev.sdpoint.app.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The cost–error chart with its heading, switches and legend. */
final class CostErrorCard extends VBox {
    private static final Texts TEXTS = Texts.of(CostErrorCard.class);

    /** Below this width, the scale of the axis is chosen in the menu alone. */
    private static final double ROOMY = 560;

    private final CostErrorChart chart = new CostErrorChart();
    private final Label subtitle = new Label();
    private final ExportMenu export = new ExportMenu();
    private final MenuItem addPublished = new MenuItem(TEXTS.get("cost-error.add-published"));
    private final MenuItem removePublished = new MenuItem(TEXTS.get("cost-error.remove-published"));
    private final Label emptyTitle = new Label();
    private final Label emptyText = new Label();
    private final Button measure = new Button(TEXTS.get("cost-error.measure"));
    private final BooleanProperty running = new SimpleBooleanProperty(false);
    private final BooleanProperty computing = new SimpleBooleanProperty(false);
    private final BooleanProperty measuring = new SimpleBooleanProperty(false);

    CostErrorCard() {
        super();
        getStyleClass().addAll("card", "cost-error-card");
        // What does not fit is left out, not the width of the window exceeded.
        setMinWidth(0);
        Label title = new Label(TEXTS.get("cost-error.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.setMinWidth(0);
        HBox.setHgrow(subtitle, Priority.ALWAYS);
        subtitle.setMaxWidth(Double.MAX_VALUE);
        export.setId("train-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        HBox scales = scales();
        scales.managedProperty().bind(scales.visibleProperty());
        scales.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
        subtitle.visibleProperty().bind(scales.visibleProperty());
        HBox header = new HBox(title, subtitle, units(), scales, more(), export);
        header.getStyleClass().add("card-header");
        header.setMinWidth(0);
        chart.setId("train-cost-error");
        StackPane body = new StackPane(chart, nothing());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body, new CostErrorLegend(chart));
        chart.viewProperty().addListener((value, before, after) -> describe());
        running.addListener((value, before, after) -> describe());
        computing.addListener((value, before, after) -> describe());
        measuring.addListener((value, before, after) -> describe());
        describe();
    }

    /** Whether a run is under way, so that nobody is told to start one. */
    BooleanProperty runningProperty() {
        return running;
    }

    /** Whether a run computes now, so that no times are measured beside it. */
    BooleanProperty computingProperty() {
        return computing;
    }

    /** Whether times are being measured. */
    BooleanProperty measuringProperty() {
        return measuring;
    }

    CostErrorChart chart() {
        return chart;
    }

    ExportMenu export() {
        return export;
    }

    MenuItem addPublished() {
        return addPublished;
    }

    MenuItem removePublished() {
        return removePublished;
    }

    Button measure() {
        return measure;
    }

    private HBox units() {
        List<CostUnit> units = List.of(CostUnit.values());
        List<String> hints = List.of(
                TEXTS.get("cost-error.unit.operations"),
                TEXTS.get("cost-error.unit.share"),
                TEXTS.get("cost-error.unit.time"));
        HBox box = Choices.of(
                units.stream().map(CostUnit::title).toList(),
                hints,
                i -> chart.unitProperty().set(units.get(i)));
        box.getChildren().get(1).setId("train-unit-percent");
        box.getChildren().get(2).setId("train-unit-millis");
        return box;
    }

    private HBox scales() {
        HBox box = Choices.of(
                List.of(TEXTS.get("cost-error.linear"), TEXTS.get("cost-error.log")),
                List.of(TEXTS.get("cost-error.linear-axis"), TEXTS.get("cost-error.log-axis")),
                i -> chart.logarithmicProperty().set(i == 1));
        ToggleButton log = (ToggleButton) box.getChildren().get(1);
        log.setId("train-scale-log");
        chart.logarithmicProperty()
                .addListener((value, before, after) ->
                        ((ToggleButton) box.getChildren().get(after ? 1 : 0)).setSelected(true));
        return box;
    }

    private MenuButton more() {
        MenuItem whole = new MenuItem(TEXTS.get("chart.show-all"));
        whole.setOnAction(event -> chart.resetZoom());
        CheckMenuItem log = new CheckMenuItem(TEXTS.get("cost-error.log-axis"));
        log.selectedProperty().bindBidirectional(chart.logarithmicProperty());
        MenuButton more = new MenuButton(null, new FontIcon(Material2MZ.MORE_HORIZ));
        more.getStyleClass().addAll("button-icon", "no-arrow");
        more.getItems().addAll(addPublished, removePublished, new SeparatorMenuItem(), log, whole);
        more.setId("train-chart-more");
        more.setAccessibleText(TEXTS.get("cost-error.more"));
        more.setTooltip(new Tooltip(TEXTS.get("cost-error.more.help")));
        more.setMinWidth(Region.USE_PREF_SIZE);
        return more;
    }

    private Node nothing() {
        emptyTitle.getStyleClass().add("empty-title");
        emptyText.getStyleClass().add("empty-text");
        emptyText.setWrapText(true);
        measure.setId("train-measure");
        measure.managedProperty().bind(measure.visibleProperty());
        VBox box = new VBox(emptyTitle, emptyText, measure);
        box.getStyleClass().add("empty-state");
        box.setPickOnBounds(false);
        box.visibleProperty().bind(chart.viewProperty().map(CostErrorView::empty));
        return box;
    }

    private void describe() {
        CostErrorData data = chart.dataProperty().get();
        CostErrorView view = chart.viewProperty().get();
        subtitle.setText(data.latest()
                .map(e -> TEXTS.get(
                        "cost-error.latest",
                        e.label(),
                        e.sweep().scores().size(),
                        e.sweep().images()))
                .orElseGet(() -> running.get()
                        ? TEXTS.get("cost-error.first-evaluation")
                        : data.front().isPresent() ? TEXTS.get("cost-error.start-beside") : ""));
        export.setDisable(view.empty());
        removePublished.setDisable(data.literature().isEmpty());
        boolean untimed = data.front().isPresent();
        emptyTitle.setText(
                untimed
                        ? TEXTS.get(measuring.get() ? "cost-error.measuring" : "cost-error.no-times")
                        : TEXTS.get("cost-error.no-evaluation"));
        emptyText.setText(untimed ? aboutTimes() : aboutEvaluations());
        measure.setVisible(untimed && !measuring.get());
        measure.setDisable(computing.get());
    }

    private String aboutTimes() {
        if (measuring.get()) {
            return TEXTS.get("cost-error.measuring.text");
        }
        return TEXTS.get(computing.get() ? "cost-error.no-times.while-training" : "cost-error.no-times.text");
    }

    private String aboutEvaluations() {
        return TEXTS.get(running.get() ? "cost-error.no-evaluation.running" : "cost-error.no-evaluation.text");
    }
}
