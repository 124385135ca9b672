package dev.sdpoint.engine.download;

import dev.sdpoint.engine.data.ForeignText;
import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Unpacks a published archive into an empty folder, and trusts it with nothing: only plain files directly inside the one folder that it
 * shall have, no links, no devices, no second file of a name, no file longer than published, and no more bytes in all than the published
 * files have. One thread.
 */
final class TarUnpacker {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_ENTRIES = 64;
    private static final long TELL_NANOS = 200_000_000L;
    private static final long MARGIN = 1 << 20;

    private final DataArchive archive;
    private final InstallWatcher watcher;
    private final Disk disk;
    private final Map<String, Long> lengths = new HashMap<>();
    private long written;
    private long toldNanos = System.nanoTime() - TELL_NANOS;

    TarUnpacker(DataArchive archive, InstallWatcher watcher, Disk disk) {
        this.archive = archive;
        this.watcher = watcher;
        this.disk = disk;
        archive.files().forEach(file -> lengths.put(file.name(), file.bytes()));
    }

    /**
     * Unpacks.
     *
     * @param packed a {@code .tar.gz}; closed here
     * @param folder exists and is empty; what is in it after a failure is of no use
     * @throws DownloadException if the archive is damaged or suspicious, or the disk refuses
     * @throws InterruptedException if the end is wanted
     */
    void unpack(InputStream packed, Path folder) throws DownloadException, InterruptedException {
        Set<String> seen = new HashSet<>();
        int entries = 0;
        try (InputStream plain = new Bounded(new GZIPInputStream(new BufferedInputStream(packed, BUFFER), BUFFER));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                watcher.goOn();
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw suspicious("it holds more than " + MOST_ENTRIES + " files");
                }
                String name = fileName(entry);
                if (name.isEmpty()) {
                    continue;
                }
                if (!seen.add(name)) {
                    throw suspicious("it holds " + name + " twice");
                }
                write(tar, entry, folder.resolve(name));
            }
        } catch (IOException e) {
            watcher.goOn();
            throw new DownloadException(
                    archive.fileName() + " is damaged (" + ForeignText.shown(String.valueOf(e.getMessage()))
                            + "). Download or copy it again.",
                    e);
        }
    }

    /** The plain name of a file of the archive's folder; empty for the folder itself. */
    private String fileName(TarArchiveEntry entry) throws DownloadException {
        String path = entry.getName();
        boolean isFolder = entry.getLinkFlag() == TarConstants.LF_DIR;
        boolean isFile =
                entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
        if (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (isFolder && (path.equals(archive.folder() + "/") || path.equals(archive.folder()) || path.isEmpty())) {
            return "";
        }
        String start = archive.folder() + "/";
        String name = path.startsWith(start) ? path.substring(start.length()) : "";
        if (!isFile || name.isEmpty() || !isPlain(name)) {
            throw suspicious("it holds '" + ForeignText.shown(path) + "', which is no plain file of its folder "
                    + archive.folder());
        }
        return name;
    }

    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z0-9._-]{1,100}") && !name.startsWith(".");
    }

    private void write(InputStream content, TarArchiveEntry entry, Path file)
            throws IOException, DownloadException, InterruptedException {
        String name = String.valueOf(file.getFileName());
        long published = lengths.getOrDefault(name, -1L);
        long most = published < 0 ? DataArchive.LONGEST_TEXT : published;
        if (entry.getSize() > most || (published >= 0 && entry.getSize() < published)) {
            throw suspicious("its " + name + " has " + Sizes.exact(entry.getSize()) + " bytes instead of "
                    + (published < 0 ? "at most " : "") + Sizes.exact(most));
        }
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = create(file)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > most) {
                    throw suspicious("its " + name + " is longer than it says");
                }
                write(out, buffer, count, file);
            }
            force(out, file);
        }
        if (size != entry.getSize()) {
            throw new IOException(name + " ends early");
        }
    }

    private OutputStream create(Path file) throws DownloadException {
        try {
            return disk.create(file);
        } catch (IOException e) {
            throw Refusals.disk(file, e, "");
        }
    }

    private void write(OutputStream out, byte[] buffer, int count, Path file)
            throws DownloadException, InterruptedException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw Refusals.disk(file, e, "");
        }
        written += count;
        long now = System.nanoTime();
        if (now - toldNanos >= TELL_NANOS) {
            toldNanos = now;
            watcher.goOn();
            watcher.at(InstallProgress.of(Stage.UNPACKING, written, archive.unpackedBytes()));
        }
    }

    private static void force(OutputStream out, Path file) throws DownloadException {
        try {
            out.flush();
            Moves.force(file);
        } catch (IOException e) {
            throw Refusals.disk(file, e, "");
        }
    }

    private DownloadException suspicious(String why) {
        return new DownloadException(archive.fileName() + " is not the published archive: " + why
                + ". Nothing of it was taken. Download it again, or use another mirror.");
    }

    /** Ends a stream that unpacks to more than the published files: a small archive can hold a disk full of zeros. */
    private final class Bounded extends FilterInputStream {
        private final long most = archive.unpackedBytes() + MOST_ENTRIES * DataArchive.LONGEST_TEXT + MARGIN;
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(count);
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long more) throws IOException {
            read += Math.max(0, more);
            if (read > most) {
                throw new IOException("it unpacks to more than the published files");
            }
        }
    }
}
