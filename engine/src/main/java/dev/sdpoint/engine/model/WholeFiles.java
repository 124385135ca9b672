package dev.sdpoint.engine.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files that belong together: all of them are on disk under names of their own before the first gets the name that it shall
 * have. Closed without {@link #finish()}, nothing of them is left, and what was there before is there still. A failure in the
 * moment in which names are given leaves the files named before it new and whole. For one thread.
 */
public final class WholeFiles implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Path> targets = new ArrayList<>();

    /** Begins with no file. */
    public WholeFiles() {}

    /**
     * Writes a file under another name, making its folder if need be. Blocking; an interrupted thread ends with an exception.
     *
     * @throws IOException if it cannot be written, or a folder has its name; close then
     */
    public <E extends Exception> void add(Path file, WholeFile.Content<E> content) throws IOException, E {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "there is a folder of this name");
        }
        Draft draft = Draft.of(target);
        drafts.add(draft);
        targets.add(file);
        OutputStream out = new BufferedOutputStream(draft.out(), BUFFER);
        content.to(out);
        out.flush();
        draft.force();
    }

    /**
     * Gives all files their names, replacing those that have them.
     *
     * @return the files in the order in which they were added
     * @throws IOException if one cannot be named
     */
    public List<Path> finish() throws IOException {
        for (Draft draft : drafts) {
            draft.finish();
        }
        return List.copyOf(targets);
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        drafts.forEach(Draft::close);
    }
}
