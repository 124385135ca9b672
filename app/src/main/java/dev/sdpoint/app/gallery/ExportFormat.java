package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;

/** What images of the gallery can be written as. */
enum ExportFormat {
    CSV("csv", ".csv"),
    FOLDERS("folders", ""),
    SHEET_PNG("sheet-png", ".png"),
    SHEET_PDF("sheet-pdf", ".pdf");

    private static final Texts TEXTS = Texts.of(ExportFormat.class);

    private final String id;
    private final String extension;

    ExportFormat(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    String title() {
        return switch (this) {
            case CSV -> TEXTS.get("format.csv");
            case FOLDERS -> TEXTS.get("format.folders");
            case SHEET_PNG -> TEXTS.get("format.sheet-png");
            case SHEET_PDF -> TEXTS.get("format.sheet-pdf");
        };
    }

    /** Part of the identifiers of nodes. */
    String id() {
        return id;
    }

    /** With its dot; blank for folders. */
    String extension() {
        return extension;
    }
}
