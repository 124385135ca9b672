package dev.sdpoint.engine.library;

import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.model.CopyProgress;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The models that a person keeps: the model files of one folder, whoever put them there. A model is there whole or not at all, and what is
 * deleted can be brought back for {@link #KEPT}. Safe from any thread and beside other processes; each call works on the caller's thread.
 */
public final class ModelLibrary {
    /** How long deleted models wait. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String DELETED = "deleted";
    private static final Comparator<FoundModel> BY_NAME = Comparator.comparing(
                    (FoundModel model) -> model.name().toLowerCase(Locale.ROOT))
            .thenComparing(FoundModel::file);

    private final Path folder;
    private final ModelLooks looks;
    private final Clock clock;

    /**
     * A library.
     *
     * @param folder made when something first comes into it
     * @param looks remembers what files tell
     */
    public ModelLibrary(Path folder, ModelLooks looks) {
        this(folder, looks, Clock.systemUTC());
    }

    ModelLibrary(Path folder, ModelLooks looks, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.looks = looks;
        this.clock = clock;
    }

    /** Where the models are. */
    public Path folder() {
        return folder;
    }

    /** Whether a file lies in this library. */
    public boolean holds(Path file) {
        return folder.equals(file.toAbsolutePath().normalize().getParent());
    }

    /**
     * All model files by name, those that cannot be read too; none if there is no folder yet. Milliseconds for a file that is new or
     * changed, less for the others.
     *
     * @throws ModelFileException if the folder cannot be read
     */
    public List<FoundModel> list() throws ModelFileException {
        List<FoundModel> models = new ArrayList<>();
        for (Path file : files(folder)) {
            looks.at(file).ifPresent(models::add); // one may go meanwhile
        }
        models.sort(BY_NAME);
        return models;
    }

    /**
     * By what a change of the list is noticed, without reading a file.
     *
     * @throws ModelFileException if the folder cannot be read
     */
    public Map<Path, FileStamp> stamps() throws ModelFileException {
        Map<Path, FileStamp> stamps = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            try {
                stamps.put(file, FileStamp.of(file));
            } catch (IOException e) {
                stamps.put(file, new FileStamp(0, 0, "")); // gone meanwhile, or not to be looked at
            }
        }
        return stamps;
    }

    private static List<Path> files(Path folder) throws ModelFileException {
        List<Path> files = new ArrayList<>();
        if (Files.notExists(folder)) {
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = String.valueOf(file.getFileName());
                if (FoundModel.isModel(name) && !name.startsWith(".") && !Files.isDirectory(file)) {
                    files.add(file);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw new ModelFileException(
                    "The folder of models, " + folder
                            + ", could not be read. Check that it is a folder and its permissions.",
                    e);
        }
        return files;
    }

    /**
     * Copies a model into the library, checked, whole or not at all; an older version of the format becomes the newest. Nothing is copied
     * if the library has the same model already.
     *
     * @param source stays as it is
     * @param progress hears how much is copied, and may end it
     * @throws ModelFileException if the source is no whole model, or the library cannot be written; it is as it was then
     * @throws InterruptedException if the progress or an interruption ended it; the library is as it was then
     */
    public TakenModel take(Path source, CopyProgress progress) throws ModelFileException, InterruptedException {
        var summary = ModelFiles.look(source);
        try (LibraryLock lock = LibraryLock.take(folder)) {
            for (FoundModel here : list()) {
                if (here.summary().filter(summary::sameModel).isPresent() && isWhole(here)) {
                    return new TakenModel(here, true);
                }
            }
            Path target = free(ModelNames.of(FoundModel.nameOf(source)));
            ModelFiles.copy(source, target, progress);
            return new TakenModel(found(target), false);
        } catch (IOException e) {
            throw refused("The model could not be taken in", e);
        }
    }

    /** Whether the rest of a file is what its beginning says; a broken one must not keep the good one out. */
    private static boolean isWhole(FoundModel model) {
        try {
            return ModelFiles.read(model.file()).network().classes() > 0;
        } catch (ModelFileException e) {
            return false;
        }
    }

    /**
     * Copies a model of the library elsewhere, checked, whole or not at all.
     *
     * @param model as it was seen
     * @param target replaced if it is there
     * @throws ModelFileException if the file is gone, is another by now or damaged, or the target cannot be written
     * @throws InterruptedException if the progress ended it
     */
    public void export(FoundModel model, Path target, CopyProgress progress)
            throws ModelFileException, InterruptedException {
        requireAsSeen(model);
        ModelFiles.copy(model.file(), target, progress);
    }

    /**
     * Puts a model aside, where it waits to be {@linkplain #restore restored} for {@link #KEPT}.
     *
     * @param model as it was seen
     * @throws ModelFileException if the file is gone or is another by now, or cannot be moved; it is where it was then
     */
    public DeletedModel delete(FoundModel model) throws ModelFileException, InterruptedException {
        try (LibraryLock lock = LibraryLock.take(folder)) {
            requireAsSeen(model);
            Path aside = Files.createDirectories(folder.resolve(DELETED));
            Instant at = clock.instant();
            Path target = aside.resolve(DeletedModel.fileName(model.name(), at));
            while (Files.exists(target)) { // two of a name within a millisecond
                at = at.plusMillis(1);
                target = aside.resolve(DeletedModel.fileName(model.name(), at));
            }
            move(model.file(), target);
            return DeletedModel.of(target).orElseThrow();
        } catch (IOException e) {
            throw refused("\"" + model.name() + "\" could not be deleted", e);
        }
    }

    /**
     * What was deleted and waits, the newest first. What has waited for longer than {@link #KEPT} goes for good.
     *
     * @throws ModelFileException if the folder cannot be read
     */
    public List<DeletedModel> deleted() throws ModelFileException {
        Instant oldest = clock.instant().minus(KEPT);
        List<DeletedModel> models = new ArrayList<>();
        for (Path file : files(folder.resolve(DELETED))) {
            Optional<DeletedModel> model = DeletedModel.of(file);
            if (model.isPresent() && model.get().at().isBefore(oldest)) {
                forget(file);
            } else {
                model.ifPresent(models::add);
            }
        }
        models.sort(Comparator.comparing(DeletedModel::at).reversed());
        return models;
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it takes room a little longer
        }
    }

    /**
     * Brings a deleted model back, under its name, or another if that is taken by now.
     *
     * @return where it is
     * @throws ModelFileException if it waits no longer, or cannot be moved
     */
    public FoundModel restore(DeletedModel model) throws ModelFileException, InterruptedException {
        try (LibraryLock lock = LibraryLock.take(folder)) {
            Path target = free(model.name());
            move(model.file(), target);
            return found(target);
        } catch (NoSuchFileException e) {
            throw new ModelFileException(
                    "\"" + model.name()
                            + "\" waits no longer: it was restored elsewhere, or its time was over. Import it again.",
                    e);
        } catch (IOException e) {
            throw refused("\"" + model.name() + "\" could not be restored", e);
        }
    }

    private FoundModel found(Path file) throws ModelFileException {
        return looks.at(file)
                .orElseThrow(() -> new ModelFileException(
                        file + " has gone as soon as it was there. Check what else uses the folder " + folder + "."));
    }

    private void requireAsSeen(FoundModel seen) throws ModelFileException {
        Optional<FoundModel> now = looks.at(seen.file());
        if (now.isEmpty()) {
            throw new ModelFileException("\"" + seen.name() + "\" is not in "
                    + seen.file().getParent() + " any more: somebody moved or deleted it. Look at the list again.");
        }
        if (!now.get().stamp().equals(seen.stamp())) {
            throw new ModelFileException(
                    "\"" + seen.name()
                            + "\" has changed since it was listed. Look at the list again, and repeat it if this is still the one you mean.");
        }
    }

    /**
     * A file for a model that is new: none of that name is there yet. Its folder is made.
     *
     * @param name for people; what some file system refuses in it is replaced
     * @throws ModelFileException if the folder cannot be made
     */
    public Path fresh(String name) throws ModelFileException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("The folder of models could not be made", e);
        }
        return free(ModelNames.of(name));
    }

    private Path free(String name) {
        return file(ModelNames.free(name, candidate -> Files.exists(file(candidate))));
    }

    private Path file(String name) {
        return folder.resolve(name + FoundModel.ENDING);
    }

    /** Within one file system; never over a file. */
    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new java.nio.file.FileAlreadyExistsException(to.toString());
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private ModelFileException refused(String what, IOException e) {
        String why =
                e instanceof AccessDeniedException ? "access denied" : FullStop.without(String.valueOf(e.getMessage()));
        return new ModelFileException(
                what + " in " + folder + " (" + why + "). Check that the folder can be written and the free space.", e);
    }
}
