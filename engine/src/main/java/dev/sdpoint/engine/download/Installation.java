package dev.sdpoint.engine.download;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings one data set into the library: fetches or takes its archive, checks it, unpacks it into a folder of a passing name, checks every
 * file, and gives the folder its name in one step. Until that step nothing counts as installed. One thread.
 */
final class Installation {
    private static final long MARGIN = 16L << 20;
    private static final int BUFFER = 1 << 16;

    private final LibraryFiles files;
    private final DataArchive archive;
    private final Patience patience;
    private final Disk disk;
    private final InstallWatcher watcher;

    Installation(LibraryFiles files, DataArchive archive, Patience patience, Disk disk, InstallWatcher watcher) {
        this.files = files;
        this.archive = archive;
        this.patience = patience;
        this.disk = disk;
        this.watcher = watcher;
    }

    /** Returns the folder with the files. The caller holds the lock. */
    Path run(Source source) throws DownloadException, InterruptedException {
        if (source instanceof Source.Address address) {
            Path fetched = fetch(address);
            Path installed = fromArchive(fetched, address.uri().toString(), true);
            delete(fetched);
            return installed;
        }
        Path path = ((Source.Existing) source).path().toAbsolutePath();
        if (Files.isDirectory(path)) {
            return fromFolder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new DownloadException("There is no file " + path + ". Check the path.");
        }
        requireRoom(archive.unpackedBytes());
        return fromArchive(path, path.toString(), false);
    }

    private Path fetch(Source.Address address) throws DownloadException, InterruptedException {
        Path target = files.packed();
        if (Files.isRegularFile(target)) { // left by a process that ended before it was unpacked
            requireRoom(archive.unpackedBytes());
            return target;
        }
        try (PartialFile part = PartialFile.of(target, disk)) {
            requireRoom(archive.bytes() - part.size() + archive.unpackedBytes());
            new HttpDownload(address.uri(), archive.bytes(), part, patience, watcher).run();
            part.finish();
            return target;
        } catch (IOException e) {
            throw Refusals.disk(target, e, "");
        }
    }

    /** @param fetched whether it is this program's own file, which goes if it is wrong; else it stays, wherever it lies */
    private Path fromArchive(Path file, String from, boolean fetched) throws DownloadException, InterruptedException {
        Sums sums = sums(file);
        if (!sums.md5().equals(archive.md5())) {
            if (fetched) {
                delete(file);
                throw new DownloadException("What came from " + from + " is not " + archive.fileName()
                        + " as published: its sum (MD5) is " + sums.md5() + " instead of " + archive.md5()
                        + ". It was removed. Download again, or use another mirror.");
            }
            throw new DownloadException(file + " is not " + archive.fileName() + " as published: " + otherFile(file)
                    + "Choose the file " + archive.fileName() + " or the folder " + archive.folder()
                    + " that was unpacked from it.");
        }
        Path passing = files.passing();
        try {
            Path inside = Files.createDirectories(passing.resolve(archive.folder()));
            try (InputStream packed = Files.newInputStream(file)) {
                new TarUnpacker(archive, watcher, disk).unpack(packed, inside);
            }
            return settle(passing, from, sums.sha256());
        } catch (IOException e) {
            throw Refusals.disk(passing, e, "");
        } finally {
            delete(passing);
        }
    }

    private String otherFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.contains("python") || name.contains("matlab")) {
            return "it seems to be the Python or Matlab version, and the binary version is needed. ";
        }
        try {
            long size = Files.size(file);
            return size == archive.bytes()
                    ? "its content differs, so it is damaged. "
                    : "it has " + Sizes.exact(size) + " bytes instead of " + Sizes.exact(archive.bytes()) + ". ";
        } catch (IOException e) {
            return "";
        }
    }

    private Path fromFolder(Path chosen) throws DownloadException, InterruptedException {
        Path inside = Files.isDirectory(chosen.resolve(archive.folder())) ? chosen.resolve(archive.folder()) : chosen;
        FolderCheck check = new FolderCheck(archive);
        Optional<String> wrong;
        try {
            wrong = check.look(inside, watcher);
        } catch (IOException e) {
            throw new DownloadException(
                    "The files in " + inside + " could not be read. Check that you may open them.", e);
        }
        if (wrong.isPresent()) {
            throw new DownloadException("The folder " + inside + " is not " + archive.title() + " as published: "
                    + wrong.get() + ". Choose the folder " + archive.folder() + " unpacked from "
                    + archive.fileName() + ".");
        }
        requireRoom(archive.unpackedBytes());
        Path passing = files.passing();
        try {
            Path copies = Files.createDirectories(passing.resolve(archive.folder()));
            long[] done = {0};
            for (String name : archive.names().toList()) {
                copy(inside.resolve(name), copies.resolve(name), done);
            }
            return settle(passing, chosen.toString(), "");
        } catch (IOException e) {
            throw Refusals.disk(passing, e, "");
        } finally {
            delete(passing);
        }
    }

    private void copy(Path from, Path to, long[] done) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = disk.create(to)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                watcher.goOn();
                out.write(buffer, 0, count);
                done[0] += count;
            }
        }
        Moves.force(to);
        watcher.at(InstallProgress.of(Stage.COPYING, done[0], archive.unpackedBytes()));
    }

    /** Checks what stands in the passing folder and gives it its name. */
    private Path settle(Path passing, String from, String sha256)
            throws IOException, DownloadException, InterruptedException {
        Optional<String> wrong = new FolderCheck(archive).look(passing.resolve(archive.folder()), watcher);
        if (wrong.isPresent()) {
            throw new DownloadException("The files of " + archive.title() + " are not those that were published: "
                    + wrong.get() + ". Nothing was installed. Try again, or use another mirror.");
        }
        Receipt.write(passing, archive, from, sha256);
        watcher.goOn();
        Path place = files.place();
        if (!files.taken()) {
            Files.deleteIfExists(place); // an empty folder
        } else if (files.ours()) { // damaged, or it would not be installed again
            new Aside(files).takeInstalled();
        } else { // it came meanwhile
            throw new DownloadException(files.foreign().sentence());
        }
        Moves.intoPlace(passing, place);
        return place.resolve(archive.folder());
    }

    private Sums sums(Path file) throws DownloadException, InterruptedException {
        try {
            FolderCheck.Counter counter = new FolderCheck.Counter(watcher, Files.size(file));
            return Sums.of(file, watcher, counter::add);
        } catch (IOException e) {
            throw new DownloadException(file + " could not be read. Check that you may open it.", e);
        }
    }

    private void requireRoom(long bytes) throws DownloadException {
        long usable;
        try {
            usable = disk.usable(files.folder());
        } catch (IOException e) {
            return; // a disk that cannot tell may have room all the same
        }
        if (usable < bytes + MARGIN) {
            throw new DownloadException("There is not enough room on the disk of " + files.folder() + ": "
                    + archive.title() + " needs " + Sizes.of(bytes + MARGIN) + ", and " + Sizes.of(usable)
                    + " are free. Make room and try again.");
        }
    }

    private static void delete(Path path) {
        try {
            Moves.remove(path);
        } catch (IOException e) {
            // swept away the next time
        }
    }
}
