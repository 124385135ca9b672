package dev.sdpoint.engine.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published data sets on this machine, in one folder. A data set is there whole or not at all, whatever kills the program when;
 * what was fetched of it is kept. Safe from any thread and beside other processes; each call works on the caller's thread, and only
 * {@link #install} from an address uses the network.
 */
public final class DataLibrary {
    /** How long what was removed or discarded can be brought back. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(DataLibrary.class);

    private final Path folder;
    private final Patience patience;
    private final Disk disk;

    /** @param folder made when something is first installed */
    public DataLibrary(Path folder) {
        this(folder, Patience.USUAL, Disk.REAL);
    }

    DataLibrary(Path folder, Patience patience, Disk disk) {
        this.folder = folder.toAbsolutePath();
        this.patience = patience;
        this.disk = disk;
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /**
     * What is here of a data set, by names and lengths of its files; milliseconds.
     *
     * @throws DownloadException if the folder cannot be read
     */
    public Holding look(DataArchive archive) throws DownloadException {
        LibraryFiles files = files(archive);
        try {
            if (files.taken()) {
                Path inside = files.place().resolve(archive.folder());
                Optional<String> wrong = new FolderCheck(archive).glance(inside);
                if (wrong.isEmpty()) {
                    return new Holding.Installed(inside, archive.unpackedBytes());
                }
                return files.ours() ? new Holding.Damaged(inside, damage(archive, wrong.get())) : files.foreign();
            }
            if (Files.exists(files.packed())) {
                return new Holding.Begun(archive.bytes(), archive.bytes());
            }
            Path part = PartialFile.part(files.packed());
            long size = Files.exists(part) ? Files.size(part) : 0;
            return size == 0 ? new Holding.Absent() : new Holding.Begun(size, archive.bytes());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DownloadException unreadable(IOException problem) {
        return new DownloadException(folder + " could not be read. Check its permissions.", problem);
    }

    /**
     * Installs a data set; takes up what an earlier try left. Nothing to do if it is here.
     *
     * @return the folder with its files
     * @throws DownloadException if that is impossible; what was fetched is kept unless it is wrong
     * @throws InterruptedException if the watcher ended it; what was fetched is kept
     */
    public Path install(DataArchive archive, Source source, InstallWatcher watcher)
            throws DownloadException, InterruptedException {
        try (InstallLock lock = lock(archive)) {
            LibraryFiles files = files(archive);
            files.sweep();
            Holding here = look(archive);
            if (here instanceof Holding.Installed installed) {
                return installed.folder();
            }
            if (here instanceof Holding.Foreign foreign) {
                throw new DownloadException(foreign.sentence());
            }
            Path installed = new Installation(files, archive, patience, disk, watcher).run(source);
            boolean unused = new Aside(files).giveUp();
            clear(files, source);
            return installed;
        } catch (IOException e) {
            throw Refusals.disk(folder, e, "");
        }
    }

    /** What was fetched has served, unless a person pointed at it. */
    private static void clear(LibraryFiles files, Source source) throws IOException {
        for (Path file : files.fetched()) {
            if (Files.exists(file)
                    && !(source instanceof Source.Existing existing && Files.isSameFile(existing.path(), file))) {
                Files.delete(file);
            }
        }
    }

    /**
     * Compares the content of every installed file with its published sum; about a second.
     *
     * @throws DownloadException if something is wrong, or it is not installed
     */
    public void check(DataArchive archive, InstallWatcher watcher) throws DownloadException, InterruptedException {
        Path inside = files(archive).place().resolve(archive.folder());
        if (!Files.isDirectory(inside)) {
            throw new DownloadException(archive.title() + " is not installed.");
        }
        try {
            Optional<String> wrong = new FolderCheck(archive).look(inside, watcher);
            if (wrong.isPresent()) {
                throw new DownloadException(damage(archive, wrong.get()));
            }
        } catch (IOException e) {
            throw new DownloadException(inside + " could not be read. Check that you may open its files.", e);
        }
    }

    /**
     * Puts an installed data set aside, to be {@linkplain #restore restored} within {@link #KEPT} or {@linkplain #forget forgotten}; what was
     * aside before is forgotten. Nothing if it is not here.
     *
     * @return whether there was one
     * @throws DownloadException if that is impossible, or a person put there what is there
     */
    public boolean remove(DataArchive archive) throws DownloadException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (InstallLock lock = lock(archive)) {
            LibraryFiles files = files(archive);
            if (!files.taken()) {
                return false;
            }
            if (!files.ours()) {
                throw new DownloadException(
                        files.place()
                                + " was not removed: it holds files that this program did not put there. Remove it yourself if it is not needed.");
            }
            new Aside(files).takeInstalled();
            return true;
        } catch (IOException e) {
            throw Refusals.disk(folder, e, "It is still here.");
        }
    }

    /**
     * Brings back what was removed or discarded last. Of two beginnings of a download the longer one stays.
     *
     * @return whether it was still there, or the data set is installed
     * @throws DownloadException if that is impossible now; what can be brought back stays so
     */
    public boolean restore(DataArchive archive) throws DownloadException {
        try (InstallLock lock = lock(archive)) {
            LibraryFiles files = files(archive);
            Aside aside = new Aside(files);
            if (!files.taken()) {
                return aside.bringBack();
            }
            if (!files.ours() && aside.look().isPresent()) {
                throw new DownloadException(files.foreign().sentence());
            }
            return files.ours();
        } catch (IOException e) {
            throw Refusals.disk(folder, e, "");
        }
    }

    /**
     * What was removed or discarded, by whatever process, and can be brought back now. What is past its time is forgotten.
     *
     * @throws DownloadException if the folder cannot be read
     */
    public Optional<Removed> removed(DataArchive archive) throws DownloadException {
        LibraryFiles files = files(archive);
        try {
            Optional<Removed> aside = new Aside(files).look();
            if (aside.filter(it -> it.until().isBefore(Instant.now())).isPresent()) {
                forgetUnlessInUse(archive);
                return Optional.empty();
            }
            return files.taken() ? Optional.empty() : aside;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void forgetUnlessInUse(DataArchive archive) {
        try {
            boolean unused = forget(archive);
        } catch (DownloadException e) {
            LOG.debug("What was removed of {} takes room until the next look.", archive.title(), e);
        }
    }

    /**
     * Gives the room of what was removed or discarded back.
     *
     * @return whether there was anything
     */
    public boolean forget(DataArchive archive) throws DownloadException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (InstallLock lock = lock(archive)) {
            return new Aside(files(archive)).giveUp();
        } catch (IOException e) {
            throw Refusals.disk(folder, e, "");
        }
    }

    /**
     * Puts a download that was begun aside, to be {@linkplain #restore restored} or {@linkplain #forget forgotten}, and gives the room back
     * that killed processes left. If the whole data set can be brought back, that stays aside and the download goes.
     *
     * @return whether there was anything
     */
    public boolean discard(DataArchive archive) throws DownloadException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (InstallLock lock = lock(archive)) {
            LibraryFiles files = files(archive);
            boolean swept = files.sweep();
            return new Aside(files).takeFetched() || swept;
        } catch (IOException e) {
            throw Refusals.disk(folder, e, "");
        }
    }

    private LibraryFiles files(DataArchive archive) {
        return new LibraryFiles(folder, archive);
    }

    private InstallLock lock(DataArchive archive) throws IOException, DownloadException {
        Files.createDirectories(folder);
        return InstallLock.take(files(archive).lock(), archive);
    }

    private static String damage(DataArchive archive, String what) {
        return archive.title() + " is not whole any more: " + what + ". Remove it and install it again.";
    }
}
