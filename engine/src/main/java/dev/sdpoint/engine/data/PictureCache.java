package dev.sdpoint.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded and reduced pictures on the disk, bounded in size: when it is full, those that were not asked for longest go first. An
 * entry is written whole or not at all and has a checksum; a damaged one counts as none. Whatever fails here costs time only: the
 * picture is decoded again. Thread-safe; several programs may share it.
 */
final class PictureCache {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final int MAGIC = 0x53445043;
    private static final int HEADER = 4 * Integer.BYTES;
    private static final String ENTRY = ".picture";
    private static final int NAME_DIGITS = 32;

    /** A full cache is emptied to this share, so that it is not gone through for every picture. */
    private static final double KEPT_SHARE = 0.9;

    /** An entry's time is renewed at most so often; order within it does not matter. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);

    private final Path folder;
    private final long limit;
    private final Clock clock;
    private long total = -1;

    /**
     * @param folder where the entries lie; made when there is something to keep
     * @param limit bytes of all entries, 0 or more
     * @param clock tells when an entry was asked for
     */
    PictureCache(Path folder, long limit, Clock clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
    }

    /** The picture under a key, if it is there and sound. */
    Optional<RgbImage> get(String key) {
        Path entry = entry(key);
        try {
            byte[] bytes = Files.readAllBytes(entry);
            renew(entry);
            return parsed(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The kept picture {} cannot be used.", entry, e);
            return Optional.empty();
        }
    }

    private static Optional<RgbImage> parsed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || in.getInt() != MAGIC) {
            return Optional.empty();
        }
        int sum = in.getInt();
        CRC32 crc = new CRC32();
        crc.update(bytes, 2 * Integer.BYTES, bytes.length - 2 * Integer.BYTES);
        if ((int) crc.getValue() != sum) {
            return Optional.empty();
        }
        int width = in.getInt();
        int height = in.getInt();
        byte[] pixels = new byte[in.remaining()];
        in.get(pixels);
        return Optional.of(new RgbImage(width, height, pixels));
    }

    private void renew(Path entry) throws IOException {
        FileTime now = FileTime.from(clock.instant());
        if (Duration.between(Files.getLastModifiedTime(entry).toInstant(), now.toInstant())
                        .compareTo(RENEWED_AFTER)
                >= 0) {
            Files.setLastModifiedTime(entry, now);
        }
    }

    /** Keeps a picture; one that is larger than the whole cache is not kept. */
    void put(String key, RgbImage picture) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + picture.pixels().length);
        if (out.capacity() > limit) {
            return;
        }
        out.putInt(MAGIC)
                .putInt(0)
                .putInt(picture.width())
                .putInt(picture.height())
                .put(picture.pixels());
        CRC32 crc = new CRC32();
        crc.update(out.array(), 2 * Integer.BYTES, out.capacity() - 2 * Integer.BYTES);
        out.putInt(Integer.BYTES, (int) crc.getValue());
        Path entry = entry(key);
        try {
            makeRoom(out.capacity());
            WholeBytes.write(entry, stream -> stream.write(out.array()));
            Files.setLastModifiedTime(entry, FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.debug("A picture could not be kept in {}.", entry, e);
        }
    }

    private Path entry(String key) {
        String name = Checksums.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS);
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2) + ENTRY);
    }

    /** Counts what is to come; deletes the oldest entries if it would be too much. */
    private synchronized void makeRoom(long bytes) throws IOException {
        if (total < 0 || total + bytes > limit) {
            List<Kept> entries = entries();
            total = entries.stream().mapToLong(Kept::bytes).sum();
            if (total + bytes > limit) {
                evict(entries, Math.min((long) (limit * KEPT_SHARE), limit - bytes));
            }
        }
        total += bytes;
    }

    private void evict(List<Kept> entries, long wanted) throws IOException {
        entries.sort(Comparator.comparing(Kept::used).thenComparing(Kept::path));
        for (Kept oldest : entries) {
            if (total <= wanted) {
                return;
            }
            Files.deleteIfExists(oldest.path());
            total -= oldest.bytes();
        }
    }

    private record Kept(Path path, long bytes, FileTime used) {}

    private List<Kept> entries() throws IOException {
        List<Kept> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.toString();
                if (name.endsWith(ENTRY)) {
                    entries.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                } else if (WholeBytes.isOldDraft(file, clock.instant())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            LOG.debug("Another program works in {}.", folder, e);
        }
        return entries;
    }

    /** Bytes of all entries. */
    long bytes() throws IOException {
        return entries().stream().mapToLong(Kept::bytes).sum();
    }

    /**
     * Deletes all entries.
     *
     * @return the bytes that were freed
     */
    synchronized long clear() throws IOException {
        long freed = 0;
        for (Kept entry : entries()) {
            freed += Files.deleteIfExists(entry.path()) ? entry.bytes() : 0;
        }
        total = 0;
        return freed;
    }
}
