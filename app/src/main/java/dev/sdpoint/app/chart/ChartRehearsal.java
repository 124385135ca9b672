package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/** A chart that nobody sees. The first chart of a program has the JVM load some 300 classes and the fonts, for about 50 ms. */
public final class ChartRehearsal {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private ChartRehearsal() {}

    /** Draws it. Any thread; meant for another than the JavaFX thread, which is spared the first chart so. */
    public static void draw() {
        Sweep sweep = new Sweep(
                1,
                List.of(
                        new InstanceScore(Instance.FULL, 2, 1, 0, 0, 0, 1),
                        new InstanceScore(new Instance.Downsampled(1, 0.5), 1, 0.5, 1, 1, 1, 1)));
        CostErrorPlot plot = new CostErrorPlot();
        CostErrorData data = CostErrorData.EMPTY.withReferences(List.of(new Labelled("", sweep)));
        plot.show(CostErrorView.of(data, CostUnit.GFLOPS, false, List.of(), Set.of()));
        plot.select(Instance.FULL);
        // Only made: its text belongs to the JavaFX thread.
        new FXGraphics2D(new Canvas(1, 1).getGraphicsContext2D()).dispose();
        picture(plot.chart(), WIDTH, HEIGHT);
    }

    /** A chart as pixels. Only while the chart is not changed. */
    static BufferedImage picture(JFreeChart chart, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        try {
            chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            g2.dispose();
        }
        return image;
    }
}
