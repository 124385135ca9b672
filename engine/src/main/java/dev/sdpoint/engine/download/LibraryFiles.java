package dev.sdpoint.engine.download;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of one data set lie in the library. Only {@link #place()} is ever taken for installed; it appears in one step.
 *
 * @param folder of the library
 */
record LibraryFiles(Path folder, DataArchive data) {
    /** What is installed: the archive's folder, and a receipt beside it. */
    Path place() {
        return folder.resolve(data.id());
    }

    /** The archive while it is fetched, checked and unpacked. */
    Path packed() {
        return folder.resolve(data.fileName());
    }

    Path lock() {
        return folder.resolve("." + data.id() + ".lock");
    }

    /** Where it is unpacked. */
    Path passing(String random) {
        return folder.resolve(passingStart() + random);
    }

    /** What was removed and can be brought back. */
    Path removed() {
        return folder.resolve("." + data.id() + ".removed");
    }

    private String passingStart() {
        return "." + data.id() + ".unpacking-";
    }

    /** Removes what killed processes left half unpacked. The caller holds the lock. */
    void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, passingStart() + "*")) {
            for (Path path : left) {
                Moves.remove(path);
            }
        }
    }
}
