package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * A folder of pictures as a data set: in the layout of ImageNet, {@code train/<class>/…} and {@code val/<class>/…}, or one folder
 * for each class, {@code <class>/…}.
 *
 * <p>Class names are the names of the folders, in the order of their characters. Images come in the order of the SHA-256 of their
 * path below the part, which mixes the classes. Where there is no validation part, the fifth of the pictures whose SHA-256 is
 * smallest is for validation: the same on every machine, and a picture that is added moves no other one.
 */
public final class ImageFolder {
    /** Share of the pictures that is for validation where the folder has no part for it. */
    public static final double VALIDATION_SHARE = 0.2;

    private static final int TINY = 48;
    private static final int SIDE_OF_TINY = 32;
    private static final int SIDE = 64;
    private static final int FEWEST_CLASSES = 2;
    private static final String CACHE = "pictures";

    private final FolderLayout layout;
    private final List<Placed> training = new ArrayList<>();
    private final List<Placed> validation = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private final List<String> notes;

    private record Placed(IndexedFile file, String className, String inside, long hash) {}

    private ImageFolder(FolderLayout layout) {
        this.layout = layout;
        this.notes = new ArrayList<>(layout.notes());
    }

    /**
     * Opens a folder. Looks at every file that is new or changed, a few thousand a second; decodes none.
     *
     * @throws DataException if the folder cannot be read, has no class folders, fewer than two classes with pictures, or none for
     *     training or validation
     * @throws CancellationException if the thread is interrupted
     */
    public static DataSet open(Path folder, FolderOptions options) throws DataException {
        Path root = folder.toAbsolutePath().normalize();
        FolderLayout layout = FolderLayout.of(root);
        Optional<FolderIndexFile> kept = options.home().map(home -> new FolderIndexFile(home, root));
        FaultBook faults = new FaultBook(kept.map(FolderIndexFile::file));
        FolderIndex index = FolderIndex.of(layout, kept, faults, options.progress());
        Optional<PictureCache> cache = options.home()
                .map(home -> new PictureCache(home.resolve(CACHE), options.cacheBytes(), Clock.systemUTC()));
        return new ImageFolder(layout).assembled(index, options, cache, faults);
    }

    /**
     * Looks how much room the pictures take that are kept for quicker reading; up to seconds, for they are many.
     *
     * @param home the program's own folder
     * @return bytes
     * @throws IOException if they cannot be looked at
     */
    public static long keptPictures(Path home) throws IOException {
        return new PictureCache(home.resolve(CACHE), 0, Clock.systemUTC()).bytes();
    }

    /**
     * Deletes all pictures that were kept for quicker reading. What is open goes on, and reads the files themselves.
     *
     * @param home the program's own folder
     * @return the bytes that were freed
     * @throws IOException if a file cannot be deleted
     */
    public static long clearKeptPictures(Path home) throws IOException {
        return new PictureCache(home.resolve(CACHE), 0, Clock.systemUTC()).clear();
    }

    /** Whether a path is a folder with folders in it, which may be classes. */
    static boolean recognises(Path folder) throws DataException {
        return Files.isDirectory(folder) && !FolderLayout.folders(folder).isEmpty();
    }

    private DataSet assembled(FolderIndex index, FolderOptions options, Optional<PictureCache> cache, FaultBook faults)
            throws DataException {
        skipped.addAll(index.skipped());
        index.files().forEach(this::place);
        withoutUnknownClasses();
        List<String> classNames = classNames(index);
        requireBothParts();
        noteEmptyClasses(index, classNames);
        int side = options.side().orElseGet(this::fittingSide);
        skipped.sort(Comparator.comparing(SkippedFile::path));
        return new DataSet(
                "folder",
                DataSets.title(layout.root()),
                classNames,
                images(training, classNames, side, cache, faults),
                images(validation, classNames, side, cache, faults),
                fingerprint(side, classNames),
                new FolderReport(skipped, index.linksOutside(), notes));
    }

    private void place(IndexedFile file) {
        if (!file.usable()) {
            skipped.add(new SkippedFile(file.path(), file.reason()));
            return;
        }
        FolderLayout.Place place = layout.place(file.path());
        long hash = hash(place.inside());
        boolean second = layout.validation().isPresent() ? place.forValidation() : forValidation(hash);
        (second ? validation : training).add(new Placed(file, place.className(), place.inside(), hash));
    }

