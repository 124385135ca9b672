package dev.sdpoint.engine.download;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A published data set: one {@code .tar.gz} that holds one folder of files.
 *
 * @param id short and stable, the name of its folder here
 * @param title for people
 * @param contents what it holds, in a phrase
 * @param citation whom to cite; shown wherever the data set is
 * @param address where its authors publish it
 * @param bytes length of the archive
 * @param md5 of the archive, 32 lower-case hexadecimal digits
 * @param folder inside the archive
 * @param files of known content
 * @param texts short files beside them that must be there too, such as the class names; their readers judge them
 */
public record DataArchive(
        String id,
        String title,
        String contents,
        String citation,
        URI address,
        long bytes,
        String md5,
        String folder,
        List<ArchivedFile> files,
        List<String> texts) {
    /** A file of unknown content inside an archive may have this many bytes. */
    static final long LONGEST_TEXT = 64 * 1024;

    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    /** @throws IllegalArgumentException if a value is outside its range */
    public DataArchive {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a data set.");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("An archive of " + bytes + " bytes holds nothing.");
        }
        requireMd5(md5);
        files = List.copyOf(files);
        texts = List.copyOf(texts);
    }

    static void requireMd5(String md5) {
        if (!MD5.matcher(md5).matches()) {
            throw new IllegalArgumentException("'" + md5 + "' is no MD5 of 32 lower-case hexadecimal digits.");
        }
    }

    /** The archive's own name, such as {@code cifar-10-binary.tar.gz}. */
    public String fileName() {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** How much disk its files take, without short texts. */
    public long unpackedBytes() {
        return files.stream().mapToLong(ArchivedFile::bytes).sum();
    }

    /** The names of all files that it needs. */
    Stream<String> names() {
        return Stream.concat(files.stream().map(ArchivedFile::name), texts.stream());
    }
}
