package dev.sdpoint.engine.download;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares the files of a folder with the published ones. */
final class FolderCheck {
    private final DataArchive archive;

    FolderCheck(DataArchive archive) {
        this.archive = archive;
    }

    /** What is missing or has a wrong length, as a clause; empty if nothing is. Reads no content. */
    Optional<String> glance(Path folder) throws IOException {
        for (String text : archive.texts()) {
            if (!Files.isRegularFile(folder.resolve(text))) {
                return Optional.of(text + " is missing");
            }
            if (Files.size(folder.resolve(text)) > DataArchive.LONGEST_TEXT) {
                return Optional.of(text + " is too long");
            }
        }
        for (ArchivedFile file : archive.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path)) {
                return Optional.of(file.name() + " is missing");
            }
            if (Files.size(path) != file.bytes()) {
                return Optional.of(file.name() + " has " + Sizes.exact(Files.size(path)) + " bytes instead of "
                        + Sizes.exact(file.bytes()));
            }
        }
        return Optional.empty();
    }

    /** The same, and compares the content of every file with its sum. */
    Optional<String> look(Path folder, InstallWatcher watcher) throws IOException, InterruptedException {
        Optional<String> wrong = glance(folder);
        if (wrong.isPresent()) {
            return wrong;
        }
        Counter counter = new Counter(watcher, archive.unpackedBytes());
        for (ArchivedFile file : archive.files()) {
            Sums sums = Sums.of(folder.resolve(file.name()), watcher, counter::add);
            if (!sums.md5().equals(file.md5())) {
                return Optional.of("the content of " + file.name() + " is not the published one");
            }
        }
        return Optional.empty();
    }

    /** Tells how much is checked, a few times a second. */
    static final class Counter {
        private static final long TELL_NANOS = 200_000_000L;
        private final InstallWatcher watcher;
        private final long total;
        private long done;
        private long told = System.nanoTime() - TELL_NANOS;

        Counter(InstallWatcher watcher, long total) {
            this.watcher = watcher;
            this.total = total;
        }

        void add(long bytes) {
            done += bytes;
            long now = System.nanoTime();
            if (now - told >= TELL_NANOS) {
                told = now;
                watcher.at(InstallProgress.of(Stage.CHECKING, done, total));
            }
        }
    }
}
