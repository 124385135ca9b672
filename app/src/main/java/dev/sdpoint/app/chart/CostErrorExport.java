package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.Figure;
import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.SweepCsv;
import dev.sdpoint.engine.model.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A cost–error chart as it was at a moment, to be written for papers and spreadsheets. Immutable; any thread.
 *
 * @param view what is drawn
 * @param figure the same on paper
 */
public record CostErrorExport(CostErrorView view, Figure figure) {
    private static final String COLUMNS = "role,series," + SweepCsv.COLUMNS + ",loss,margin95\n";

    /**
     * Writes the chart whole or not at all.
     *
     * @param file its name may end otherwise than the kind wants; the one with the right ending is written
     * @return the file that was written
     * @throws IOException if it cannot be written
     */
    public Path write(Path file, ExportKind kind) throws IOException {
        Path named = kind.files().named(file);
        if (kind == ExportKind.CSV) {
            WholeFile.write(named, csv());
        } else {
            FigureFiles.write(named, figure);
        }
        return named;
    }

    /** The figure as pixels. */
    public BufferedImage picture() {
        return FigureFiles.png(figure);
    }

    /**
     * One line per instance of everything that is drawn, each evaluation from the cheapest to the dearest: what it is in the chart, its
     * name, the columns of {@code sdpoint sweep}, loss and half the 95 % interval. Published results leave empty what they do not tell.
     */
    public String csv() {
        StringBuilder text = new StringBuilder(COLUMNS);
        view.latest().ifPresent(latest -> rows("latest", latest, text));
        view.trail().forEach(earlier -> rows("earlier", earlier, text));
        view.references().forEach(reference -> rows("reference", reference.plotted(), text));
        for (LiteraturePoint point : view.literature()) {
            text.append("published,")
                    .append(quoted(point.label()))
                    .append(",,,")
                    .append(
                            point.flops().isPresent()
                                    ? SweepCsv.number(point.flops().getAsDouble())
                                    : "")
                    .append(",,")
                    .append(SweepCsv.number(point.errorPercent() / 100))
                    .append(",,")
                    .append(point.unit() == LiteraturePoint.Unit.MILLIS ? SweepCsv.number(point.cost()) : "")
                    .append(",,,\n");
        }
        return text.toString();
    }

    private static void rows(String role, PlottedSweep plotted, StringBuilder text) {
        for (InstanceScore score : plotted.sweep().byCost()) {
            text.append(role)
                    .append(',')
                    .append(quoted(plotted.label()))
                    .append(',')
                    .append(SweepCsv.row(plotted.sweep(), score))
                    .append(',')
                    .append(SweepCsv.number(score.loss()))
                    .append(',')
                    .append(SweepCsv.number(plotted.sweep().errorMargin(score.top1Error())))
                    .append('\n');
        }
    }

    private static String quoted(String words) {
        boolean plain = words.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? words : '"' + words.replace("\"", "\"\"") + '"';
    }
}
