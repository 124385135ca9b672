package dev.sdpoint.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.figure.Series.Mark;
import dev.sdpoint.app.figure.Series.Style;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class FigureFilesTest {
    @TempDir
    private Path folder;

    static Figure curves() {
        List<Series> series = new ArrayList<>();
        String[] names = {"SDPoint", "early exits", "multiscale", "uniform statistics"};
        for (int i = 0; i < names.length; i++) {
            series.addAll(CurveSeries.of(names[i], sweep(i), Ink.series(i)));
        }
        series.add(new Series("plain", Style.POINTS, Ink.BLACK, List.of(new Mark(1, 5.9, 0.4, 1, "plain network"))));
        return new Figure(
                "The curve of SDPoint lies below those of the baselines",
                "Wide ResNet 16-2 on CIFAR-10, 10,000 validation images; bars are 95 % intervals",
                List.of(new Panel.Lines("", CurveSeries.cost(), CurveSeries.top1(), series)),
                "Pale marks are instances that another one beats in both cost and error.");
    }

    static Figure bars() {
        List<Panel.Bar> bars = new ArrayList<>();
        double[] shares = {82.1, 5.2, 2.4, 1.3, 0.8, 0.3, 4.2};
        for (int i = 0; i < shares.length; i++) {
            String label = i == 6 ? "never" : "after block " + (i + 1) + " · ×0.5";
            String text = shares[i] + " %";
            bars.add(
                    i == 6
                            ? Panel.Bar.of(label, shares[i], text, Ink.GREY)
                            : Panel.Bar.ofCost(label, shares[i], shares[i] / 4, text, 0.3 + 0.1 * i));
        }
        List<Panel.Bar> signed = List.of(
                Panel.Bar.of("cat", 12.5, "12.5", Ink.BLUE), Panel.Bar.of("airplane", -2.25, "−2.25", Ink.BLUE));
        return new Figure(
                "Most images need the cheapest instance",
                "",
                List.of(
                        new Panel.Bars("top-1", Axis.percent("share of images"), bars, "wrong again at a higher cost"),
                        new Panel.Bars("classes", Axis.linear("points lost per GFLOP saved"), signed, "")),
                "");
    }

    private static Sweep sweep(int method) {
        List<InstanceScore> scores = new ArrayList<>();
        scores.add(new InstanceScore(Instance.FULL, 1_000_000_000, 1, 0.055 + 0.01 * method, 0.01, 0.2, 1));
        for (int point = 1; point <= 6; point++) {
            for (double ratio : new double[] {0.5, 0.75}) {
                double cost = 0.2 + 0.1 * point + 0.5 * (ratio - 0.5);
                double error = 0.05 + 0.015 * method + 0.02 / cost + (point == 4 ? 0.02 : 0);
                scores.add(new InstanceScore(
                        Instance.of(point, ratio), Math.round(cost * 1e9), cost, error, error / 5, 0.3, 1));
            }
        }
        return new Sweep(10_000, scores);
    }

    @Test
    void anSvgIsWellFormedAndSaysWhatItShows() throws Exception {
        Path file = folder.resolve("sub").resolve("curves.svg");
        FigureFiles.write(file, curves());

        Element root = parse(Files.readString(file)).getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("svg");
        assertThat(root.getAttribute("viewBox")).matches("0 0 720 \\d+");
        assertThat(root.getAttribute("width")).isEqualTo("720");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("The curve of SDPoint lies below those of the baselines");
        assertThat(root.getElementsByTagName("path").getLength()).isGreaterThan(100);
        // Words are outlines: nothing depends on fonts of the reader.
        assertThat(root.getElementsByTagName("text").getLength()).isZero();
    }

    @Test
    void aPngHasTwiceTheSizeOfTheFigure() throws Exception {
        Path file = folder.resolve("bars.PNG");
        FigureFiles.write(file, bars());

        Element svg = parse(FigureFiles.svg(bars())).getDocumentElement();
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("width")));
        assertThat(image.getHeight()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("height")));
        assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(coloured(image, CostScale.of(0.3).getRGB())).isGreaterThan(1000);
    }

    @Test
    void aPdfOfAThousandClassesIsNoLongerThanReadersShow() throws Exception {
        List<Panel.Bar> bars = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            bars.add(Panel.Bar.of("class " + i, i / 10.0, "points", Ink.BLUE));
        }
        Figure ranking = new Figure(
                "Classes", "", List.of(new Panel.Bars("", Axis.linear("points lost per GFLOP saved"), bars, "")), "");
        Path file = folder.resolve("classes.pdf");
        FigureFiles.write(file, ranking);

        Element svg = parse(FigureFiles.svg(ranking)).getDocumentElement();
        double ratio = Double.parseDouble(svg.getAttribute("height")) / Double.parseDouble(svg.getAttribute("width"));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getHeight()).isLessThanOrEqualTo(14_400).isGreaterThan(14_000);
            assertThat(page.getHeight() / page.getWidth()).isCloseTo((float) ratio, within(0.01f));
            BufferedImage drawn = new PDFRenderer(document).renderImage(0, 0.25f);
            int lowest = drawn.getHeight() - 1;
            while (lowest > 0 && !inked(drawn, lowest)) {
                lowest--;
            }
            assertThat(lowest).as("the last class is on the page").isGreaterThan(drawn.getHeight() * 98 / 100);
        }
    }

    private static boolean inked(BufferedImage image, int y) {
        for (int x = 0; x < image.getWidth(); x++) {
            if ((image.getRGB(x, y) & 0xFF) < 200 || (image.getRGB(x, y) >> 16 & 0xFF) < 200) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theSameFigureIsTheSameFile() throws Exception {
        assertThat(FigureFiles.svg(curves())).isEqualTo(FigureFiles.svg(curves()));
    }

    @Test
    void refusesOtherKindsAndLeavesNothingBehind() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken.svg"));
        Files.writeString(taken.resolve("inside"), "x");

        assertThatThrownBy(() -> FigureFiles.write(folder.resolve("a.gif"), bars()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.gif");
        assertThatThrownBy(() -> FigureFiles.write(taken, bars())).isInstanceOf(java.io.IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static int coloured(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
