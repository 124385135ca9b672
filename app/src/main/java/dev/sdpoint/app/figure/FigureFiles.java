package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.model.WholeFile;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes figures as SVG, PNG or PDF, with or without a screen, from any thread. Words in an SVG are outlines, so that it looks the same
 * where the typeface is missing; title and subtitle are there as text for search and screen readers.
 */
public final class FigureFiles {
    private static final Texts TEXTS = Texts.of(FigureFiles.class);
    private static final String SVG = "http://www.w3.org/2000/svg";
    /** A PNG has twice the pixels of the figure's size, which is crisp in print and on dense screens. */
    public static final int PNG_SCALE = 2;

    private FigureFiles() {}

    /**
     * Whether the name of a file says what to write: it ends with {@code .svg}, {@code .png} or {@code .pdf}.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireKnownKind(Path file) {
        kind(file);
    }

    /**
     * Writes a figure whole or not at all, as the file's name says.
     *
     * @param file ends with {@code .svg}, {@code .png} or {@code .pdf}; an existing one is replaced
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Figure figure) throws IOException {
        switch (kind(file)) {
            case "svg" -> WholeFile.write(file, svg(figure));
            case "pdf" -> WholeFile.write(file, PdfFile.of(figure));
            default -> writePng(file, png(figure));
        }
    }

    /**
     * Writes a picture as PNG, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void writePng(Path file, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", bytes)) {
            throw new IOException(TEXTS.get("file.no-png"));
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    /** The figure as pixels, at {@value #PNG_SCALE} times its size. */
    public static BufferedImage png(Figure figure) {
        FigurePainter painter = new FigurePainter(figure);
        BufferedImage image = new BufferedImage(
                PNG_SCALE * painter.width(), PNG_SCALE * painter.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(PNG_SCALE, PNG_SCALE);
            painter.draw(g2);
        } finally {
            g2.dispose();
        }
        return image;
    }

    /** The figure as the text of an SVG file. */
    public static String svg(Figure figure) throws IOException {
        FigurePainter painter = new FigurePainter(figure);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        SVGGraphics2D g2 = new SVGGraphics2D(context, true);
        g2.setSVGCanvasSize(new Dimension(painter.width(), painter.height()));
        painter.draw(g2);
        Element root = g2.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + painter.width() + " " + painter.height());
        root.setAttributeNS(null, "role", "img");
        describe(root, "desc", figure.subtitle());
        describe(root, "title", figure.title());
        g2.dispose();
        return text(root);
    }

    /** Without a document type, which readers would look for on the network. */
    private static String text(Element root) throws IOException {
        try {
            StringWriter text = new StringWriter();
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IOException(TEXTS.get("file.no-svg"), e);
        }
    }

    private static void describe(Element root, String name, String words) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(words);
        root.insertBefore(element, root.getFirstChild());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has a plain XML document", e);
        }
    }

    private static String kind(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg") || name.endsWith(".png") || name.endsWith(".pdf")) {
            return name.substring(name.length() - 3);
        }
        throw new IllegalArgumentException(
                "a figure is written as .svg, .png or .pdf, and " + file.getFileName() + " is none of them");
    }
}
