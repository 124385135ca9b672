package dev.sdpoint.engine.data;

import java.util.List;
import java.util.Locale;

/**
 * What was found when a folder of pictures was opened.
 *
 * @param skipped files and folders that were left out, in the order of their paths
 * @param linksOutside links that lead out of the folder and were followed; paths relative to it
 * @param notes sentences on how the folder was understood: how it was split, which classes are empty
 */
public record FolderReport(List<SkippedFile> skipped, List<String> linksOutside, List<String> notes) {
    /** Nothing to tell. */
    public static final FolderReport NONE = new FolderReport(List.of(), List.of(), List.of());

    public FolderReport {
        skipped = List.copyOf(skipped);
        linksOutside = List.copyOf(linksOutside);
        notes = List.copyOf(notes);
    }

    /** A sentence that says how many files were left out, with the first of them; blank if there are none. */
    public String skippedSentence() {
        if (skipped.isEmpty()) {
            return "";
        }
        SkippedFile first = skipped.get(0);
        return skipped.size() == 1
                ? "1 file was left out: " + first.path() + ". " + first.reason()
                : String.format(Locale.ROOT, "%,d files were left out, the first is ", skipped.size()) + first.path()
                        + ". " + first.reason();
    }
}
