package dev.sdpoint.engine.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several files that appear together or not at all: each is written under a name of its own first, and all get their names in
 * {@link #finish()}. If one of them cannot get its name, those before it are taken back and what they replaced is there again. If the
 * process is killed meanwhile, every file is whole, the old one or the new one, and none is missing. For one thread; to be closed.
 */
public final class WholeFiles implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final List<Entry> entries = new ArrayList<>();
    /** Folders that were made for the files, the innermost first. */
    private final Deque<Path> folders = new ArrayDeque<>();

    private record Entry(Path target, Draft draft) {}

    /** A file that gets its name, and a spare of that which has it before. */
    private record Named(Path target, Optional<Path> before) {}

    /**
     * Writes one more file, which nobody sees yet; its folder is made if need be.
     *
     * @throws IOException if it cannot be written
     */
    public <E extends Exception> void add(Path file, WholeFile.Content<E> content) throws IOException, E {
        Path target = file.toAbsolutePath();
        make(target.getParent());
        Draft draft = Draft.of(target);
        entries.add(new Entry(target, draft));
        OutputStream out = new BufferedOutputStream(draft.out(), BUFFER);
        content.to(out);
        out.flush();
    }

    private void make(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        make(folder.getParent());
        try {
            Files.createDirectory(folder);
            folders.push(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            } // else somebody made it meanwhile, and keeps it
        }
    }

    /** Writes one more file of text in UTF-8. */
    public void add(Path file, String text) throws IOException {
        this.<IOException>add(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Gives all files their names.
     *
     * @throws IOException if one of them cannot have its name; then no file is new and none is gone
     */
    public void finish() throws IOException {
        Deque<Named> named = new ArrayDeque<>();
        try {
            for (Entry entry : entries) {
                Path target = entry.target();
                named.push(new Named(
                        target, Files.isRegularFile(target) ? Optional.of(Draft.spare(target)) : Optional.empty()));
                entry.draft().finish();
            }
        } catch (IOException e) {
            takeBack(named, e);
            throw e;
        } finally {
            named.forEach(done -> done.before().ifPresent(Draft::release));
        }
    }

    private static void takeBack(Deque<Named> named, IOException reason) {
        for (Named done : named) {
            try {
                if (done.before().isPresent()) {
                    Files.move(done.before().get(), done.target(), StandardCopyOption.REPLACE_EXISTING);
                } else if (Files.isRegularFile(done.target())) {
                    Files.delete(done.target());
                }
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Removes what did not get its name, and the folders that were made for it if nothing is in them. */
    @Override
    public void close() {
        entries.forEach(entry -> entry.draft().close());
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // there is something in it, hence in those around it
            }
        }
    }
}
