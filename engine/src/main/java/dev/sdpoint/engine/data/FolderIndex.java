package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Every file in the class folders of a data set: what its header says, or why it cannot be used. Takes some 250 bytes a file and
 * never holds a picture.
 *
 * @param files in the order in which they were found
 * @param skipped what cannot even be a picture: broken links, files outside the class folders
 * @param linksOutside links that lead out of the folder and were followed
 * @param classFolders every class folder, relative to the root
 * @param looked how many files had to be opened, since they were new or had changed
 */
record FolderIndex(
        List<IndexedFile> files,
        List<SkippedFile> skipped,
        List<String> linksOutside,
        List<String> classFolders,
        int looked) {
    private static final int TOLD_EVERY = 64;

    /**
     * Finds all files, looks at those that are new or that changed since the index was kept, and keeps the index. A file counts as
     * unchanged if path, size and time of writing are the same. What could not be read is not kept: the disk or the permissions may be
     * better the next time.
     *
     * @param kept where the index is kept; empty if nowhere
     * @throws DataException if the folder cannot be read, or vanishes meanwhile
     * @throws CancellationException if the thread is interrupted; what is known by then is kept
     */
    static FolderIndex of(
            FolderLayout layout, Optional<FolderIndexFile> kept, FaultBook faults, FolderProgress progress)
            throws DataException {
        FolderWalk walk = new FolderWalk(layout, progress);
        Map<String, IndexedFile> before = kept.map(FolderIndexFile::read).orElse(Map.of());
        List<IndexedFile> files = new ArrayList<>(walk.files().size());
        List<IndexedFile> known = new ArrayList<>(walk.files().size());
        long skipped = walk.skipped().size();
        int looked = 0;
        try {
            for (FolderWalk.Found found : walk.files()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("Opening " + layout.root() + " was cancelled.");
                }
                Optional<IndexedFile> same = Optional.ofNullable(before.get(found.path()))
                        .filter(file -> file.sameAs(found.bytes(), found.modified()));
                looked += same.isPresent() ? 0 : 1;
                IndexedFile now;
                try {
                    now = same.isPresent() ? same.get() : look(layout.root(), found);
                    if (now.usable()) { // else its header tells more
                        now = faults.of(found.path(), found.bytes(), found.modified())
                                .orElse(now);
                    }
                    known.add(now);
                } catch (IOException e) {
                    now = unread(layout.root(), found);
                }
                files.add(now);
                skipped += now.usable() ? 0 : 1;
                if (files.size() % TOLD_EVERY == 0) {
                    progress.reached(files.size(), walk.files().size(), skipped);
                }
            }
        } finally {
            if (kept.isPresent() && files.size() < walk.files().size()) {
                kept.get().add(known);
            } else if (kept.isPresent() && (looked > 0 || before.size() != files.size())) {
                kept.get().write(known);
            }
        }
        if (!Files.isDirectory(layout.root())) {
            throw new DataException(
                    "The folder " + layout.root() + " is not there any more. Connect its disk or put it back.");
        }
        progress.reached(files.size(), files.size(), skipped);
        return new FolderIndex(List.copyOf(files), walk.skipped(), walk.linksOutside(), walk.classFolders(), looked);
    }

    private static IndexedFile look(Path root, FolderWalk.Found found) throws IOException {
        try {
            return bare(found, PictureHeader.read(root.resolve(found.path())));
        } catch (DataException e) {
            return bare(found, PictureHeader.NONE).refused(String.valueOf(e.getMessage()));
        }
    }

    private static IndexedFile unread(Path root, FolderWalk.Found found) {
        return bare(found, PictureHeader.NONE)
                .refused(
                        Files.isReadable(root.resolve(found.path()))
                                ? "It could not be read to its end. Copy it again."
                                : "It could not be read. Check that you may open it.");
    }

    private static IndexedFile bare(FolderWalk.Found found, PictureHeader header) {
        return new IndexedFile(found.path(), found.bytes(), found.modified(), header, "");
    }
}
