package dev.sdpoint.engine.download;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

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

    /** Whether anything is there; an empty folder gives way. */
    boolean taken() throws IOException {
        if (!Files.isDirectory(place(), LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(place(), LinkOption.NOFOLLOW_LINKS);
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(place())) {
            return inside.iterator().hasNext();
        } catch (DirectoryIteratorException e) { // the disk failed in the midst of it
            throw e.getCause();
        }
    }

    /** Whether this program put there what is there; else it is a person's, and never moved or removed. */
    boolean ours() {
        return Files.isRegularFile(place().resolve(Receipt.NAME));
    }

    /** What is there although this program did not put it there. */
    Holding.Foreign foreign() {
        return new Holding.Foreign(
                place(),
                place() + " holds other files, which this program did not put there and leaves alone. "
                        + "Move or rename it to install " + data.title() + " here.");
    }

    /** The archive while it is fetched, checked and unpacked; not under its own name, which a person's may have here. */
    Path packed() {
        return folder.resolve("." + data.fileName());
    }

    /** All that a download may leave: the archive, and its beginning with what is known of it. */
    List<Path> fetched() {
        return List.of(PartialFile.part(packed()), PartialFile.side(packed()), packed());
    }

    Path lock() {
        return folder.resolve("." + data.id() + ".lock");
    }

    /** A name that nothing has yet, for what is unpacked or thrown away. A killed process leaves it to the next {@link #sweep()}. */
    Path passing() {
        return folder.resolve(passingStart() + UUID.randomUUID().toString().substring(0, 8));
    }

    /** An installed data set that was removed and can be brought back. */
    Path removed() {
        return folder.resolve("." + data.id() + ".removed");
    }

    private String passingStart() {
        return "." + data.id() + ".unpacking-";
    }

    /**
     * Removes what killed processes left half unpacked or half thrown away. The caller holds the lock.
     *
     * @return whether there was anything
     */
    boolean sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, passingStart() + "*")) {
            return remove(left);
        }
    }

    static boolean remove(DirectoryStream<Path> paths) throws IOException {
        boolean any = false;
        try {
            for (Path path : paths) {
                Moves.remove(path);
                any = true;
            }
            return any;
        } catch (DirectoryIteratorException e) { // the disk failed in the midst of it
            throw e.getCause();
        }
    }
}
