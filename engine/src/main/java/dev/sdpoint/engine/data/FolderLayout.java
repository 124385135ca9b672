package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the class folders of a data set lie: in the layout of ImageNet, {@code train/<class>} and {@code val/<class>} (also
 * {@code validation}, {@code valid} and {@code test}; the first of these that is there), or directly in the folder, or in a
 * {@code train} that stands alone.
 *
 * @param root the folder of the data set
 * @param training path of the folder that holds the class folders for training, relative to the root; empty for the root itself
 * @param validation the same for validation; empty if the pictures of {@code training} are split
 * @param notes sentences on how the folder was understood
 */
record FolderLayout(Path root, String training, Optional<String> validation, List<String> notes) {
    private static final List<String> TRAINING = List.of("train", "training");
    private static final List<String> VALIDATION = List.of("val", "validation", "valid", "test");
    private static final List<String> OF_THE_SYSTEM = List.of("thumbs.db", "desktop.ini", "__macosx");

    /**
     * Looks at the folder and at what lies directly in it.
     *
     * @throws DataException if it cannot be read or holds no folders
     */
    static FolderLayout of(Path root) throws DataException {
        List<String> folders = folders(root);
        if (folders.isEmpty()) {
            throw new DataException("There are no folders in " + root
                    + ". Put the pictures of each class into a folder of their own, named after the class.");
        }
        Optional<String> training = named(folders, TRAINING);
        Optional<String> validation = named(folders, VALIDATION);
        if (training.isPresent() && validation.isPresent()) {
            return parts(root, folders, training.get(), validation.get());
        }
        if (training.isPresent() && folders.size() == 1 && holdsFolders(root.resolve(training.get()))) {
            return new FolderLayout(root, training.get(), Optional.empty(), List.of());
        }
        if (validation.isPresent() && folders.size() == 1) {
            throw new DataException("There is a folder " + validation.get() + " in " + root
                    + " but none for training. Add train, with a folder of pictures for each class.");
        }
        return new FolderLayout(root, "", Optional.empty(), List.of());
    }

    private static FolderLayout parts(Path root, List<String> folders, String training, String validation)
            throws DataException {
        for (String part : List.of(training, validation)) {
            if (!holdsFolders(root.resolve(part))) {
                throw new DataException("There are no class folders in " + root.resolve(part)
                        + ". Put the pictures of each class into a folder of their own there, named after the class.");
            }
        }
        List<String> notes = folders.stream()
                .filter(name -> !name.equals(training) && !name.equals(validation))
                .map(name -> "The folder " + name + " is not used: " + training + " and " + validation + " are.")
                .toList();
        return new FolderLayout(root, training, Optional.of(validation), notes);
    }

    private static Optional<String> named(List<String> folders, List<String> names) {
        return names.stream()
                .flatMap(name -> folders.stream().filter(folder -> lower(folder).equals(name)))
                .findFirst();
    }

    private static boolean holdsFolders(Path folder) throws DataException {
        return !folders(folder).isEmpty();
    }

    /** Names of the folders in a folder that are not hidden, in a fixed order. */
    static List<String> folders(Path folder) throws DataException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                if (!hidden(name)) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) { // the latter where the disk fails within the list
            throw new DataException(
                    folder + " could not be read. Check that you may open it and that its disk is there.", e);
        }
        names.sort(null);
        return names;
    }

    /** Whether files and folders of this name are passed over without a word. */
    static boolean hidden(String name) {
        return name.startsWith(".") || OF_THE_SYSTEM.contains(lower(name));
    }

    /** The folders that hold class folders, relative to the root. */
    List<String> parts() {
        return validation.map(second -> List.of(training, second)).orElse(List.of(training));
    }

    /** Where a file belongs. */
    Place place(String path) {
        boolean second = validation.filter(part -> path.startsWith(part + "/")).isPresent();
        String part = second ? validation.orElse("") : training;
        String inside = part.isEmpty() ? path : path.substring(part.length() + 1);
        String composed = Normalizer.normalize(inside, Normalizer.Form.NFC);
        return new Place(second, composed.substring(0, composed.indexOf('/')).strip(), composed);
    }

    /**
     * Where a file belongs.
     *
     * @param forValidation whether it lies in the validation part
     * @param className name of its class folder, accents composed, without spaces around it
     * @param inside its path below the part, accents composed, so that it is the same on every system
     */
    record Place(boolean forValidation, String className, String inside) {}

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
