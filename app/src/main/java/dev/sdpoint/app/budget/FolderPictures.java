package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.PictureReader;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a folder as a stream: their paths are kept, and each picture is decoded when it is asked for and then forgotten.
 * Never changes, so any threads may share it; listing and reading block and belong on background threads.
 */
final class FolderPictures {
    /** How the names of picture files end, in small letters. */
    static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(Path::toString, String.CASE_INSENSITIVE_ORDER).thenComparing(Path::toString);

    private final Path folder;
    private final List<Path> files;

    private FolderPictures(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Lists a folder's files that are named as pictures are, sorted by name whatever the case; hidden ones are left out. Folders
     * in it that may not be read are passed over, and links to folders are not followed. An interrupted thread stops listing.
     *
     * @param deep whether the folders in it count too
     * @throws DataException if it is no folder, cannot be read or has no picture, or the thread is interrupted
     */
    static FolderPictures list(Path folder, boolean deep) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException("There is no folder " + folder + ". Choose another one.");
        }
        Listing listing = new Listing(folder);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), deep ? Integer.MAX_VALUE : 1, listing);
        } catch (IOException e) {
            throw new DataException(folder + " could not be read. Check that you may open it.", e);
        }
        if (listing.stopped) {
            throw new DataException("Listing " + folder + " was stopped.");
        }
        if (listing.found.isEmpty()) {
            throw new DataException(
                    folder + " holds no pictures. Choose a folder with JPEG, PNG, GIF, BMP or TIFF files"
                            + (deep ? "." : ", or take the folders in it too."));
        }
        listing.found.sort(BY_NAME);
        return new FolderPictures(folder, List.copyOf(listing.found));
    }

    /** The files in the order of the stream; at least one. */
    List<Path> files() {
        return files;
    }

    /** Number of pictures, at least 1. */
    int size() {
        return files.size();
    }

    /**
     * Decodes one picture on the calling thread. One that cannot be read says so and is in nobody's way: ask for the next.
     *
     * @param index 0 to {@link #size()} − 1
     * @param side the network's input, pixels
     * @throws DataException if it is gone, damaged or no picture
     * @throws IndexOutOfBoundsException if there is no picture of that index
     */
    Picture.Own read(int index, int side) throws DataException {
        Path file = files.get(index);
        return Picture.Own.of(PictureReader.read(file), folder.relativize(file).toString(), side);
    }

    /** Collects names; a folder's own failure ends it only if it is the folder that was asked for. */
    private static final class Listing extends SimpleFileVisitor<Path> {
        private static final Set<String> KNOWN = Set.copyOf(ENDINGS);

        private final Path root;
        private final List<Path> found = new ArrayList<>();
        private boolean stopped;

        Listing(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
            return !dir.equals(root) && Files.isHidden(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                stopped = true;
                return FileVisitResult.TERMINATE;
            }
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            boolean named = KNOWN.contains(name.substring(name.lastIndexOf('.') + 1));
            if (named && Files.isRegularFile(file) && !Files.isHidden(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
