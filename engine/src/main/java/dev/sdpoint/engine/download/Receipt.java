package dev.sdpoint.engine.download;

import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/** Writes down, beside what is installed, where it came from. */
final class Receipt {
    static final String NAME = "source.properties";

    private Receipt() {}

    /**
     * @param folder to be installed
     * @param from an address or a path
     * @param sha256 of the archive; empty if it was a folder
     */
    static void write(Path folder, DataArchive archive, String from, String sha256) throws IOException {
        Properties told = new Properties();
        told.setProperty("title", archive.title());
        told.setProperty("citation", archive.citation());
        told.setProperty("from", from);
        told.setProperty("archive.sha256", sha256);
        told.setProperty("taken", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        StringWriter text = new StringWriter();
        told.store(text, null);
        WholeFile.write(folder.resolve(NAME), text.toString());
    }
}
