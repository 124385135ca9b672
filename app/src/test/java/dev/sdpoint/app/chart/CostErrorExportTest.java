package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.figure.CostScale;
import dev.sdpoint.app.figure.Ink;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Files are opened again, by other programs' code where there is one. */
final class CostErrorExportTest {
    private static final Sweep LATEST = sweep(0);
    private static final CostErrorData DATA = CostErrorData.EMPTY
            .plus(new Labelled("epoch 2", sweep(0.1)))
            .plus(new Labelled("epoch 3", LATEST))
            .withReferences(List.of(new Labelled("run 7, \"multiscale\"", sweep(0.03))))
            .withLiterature(List.of(new LiteraturePoint("SACT", 640, LiteraturePoint.Unit.MFLOPS, 22.25)));

    @TempDir
    private Path folder;

    private static CostErrorExport export(CostErrorData data) {
        CostErrorView view = CostErrorPlotTest.view(data, CostUnit.GFLOPS, false);
        return new CostErrorExport(view, CostErrorFigure.of(view, Optional.empty()));
    }

    @Test
    void aPngHasTheCurveEveryInstanceAndTheReferenceAtTwiceTheSize() throws Exception {
        Path file = export(DATA).write(folder.resolve("chart"), ExportKind.PNG);
        assertThat(file).hasFileName("chart.png");
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getHeight()).isGreaterThan(900);
        assertThat(pixels(image, Ink.BLUE.color())).as("the curve").isGreaterThan(1000);
        assertThat(pixels(image, Ink.ORANGE.color())).as("the reference").isGreaterThan(300);
        for (InstanceScore score : LATEST.curve()) {
            assertThat(pixels(image, CostScale.of(score.relativeCost())))
                    .as(score.instance().label())
                    .isGreaterThan(50);
        }
    }

    @Test
    void anSvgIsXmlOfTheSameSize() throws Exception {
        Path file = export(DATA).write(folder.resolve("chart.svg"), ExportKind.SVG);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        BufferedImage picture = export(DATA).picture();
        assertThat(Integer.parseInt(root.getAttribute("width"))).isEqualTo(picture.getWidth() / 2);
        assertThat(Integer.parseInt(root.getAttribute("height"))).isEqualTo(picture.getHeight() / 2);
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("epoch 3: 3 instances on 1,999 validation images");
    }

    @Test
    void aPdfHasOnePageOfTheSameSizeWithItsWordsAndTheSamePicture() throws Exception {
        Path file = export(DATA).write(folder.resolve("chart.pdf"), ExportKind.PDF);
        BufferedImage picture = export(DATA).picture();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(picture.getWidth() / 2f);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(picture.getHeight() / 2f);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Cost and error of every instance");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Cost and error of every instance")
                    .contains("epoch 3")
                    .contains("run 7, \"multiscale\"")
                    .contains("GFLOPs per image")
                    .contains("0.8");
            BufferedImage page = new PDFRenderer(document).renderImage(0, 2);
            assertThat(page.getWidth()).isEqualTo(picture.getWidth());
            ImageIO.write(
                    page,
                    "png",
                    Files.createDirectories(Path.of("target", "screens"))
                            .resolve("cost-error-pdf.png")
                            .toFile());
            ImageIO.write(
                    picture,
                    "png",
                    Path.of("target", "screens", "cost-error-png.png").toFile());
            assertThat(difference(page, picture))
                    .as("mean difference of a channel")
                    .isLessThan(4);
        }
    }

    @Test
    void aCsvHasTheNumbersOfTheSweepsToTheDigit() throws Exception {
        Path file = export(DATA).write(folder.resolve("chart.csv"), ExportKind.CSV);
        List<String> lines = Files.readAllLines(file);
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        assertThat(lines).hasSize(1 + 3 * 3 + 1);
        for (int i = 0; i < 3; i++) {
            String[] cells = lines.get(1 + i).split(",", -1);
            InstanceScore score = LATEST.byCost().get(i);
            assertThat(cells).hasSize(names.size());
            assertThat(cells[0]).isEqualTo("latest");
            assertThat(cells[1]).isEqualTo("epoch 3");
            assertThat(Integer.parseInt(cells[names.indexOf("point")]))
                    .isEqualTo(score.instance().point());
            assertThat(number(cells, names, "ratio")).isEqualTo(score.instance().ratio());
            assertThat(Long.parseLong(cells[names.indexOf("flops")])).isEqualTo(score.flops());
            assertThat(number(cells, names, "relative_cost")).isEqualTo(score.relativeCost());
            assertThat(number(cells, names, "top1_error")).isEqualTo(score.top1Error());
            assertThat(number(cells, names, "top5_error")).isEqualTo(score.top5Error());
            assertThat(number(cells, names, "loss")).isEqualTo(score.loss());
            assertThat(number(cells, names, "margin95")).isEqualTo(LATEST.errorMargin(score.top1Error()));
            assertThat(cells[names.indexOf("millis_per_image")])
                    .as("not measured")
                    .isEmpty();
            assertThat(Boolean.parseBoolean(cells[names.indexOf("dominated")])).isEqualTo(LATEST.dominated(score));
        }
        assertThat(lines.get(7)).startsWith("reference,\"run 7, \"\"multiscale\"\"\",1,0.5,");
        assertThat(lines.get(10)).isEqualTo("published,SACT,,,640000000,,0.2225,,,,,");
    }

    @Test
    void aPartThatIsZoomedIntoIsWhatIsWritten() {
        CostErrorView view = CostErrorPlotTest.view(DATA, CostUnit.GFLOPS, false);
        var figure =
                CostErrorFigure.of(view, Optional.of(new CostErrorFigure.Part(new Range(0.4, 0.6), new Range(15, 25))));
        var panel = (dev.sdpoint.app.figure.Panel.Lines) figure.panels().get(0);
        assertThat(panel.x().lower()).isEqualTo(0.4);
        assertThat(panel.y().upper()).isEqualTo(25);
    }

    @Test
    void whatIsHiddenOnTheScreenIsNotWritten() {
        CostErrorView view = CostErrorView.of(DATA, CostUnit.GFLOPS, true, List.of(), Set.of("run 7, \"multiscale\""));
        CostErrorExport export = new CostErrorExport(view, CostErrorFigure.of(view, Optional.empty()));
        assertThat(export.csv()).doesNotContain("multiscale");
        var panel =
                (dev.sdpoint.app.figure.Panel.Lines) export.figure().panels().get(0);
        assertThat(panel.x().logarithmic()).isTrue();
        assertThat(panel.series()).noneMatch(s -> s.name().contains("multiscale"));
    }

    @Test
    void leavesWhatWasThereIfItCannotBeWritten() throws Exception {
        for (ExportKind kind : ExportKind.values()) {
            Path taken =
                    Files.createDirectory(folder.resolve("taken" + kind.files().ending()));
            Files.writeString(taken.resolve("inside"), "x");
            assertThatThrownBy(() -> export(DATA).write(taken, kind)).isInstanceOf(IOException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()))
                    .containsExactly("taken.csv", "taken.pdf", "taken.png", "taken.svg");
        }
    }

    private static double number(String[] cells, List<String> names, String column) {
        return Double.parseDouble(cells[names.indexOf(column)]);
    }

    private static int pixels(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                Color one = new Color(a.getRGB(x, y));
                Color other = new Color(b.getRGB(x, y));
                sum += Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue());
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    /** Shares of 1,999 images, so that no number is round. */
    private static Sweep sweep(double worse) {
        return new Sweep(
                1999,
                List.of(
                        score(Instance.FULL, 1_000_000_007, 1, 211, worse),
                        score(new Instance.Downsampled(1, 0.5), 500_000_003, 0.5000000000001, 401, worse),
                        score(new Instance.Downsampled(2, 0.5), 800_000_011, 0.8 + 1e-13, 611, worse)));
    }

    private static InstanceScore score(Instance instance, long flops, double relative, int wrong, double worse) {
        double error = wrong / 1999.0 + worse;
        return new InstanceScore(instance, flops, relative, error, error / 7, Math.E * error, Double.NaN);
    }
}
