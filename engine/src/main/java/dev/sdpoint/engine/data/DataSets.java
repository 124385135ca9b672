package dev.sdpoint.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Opens a data set by the name a person gave it. */
public final class DataSets {
    /** The name of the subset of CIFAR-10 that comes with the program. */
    public static final String BUNDLED = "bundled";

    private DataSets() {}

    /**
     * Returns the data set of this name; nothing is kept on the disk.
     *
     * @param bundledOrFolder {@code bundled}, the path of an official binary folder of CIFAR-10 or CIFAR-100 or of its parent, or a
     *     folder of pictures ({@link ImageFolder})
     * @throws DataException if nothing readable is there
     */
    public static DataSet open(String bundledOrFolder) throws DataException {
        return open(bundledOrFolder, FolderOptions.DEFAULT);
    }

    /**
     * Returns the data set of this name.
     *
     * @param options how a folder of pictures is opened; the others have their own size and are wholly in memory
     * @throws DataException if nothing readable is there
     * @throws CancellationException if the thread is interrupted while a folder of pictures is opened
     */
    public static DataSet open(String bundledOrFolder, FolderOptions options) throws DataException {
        String name = bundledOrFolder.strip();
        if (name.isEmpty()) {
            throw new DataException("No data set was named. Say 'bundled' or give a folder.");
        }
        if (name.equals(BUNDLED)) {
            return BundledCifar10.load();
        }
        try {
            return open(Path.of(name), options);
        } catch (InvalidPathException e) {
            throw new DataException("'" + name + "' is no path. Say 'bundled' or give a folder.", e);
        }
    }

    /**
     * Returns the data set in a folder.
     *
     * @param folder an official binary folder of CIFAR-10 or CIFAR-100 or its parent, or a folder of pictures
     * @param options how a folder of pictures is opened
     * @throws DataException if nothing readable is there
     * @throws CancellationException if the thread is interrupted while a folder of pictures is opened
     */
    public static DataSet open(Path folder, FolderOptions options) throws DataException {
        if (Cifar100Folder.locate(folder).isPresent()) {
            return Cifar100Folder.read(folder);
        }
        return !CifarFolder.recognises(folder) && ImageFolder.recognises(folder)
                ? ImageFolder.open(folder, options)
                : CifarFolder.read(folder);
    }

    /** What a person calls the data set of a folder: the folder's name, or the root of a disk, which has no other. */
    public static String title(Path folder) {
        return String.valueOf(Optional.ofNullable(folder.getFileName()).orElse(folder));
    }
}
