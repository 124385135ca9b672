package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Finds the files in the class folders of a data set, also in folders within them. Symbolic links are followed, but every folder
 * is read once: a link to a folder above it, or to one that was read already, is skipped. Folders themselves come before links to
 * folders, so that it is always the link that is skipped. Names that begin with a dot are passed over. Not thread-safe.
 */
final class FolderWalk {
    private final FolderLayout layout;
    private final FolderProgress progress;
    private final List<Found> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private final List<String> linksOutside = new ArrayList<>();
    private final List<String> classFolders = new ArrayList<>();
    private final Map<Path, String> folders = new HashMap<>();
    private final Path realRoot;

    /** A file that may be a picture; the path is relative to the root, with slashes. */
    record Found(String path, long bytes, long modified) {}

    private record Child(Path path, String name, boolean link, BasicFileAttributes attributes) {}

    /**
     * Walks at once.
     *
     * @throws DataException if the folder itself cannot be read
     * @throws CancellationException if the thread is interrupted
     */
    FolderWalk(FolderLayout layout, FolderProgress progress) throws DataException {
        this.layout = layout;
        this.progress = progress;
        try {
            realRoot = layout.root().toRealPath();
            for (String part : layout.parts()) {
                Path folder = layout.root().resolve(part);
                folders.put(folder.toRealPath(), part.isEmpty() ? "the folder itself" : part);
            }
            for (String part : layout.parts()) {
                part(part);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new DataException(
                    layout.root() + " could not be read. Check that you may open it and that its disk is there.", e);
        }
    }

    List<Found> files() {
        return files;
    }

    List<SkippedFile> skipped() {
        return skipped;
    }

    List<String> linksOutside() {
        return linksOutside;
    }

    /** Every class folder, relative to the root. */
    List<String> classFolders() {
        return classFolders;
    }

    private void part(String part) throws IOException {
        for (Child child : children(layout.root().resolve(part), part)) {
            String path = part.isEmpty() ? child.name() : part + "/" + child.name();
            if (!child.attributes().isDirectory()) {
                skip(path, "It lies outside the class folders. Put it into one, or leave it where it is.");
            } else if (child.name().isBlank()) {
                skip(path, "A class needs a name, and the name of this folder is blank. Rename it.");
            } else if (enter(child, path)) {
                classFolders.add(path);
                walk(child.path(), path);
            }
        }
    }

    private void walk(Path folder, String path) {
        List<Child> children;
        try {
            children = children(folder, path);
        } catch (IOException | DirectoryIteratorException e) {
            skip(path, "The folder could not be read. Check that you may open it.");
            return;
        }
        for (Child child : children) {
            String below = path + "/" + child.name();
            if (child.attributes().isDirectory()) {
                if (enter(child, below)) {
                    walk(child.path(), below);
                }
            } else if (child.attributes().isRegularFile()) {
                files.add(new Found(
                        below,
                        child.attributes().size(),
                        child.attributes().lastModifiedTime().toMillis()));
                tell();
            } else {
                skip(below, "It is no ordinary file.");
            }
        }
    }

    /** Whether a folder is to be read, that is for the first time. */
    private boolean enter(Child folder, String path) {
        try {
            String before = folders.putIfAbsent(folder.path().toRealPath(), path);
            if (before == null) {
                return true;
            }
            skip(path, "It is a link to " + before + ", which is read already; every folder is read once.");
        } catch (IOException e) {
            skip(path, "The folder could not be read. Check that you may open it.");
        }
        return false;
    }

    /** What lies in a folder: links after the rest, otherwise in the order of the names; what cannot be looked at is skipped. */
    private List<Child> children(Path folder, String path) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path each : found) {
                String name = String.valueOf(each.getFileName());
                if (!FolderLayout.hidden(name)) {
                    look(each, name, path.isEmpty() ? name : path + "/" + name, children);
                }
            }
        }
        children.sort(Comparator.comparing(Child::link).thenComparing(Child::name));
        return children;
    }

    private void look(Path each, String name, String path, List<Child> children) {
        try {
            if (!each.equals(each.resolveSibling(name))) {
                skip(path, "Its name has characters that this system cannot write. Rename it.");
                return;
            }
            BasicFileAttributes own = Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean link = own.isSymbolicLink();
            if (link && !each.toRealPath().startsWith(realRoot)) {
                linksOutside.add(path);
            }
            children.add(
                    new Child(each, name, link, link ? Files.readAttributes(each, BasicFileAttributes.class) : own));
        } catch (NoSuchFileException e) {
            skip(path, "It is a link to something that is not there.");
        } catch (InvalidPathException e) {
            skip(path, "Its name has characters that this system cannot write. Rename it.");
        } catch (IOException e) {
            skip(path, "It could not be looked at: it may be a link that leads to itself, or you may not open it.");
        }
    }

    private void skip(String path, String reason) {
        skipped.add(new SkippedFile(path, reason));
        tell();
    }

    private void tell() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Opening " + layout.root() + " was cancelled.");
        }
        progress.reached(0, 0, skipped.size());
    }
}
