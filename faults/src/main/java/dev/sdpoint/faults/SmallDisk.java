package dev.sdpoint.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real disk of some kilobytes (tmpfs), which can be filled up, emptied and write-protected, for tests that run as root on Linux. Closing
 * takes it away. Elsewhere {@link LimitedDisk} stands for it. For one thread at a time.
 */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;
    private static final String BALLAST = "ballast";

    private final Path folder;
    private boolean writeProtected;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one.
     *
     * @param folder an empty folder, below which the disk is
     * @param bytes its size, a multiple of 4096
     * @return empty where a test may not mount a disk
     */
    public static Optional<SmallDisk> at(Path folder, long bytes) throws IOException, InterruptedException {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || !run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString())) {
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(folder));
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Takes all room but some bytes, rounded down to 4096. */
    public void fill(long left) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (FileChannel ballast =
                FileChannel.open(folder.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileChannel unused = ballast.position(ballast.size());
            try {
                while (true) {
                    int written = ballast.write(block.clear());
                    if (written < BLOCK) {
                        break;
                    }
                }
            } catch (IOException e) {
                // there is no room any more, as was wanted
            }
            ballast.truncate(Math.max(0, ballast.size() - left / BLOCK * BLOCK));
        }
    }

    /** Gives the room back that {@link #fill} took. */
    public void free() throws IOException {
        Files.deleteIfExists(folder.resolve(BALLAST));
    }

    /**
     * Write-protects it, for root too, or ends that. A second view of the disk is laid over it, since one that has a file open for writing cannot
     * itself be protected; who has one, writes on.
     */
    public void protect(boolean readOnly) throws IOException, InterruptedException {
        if (readOnly == writeProtected) {
            return;
        }
        String place = folder.toString();
        if (readOnly
                ? !run("mount", "--bind", place, place) || !run("mount", "-o", "remount,ro,bind", place)
                : !run("umount", "-l", place)) {
            throw new IOException("the protection of the disk at " + folder + " cannot be changed");
        }
        writeProtected = readOnly;
    }

    /** Names of the files on it, but for what fills it up, in order. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(BALLAST))
                    .sorted()
                    .toList();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String unused = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        protect(false);
        if (!run("umount", "-l", folder.toString())) {
            throw new IOException("the disk at " + folder + " cannot be taken away");
        }
    }
}
