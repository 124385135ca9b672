package dev.sdpoint.app.workspace;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that only the person may look into, where the file system knows such a thing. */
public final class PrivateFolders {
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

    private PrivateFolders() {}

    /**
     * Makes a folder, and those above it that are missing; closes it to others if it was there already.
     *
     * @throws IOException if it cannot be made or is not the person's own
     */
    public static void make(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(MINE));
            if (!Files.getPosixFilePermissions(folder).equals(MINE)) {
                Files.setPosixFilePermissions(folder, MINE);
            }
        } else {
            Files.createDirectories(folder);
        }
    }
}
