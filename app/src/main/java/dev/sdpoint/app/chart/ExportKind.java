package dev.sdpoint.app.chart;

import java.nio.file.Path;
import java.util.Locale;

/** As what a chart can be written. */
public enum ExportKind {
    PNG("Picture (PNG)", "PNG pictures", ".png"),
    SVG("Drawing (SVG)", "SVG drawings", ".svg"),
    PDF("Document (PDF)", "PDF documents", ".pdf"),
    CSV("Numbers (CSV)", "CSV tables", ".csv");

    private final String title;
    private final String plural;
    private final String extension;

    ExportKind(String title, String plural, String extension) {
        this.title = title;
        this.plural = plural;
        this.extension = extension;
    }

    /** Name in a menu. */
    public String title() {
        return title;
    }

    /** Name in a dialogue that chooses files. */
    public String plural() {
        return plural;
    }

    /** How names of such files end, with the point. */
    public String extension() {
        return extension;
    }

    /** The file that a person named, with the right ending. */
    public Path named(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? file : file.resolveSibling(name + extension);
    }
}
