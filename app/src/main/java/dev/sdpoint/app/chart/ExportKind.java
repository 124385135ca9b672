package dev.sdpoint.app.chart;

import dev.sdpoint.app.text.Texts;
import java.nio.file.Path;
import java.util.Locale;

/** As what a chart can be written. */
public enum ExportKind {
    PNG(".png"),
    SVG(".svg"),
    PDF(".pdf"),
    CSV(".csv");

    private static final Texts TEXTS = Texts.of(ExportKind.class);

    private final String extension;

    ExportKind(String extension) {
        this.extension = extension;
    }

    /** Name in a menu. */
    public String title() {
        return switch (this) {
            case PNG -> TEXTS.get("export.png");
            case SVG -> TEXTS.get("export.svg");
            case PDF -> TEXTS.get("export.pdf");
            case CSV -> TEXTS.get("export.csv");
        };
    }

    /** Name in a dialogue that chooses files. */
    public String plural() {
        return switch (this) {
            case PNG -> TEXTS.get("export.png.plural");
            case SVG -> TEXTS.get("export.svg.plural");
            case PDF -> TEXTS.get("export.pdf.plural");
            case CSV -> TEXTS.get("export.csv.plural");
        };
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
