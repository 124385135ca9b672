package dev.sdpoint.engine.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * What was taken away of one data set and can be brought back: the installed set, or the beginning of a download, and never both. It lies
 * beside them under a name of its own, with the time at which it was taken away as its time of change. Renaming needs no room on the disk.
 * The caller of whatever changes anything holds the lock.
 */
final class Aside {
    private final LibraryFiles files;

    Aside(LibraryFiles files) {
        this.files = files;
    }

    /** Puts what is installed aside; what was aside before goes. */
    void takeInstalled() throws IOException {
        giveUp();
        touch(files.place());
        Moves.intoPlace(files.place(), files.removed());
    }

    /**
     * Puts what is here of a download aside; what was aside before goes. If that is the whole data set, it stays and the download goes, for
     * whoever wants the download back is better off with the set.
     *
     * @return whether there was anything
     */
    boolean takeFetched() throws IOException {
        if (holdsWholeSet()) {
            return deleteFetched();
        }
        boolean any = false;
        for (Path file : files.fetched()) {
            if (Files.exists(file)) {
                if (!any) {
                    giveUp();
                    any = true;
                }
                touch(file);
                Moves.intoPlace(file, of(file));
            }
        }
        return any;
    }

    private boolean holdsWholeSet() throws IOException {
        Path inside = files.removed().resolve(files.data().folder());
        return Files.isDirectory(inside)
                && new FolderCheck(files.data()).glance(inside).isEmpty();
    }

    private boolean deleteFetched() throws IOException {
        boolean any = false;
        for (Path file : files.fetched()) {
            any |= Files.deleteIfExists(file);
        }
        return any;
    }

    /** What is aside. */
    Optional<Removed> look() throws IOException {
        if (Files.exists(files.removed())) {
            return Optional.of(new Removed(Removed.What.DATA, files.data().unpackedBytes(), until(files.removed())));
        }
        Path begun = of(PartialFile.part(files.packed()));
        Path fetched = of(files.packed());
        Path larger = size(fetched) > 0 ? fetched : begun;
        return size(larger) == 0
                ? Optional.empty()
                : Optional.of(new Removed(Removed.What.DOWNLOAD, size(larger), until(larger)));
    }

    /**
     * Brings back what is aside; the place of the data set is free. Of two beginnings of a download the longer one stays.
     *
     * @return whether there was anything
     */
    boolean bringBack() throws IOException {
        Optional<Removed> aside = look();
        if (aside.isEmpty()) {
            return false;
        }
        if (aside.get().what() == Removed.What.DATA) {
            Files.deleteIfExists(files.place()); // an empty folder
            Moves.intoPlace(files.removed(), files.place());
            return true;
        }
        long here = Math.max(size(files.packed()), size(PartialFile.part(files.packed())));
        if (here >= aside.get().bytes()) {
            giveUp();
            return true;
        }
        boolean unused = deleteFetched();
        for (Path file : files.fetched()) {
            if (Files.exists(of(file))) {
                Moves.intoPlace(of(file), file);
            }
        }
        return true;
    }

    /**
     * Gives its room back.
     *
     * @return whether there was anything
     */
    boolean giveUp() throws IOException {
        boolean any = Files.exists(files.removed());
        if (any) {
            Path passing = files.passing(); // half of it must never be brought back
            Moves.intoPlace(files.removed(), passing);
            Moves.remove(passing);
        }
        for (Path file : files.fetched()) {
            any |= Files.deleteIfExists(of(file));
        }
        return any;
    }

    private static Path of(Path fetched) {
        return fetched.resolveSibling(fetched.getFileName() + ".removed");
    }

    private static void touch(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
    }

    private static Instant until(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant().plus(DataLibrary.KEPT);
    }

    private static long size(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }
}
