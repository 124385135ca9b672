package dev.sdpoint.app.gallery;

/** What images of the gallery can be written as. */
enum ExportFormat {
    CSV("Table (CSV)", "csv", ".csv"),
    FOLDERS("Folders of pictures (PNG)", "folders", ""),
    SHEET_PNG("Contact sheet (PNG)", "sheet-png", ".png"),
    SHEET_PDF("Contact sheet (PDF)", "sheet-pdf", ".pdf");

    private final String title;
    private final String id;
    private final String extension;

    ExportFormat(String title, String id, String extension) {
        this.title = title;
        this.id = id;
        this.extension = extension;
    }

    String title() {
        return title;
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
