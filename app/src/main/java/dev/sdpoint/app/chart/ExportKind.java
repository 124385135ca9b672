package dev.sdpoint.app.chart;

import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.text.Texts;

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

    /** Its files, for a dialogue that chooses them. */
    public FileKind files() {
        String words = switch (this) {
            case PNG -> TEXTS.get("export.png.plural");
            case SVG -> TEXTS.get("export.svg.plural");
            case PDF -> TEXTS.get("export.pdf.plural");
            case CSV -> TEXTS.get("export.csv.plural");
        };
        return new FileKind(words, extension);
    }
}
