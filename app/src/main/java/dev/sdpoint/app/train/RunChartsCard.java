package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The run's charts over its course, of which a person chooses one: only that is drawn. Below the choice, a line says what lies under the
 * pointer, or how fast the run is.
 */
final class RunChartsCard extends VBox {
    private static final Texts TEXTS = Texts.of(RunChartsCard.class);
    private static final int MAP = 3;
    /** Octaves that the slider makes smoothing longer or shorter; at its left end there is none. */
    private static final double OCTAVES = 5;

    private static final double ROOMY = 430;

    private final TrainModel model;
    private final RunChart chart = new RunChart();
    private final LossMap map = new LossMap();
    private final Label figures = new Label();
    private final DoubleProperty octaves = new SimpleDoubleProperty(0);
    private final HBox smoothing;
    private RunAxis axis = RunAxis.ITERATIONS;
    private int chosen;
    private String read = "";

    RunChartsCard(TrainModel model) {
        super();
        this.model = model;
        getStyleClass().addAll("card", "run-charts");
        setMinWidth(0);
        smoothing = new HBox(6, new Label(TEXTS.get("charts.smoothing")), slider());
        smoothing.setAlignment(Pos.CENTER_LEFT);
        smoothing.getStyleClass().addAll("muted", "tiny");
        smoothing.managedProperty().bind(smoothing.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(choice(), space, smoothing, options());
        header.getStyleClass().add("card-header");
        header.setMinWidth(0);
        figures.setId("train-figures");
        figures.getStyleClass().addAll("card-subtitle", "figure", "run-figures");
        figures.setMinWidth(0);
        Tooltip price = new Tooltip();
        price.textProperty().bind(model.statusProperty().map(RunChartsCard::price));
        figures.setTooltip(price);
        chart.setId("train-run-chart");
        map.setId("train-loss-map");
        chart.onRead(this::read);
        map.onRead(this::read);
        StackPane body = new StackPane(chart, map, hint());
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, figures, body);
        model.curvesProperty().addListener((value, before, after) -> draw());
        model.runFactsProperty().addListener((value, before, after) -> draw());
        model.statusProperty().addListener((value, before, after) -> describe());
        octaves.addListener((value, before, after) -> chart.setSmoothing(times(after.doubleValue())));
        widthProperty().addListener((value, before, after) -> arrange());
        arrange();
        draw();
        describe();
    }

    private Node choice() {
        HBox box = Choices.of(
                List.of(
                        TEXTS.get("charts.loss"),
                        TEXTS.get("charts.rate"),
                        TEXTS.get("charts.speed"),
                        TEXTS.get("charts.map")),
                List.of(
                        TEXTS.get("charts.loss.help"),
                        TEXTS.get("charts.rate.help"),
                        TEXTS.get("charts.speed.help"),
                        TEXTS.get("charts.map.help")),
                i -> {
                    chosen = i;
                    chart.choose(
                            switch (i) {
                                case 1 -> List.of(RunMetric.RATE);
                                case 2 -> List.of(RunMetric.SPEED);
                                default -> List.of(RunMetric.LOSS, RunMetric.ERROR);
                            });
                    arrange();
                    draw();
                });
        List<String> ids = List.of("train-chart-loss", "train-chart-rate", "train-chart-speed", "train-chart-map");
        for (int i = 0; i < ids.size(); i++) {
            box.getChildren().get(i).setId(ids.get(i));
        }
        return box;
    }

    private MenuButton options() {
        MenuButton menu = new MenuButton(null, new FontIcon(Material2MZ.TUNE));
        menu.setId("train-chart-options");
        menu.getStyleClass().addAll("button-icon", "no-arrow");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(TEXTS.get("charts.options"));
        menu.setTooltip(new Tooltip(TEXTS.get("charts.options.help")));
        ToggleGroup group = new ToggleGroup();
        for (RunAxis each : RunAxis.values()) {
            RadioMenuItem item = new RadioMenuItem(each.title());
            item.setToggleGroup(group);
            item.setSelected(each == axis);
            item.setOnAction(event -> {
                axis = each;
                chart.setAxis(each);
                draw();
            });
            menu.getItems().add(item);
        }
        CheckMenuItem log = new CheckMenuItem(TEXTS.get("charts.log"));
        log.setOnAction(event -> chart.setLogarithmic(log.isSelected()));
        HBox smooth = new HBox(8, new Label(TEXTS.get("charts.options.smoothing")), slider());
        smooth.setAlignment(Pos.CENTER_LEFT);
        CustomMenuItem smoothItem = new CustomMenuItem(smooth, false);
        MenuItem whole = new MenuItem(TEXTS.get("chart.show-all"));
        whole.setOnAction(event -> chart.resetZoom());
        menu.getItems().addAll(new SeparatorMenuItem(), log, smoothItem, new SeparatorMenuItem(), whole);
        return menu;
    }

    private Slider slider() {
        Slider slider = new Slider(-OCTAVES, OCTAVES, 0);
        slider.setPrefWidth(96);
        slider.setMaxWidth(96);
        slider.setAccessibleText(TEXTS.get("charts.smoothing.accessible"));
        slider.setTooltip(new Tooltip(TEXTS.get("charts.smoothing.help")));
        slider.valueProperty().bindBidirectional(octaves);
        return slider;
    }

    private Node hint() {
        Label hint = new Label(TEXTS.get("charts.empty"));
        hint.getStyleClass().add("empty-text");
        hint.setMouseTransparent(true);
        hint.visibleProperty().bind(model.curvesProperty().map(c -> c.draws() == 0));
        return hint;
    }

    private void arrange() {
        smoothing.setVisible(chosen != MAP && chosen != 1 && getWidth() >= ROOMY);
    }

    /** Draws what is chosen; nothing else. */
    private void draw() {
        RunCurves curves = model.curvesProperty().get();
        boolean any = curves.draws() > 0;
        chart.setVisible(any && chosen != MAP);
        map.setVisible(any && chosen == MAP);
        if (map.isVisible()) {
            map.show(model.runFactsProperty().get(), curves, axis);
        } else {
            chart.show(curves, model.statusProperty().get().iterations());
        }
    }

    private void read(String words) {
        read = words;
        describe();
    }

    private void describe() {
        figures.setText(read.isEmpty() ? pace(model.statusProperty().get()) : read);
    }

    private static double times(double octaves) {
        return octaves <= -OCTAVES ? 0 : Math.pow(2, octaves);
    }

    private static String pace(RunStatus status) {
        if (status.imagesPerSecond() == 0) {
            return TEXTS.get("charts.key");
        }
        String speed = RunMetric.SPEED.words(status.imagesPerSecond());
        return status.state().active()
                ? TEXTS.get("charts.pace", speed, String.format(Locale.ROOT, "%.4f", status.learningRate()))
                : speed;
    }

    private static String price(RunStatus status) {
        return TEXTS.get("charts.price", String.format(Locale.ROOT, "%.3f %%", 100 * status.telemetryShare()));
    }
}