    /** The first 64 bits of SHA-256 over the path in UTF-8. */
    static long hash(String inside) {
        return ByteBuffer.wrap(Checksums.sha256().digest(inside.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Whether the hash, as an unsigned number, is in the lowest fifth of its range. */
    static boolean forValidation(long hash) {
        return (hash >>> 11) * 0x1.0p-53 < VALIDATION_SHARE;
    }

    private void withoutUnknownClasses() {
        if (layout.validation().isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        training.forEach(one -> known.add(one.className()));
        validation.removeIf(one -> {
            boolean unknown = !known.contains(one.className());
            if (unknown) {
                skipped.add(new SkippedFile(
                        one.file().path(),
                        "There are no pictures of the class " + one.className() + " in " + layout.training() + "."));
            }
            return unknown;
        });
    }

    private List<String> classNames(FolderIndex index) throws DataException {
        Set<String> names = new TreeSet<>();
        training.forEach(one -> names.add(one.className()));
        validation.forEach(one -> names.add(one.className()));
        if (names.size() < FEWEST_CLASSES) {
            String found = names.isEmpty()
                    ? "no class folder with pictures that can be read"
                    : "only one class folder with pictures that can be read, "
                            + names.iterator().next();
            String why = index.files().isEmpty()
                    ? ""
                    : " " + new FolderReport(skipped, List.of(), List.of()).skippedSentence();
            throw new DataException(
                    "There is " + found + ", in " + layout.root().resolve(layout.training())
                            + ". At least two classes are needed, each a folder of pictures." + why);
        }
        return List.copyOf(names);
    }

    private void requireBothParts() throws DataException {
        int all = training.size() + validation.size();
        if (layout.validation().isPresent() && validation.isEmpty()) {
            throw new DataException("There are no pictures in "
                    + layout.root().resolve(layout.validation().get())
                    + " that can be read and whose class is in " + layout.training() + ".");
        }
        if (training.isEmpty() || validation.isEmpty()) {
            throw new DataException("The " + all + " pictures in " + layout.root()
                    + " are too few to be split into training and validation. Add some, or put them into the folders"
                    + " train and val.");
        }
        if (layout.validation().isEmpty()) {
            notes.add("There is no folder for validation: 80 % of the pictures are for training and 20 % for"
                    + " validation, chosen by a hash of their path; the same on every machine.");
        }
    }

    private void noteEmptyClasses(FolderIndex index, List<String> classNames) {
        Set<String> empty = new TreeSet<>();
        index.classFolders().forEach(path -> empty.add(layout.place(path + "/").className()));
        classNames.forEach(empty::remove);
        empty.forEach(name -> notes.add(
                "The class folder " + name + " has no picture that can be read; there is no" + " such class."));
        Set<String> unlearned = new TreeSet<>(classNames);
        training.forEach(one -> unlearned.remove(one.className()));
        unlearned.forEach(name -> notes.add(
                "All pictures of the class " + name + " are for validation, so it cannot be learned. Add some."));
    }

    private int fittingSide() {
        long tiny = training.stream()
                .filter(one -> one.file().header().shorterSide() <= TINY)
                .count();
        return 2 * tiny >= training.size() ? SIDE_OF_TINY : SIDE;
    }

    private LabeledImages images(
            List<Placed> part, List<String> classNames, int side, Optional<PictureCache> cache, FaultBook faults) {
        part.sort(Comparator.comparingLong(Placed::hash).thenComparing(Placed::inside));
        IndexedFile[] files = part.stream().map(Placed::file).toArray(IndexedFile[]::new);
        int[] labels = part.stream()
                .mapToInt(one -> classNames.indexOf(one.className()))
                .toArray();
        return new LabeledImages(side, new FolderPixels(layout.root(), side, files, cache, faults), labels);
    }

    /** Over side, class names, and of every image part, path, size and the checksum of the file's two ends. */
    private String fingerprint(int side, List<String> classNames) {
        MessageDigest digest = Checksums.sha256();
        text(digest, "folder 1, side " + side);
        classNames.forEach(name -> text(digest, name));
        for (List<Placed> part : List.of(training, validation)) {
            text(digest, part.size() + " images");
            for (Placed one : part) {
                text(digest, one.inside());
                digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                        .putLong(one.file().bytes())
                        .putInt(one.file().header().ends())
                        .array());
            }
        }
        return Checksums.hex(digest);
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
