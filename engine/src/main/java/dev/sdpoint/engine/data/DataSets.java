package dev.sdpoint.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens a data set by the name a person gave it. */
public final class DataSets {
    /** The name of the subset of CIFAR-10 that comes with the program. */
    public static final String BUNDLED = "bundled";

    private DataSets() {}

    /**
     * Returns the data set of this name, wholly in memory.
     *
     * @param bundledOrFolder {@code bundled}, or the path of an official binary folder of CIFAR-10 or CIFAR-100, or of its parent
     * @throws DataException if nothing readable is there
     */
    public static DataSet open(String bundledOrFolder) throws DataException {
        String name = bundledOrFolder.strip();
        if (name.isEmpty()) {
            throw new DataException("No data set was named. Say 'bundled' or give the folder of CIFAR-10.");
        }
        if (name.equals(BUNDLED)) {
            return BundledCifar10.load();
        }
        try {
            Path folder = Path.of(name);
            return Cifar100Folder.locate(folder).isPresent() ? Cifar100Folder.read(folder) : CifarFolder.read(folder);
        } catch (InvalidPathException e) {
            throw new DataException("'" + name + "' is no path. Say 'bundled' or give the folder of CIFAR-10.", e);
        }
    }
}
