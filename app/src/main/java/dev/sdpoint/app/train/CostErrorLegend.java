package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.CostErrorChart;
import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.CostErrorView;
import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.chart.ReferenceInk;
import dev.sdpoint.app.text.Texts;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** Says what the lines and marks of a cost–error chart are; references are shown and hidden here. Scrolls where there are many. */
final class CostErrorLegend extends ScrollPane {
    private static final Texts TEXTS = Texts.of(CostErrorLegend.class);
    private static final double SAMPLE = 22;
    private static final double ROW = 20;
    private static final int MOST_ROWS = 3;
    /** Below this width, the legend explains only the lines. */
    private static final double ROOMY = 600;

    private static final double LONGEST = 280;

    private final CostErrorChart chart;
    private final FlowPane entries = new FlowPane();

    CostErrorLegend(CostErrorChart chart) {
        super();
        this.chart = chart;
        entries.getStyleClass().add("chart-legend");
        entries.setMinWidth(0);
        setContent(entries);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("legend-scroll");
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(false);
        chart.viewProperty().addListener((value, before, after) -> describe());
        chart.paletteProperty().addListener((value, before, after) -> describe());
        chart.hiddenReferences().addListener((SetChangeListener<String>) change -> describe());
        widthProperty().addListener((value, before, after) -> {
            if (before.doubleValue() < ROOMY != after.doubleValue() < ROOMY) {
                describe();
            }
        });
        entries.heightProperty().addListener((value, before, after) -> requestParentLayout());
        describe();
    }

    private void describe() {
        CostErrorData data = chart.dataProperty().get();
        CostErrorView view = chart.viewProperty().get();
        entries.getChildren().clear();
        boolean alone = data.latest().isEmpty();
        data.latest().ifPresent(e -> add(line("latest"), new Label(e.label())));
        if (!data.trail().isEmpty()) {
            add(line("earlier"), new Label(TEXTS.get("legend.earlier")));
        }
        for (int i = 0; i < data.references().size(); i++) {
            Labelled reference = data.references().get(i);
            add(line(i), alone && i == 0 ? new Label(reference.label()) : choice(reference.label()));
        }
        if (!view.literature().isEmpty()) {
            Polygon diamond = new Polygon(0, -5, 5, 0, 0, 5, -5, 0);
            diamond.getStyleClass().addAll("line", "published");
            add(diamond, new Label(TEXTS.get("legend.published")));
        }
        boolean roomy = getWidth() == 0 || getWidth() >= ROOMY;
        if (view.anyDominated() && roomy) {
            Circle dot = new Circle(3.5);
            dot.getStyleClass().add("dominated");
            add(dot, new Label(TEXTS.get("legend.dominated")));
        }
        if (!view.empty() && roomy) {
            Line bar = new Line(0, 0, 0, 12);
            bar.getStyleClass().addAll("line", "interval");
            add(bar, new Label(TEXTS.get("legend.bars")));
        }
        if (view.left() > 0 && !view.empty()) {
            add(new Line(), new Label(left(view)));
        }
        requestParentLayout();
    }

    /** As high as its rows, up to three of them, or two where there is little room. */
    @Override
    protected double computePrefHeight(double width) {
        int rows = getWidth() < ROOMY ? MOST_ROWS - 1 : MOST_ROWS;
        return Math.min(entries.prefHeight(getWidth()), rows * ROW) + 2;
    }

    private static String left(CostErrorView view) {
        return TEXTS.get(
                view.unit() == CostUnit.MILLIS ? "legend.left.untimed" : "legend.left.no-place",
                view.left(),
                String.valueOf(view.left()));
    }

    private CheckBox choice(String label) {
        CheckBox box = new CheckBox(label);
        box.setSelected(!chart.hiddenReferences().contains(label));
        box.setTooltip(new Tooltip(TEXTS.get("legend.choice.help", label)));
        box.setOnAction(event -> {
            if (box.isSelected()) {
                chart.hiddenReferences().remove(label);
            } else {
                chart.hiddenReferences().add(label);
            }
        });
        return box;
    }

    private static Line line(String style) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.getStyleClass().addAll("line", style);
        return line;
    }

    private Line line(int reference) {
        Line line = line("reference");
        ChartPalette palette = chart.paletteProperty().get();
        line.setStroke(ChartPalette.fx(ReferenceInk.on(palette, reference)));
        line.getStrokeDashArray().setAll(List.of(5.0, 4.0));
        return line;
    }

    private void add(Node sample, Labeled label) {
        HBox box = new HBox(6, sample, label);
        box.getStyleClass().add("entry");
        label.setMaxWidth(LONGEST);
        box.maxWidthProperty()
                .bind(entries.widthProperty().subtract(entries.getInsets().getLeft()));
        entries.getChildren().add(box);
    }
}
