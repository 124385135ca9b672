package dev.sdpoint.app.chart;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.WholeFile;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.chart.JFreeChart;

/** Writes a cost–error chart for papers and spreadsheets. Any thread. */
public final class CostErrorExport {
    private CostErrorExport() {}

    /** One line per instance from the cheapest to the dearest, with a header; numbers with a point. */
    public static String csv(Sweep sweep) {
        StringBuilder text =
                new StringBuilder("point,ratio,flops,relative_cost,top1_error,top5_error,loss,margin95,dominated\n");
        for (InstanceScore s : sweep.byCost()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%.6f,%.6f,%.6f,%.6f,%.6f,%s%n",
                    s.instance().point(),
                    s.instance().ratio(),
                    s.flops(),
                    s.relativeCost(),
                    s.top1Error(),
                    s.top5Error(),
                    s.loss(),
                    sweep.errorMargin(s.top1Error()),
                    sweep.dominated(s)));
        }
        return text.toString();
    }

    /**
     * Writes the scores as CSV.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writeCsv(Path file, Sweep sweep) throws IOException {
        WholeFile.write(file, csv(sweep));
    }

    /** Draws a chart anew at a scale of 2, which is crisp in print. Only while the chart is not changed. */
    static BufferedImage picture(JFreeChart chart, int width, int height) {
        int scale = 2;
        BufferedImage image = new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(scale, scale);
            chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            g2.dispose();
        }
        return image;
    }
}
