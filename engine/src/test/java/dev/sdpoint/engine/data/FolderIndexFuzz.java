package dev.sdpoint.engine.data;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The index of a folder of pictures. An input that begins with {@code s} gets the right checksum; any other is the file as it is. */
public final class FolderIndexFuzz implements FuzzTarget {
    private static final Path ROOT = Path.of("/pictures");

    private final FolderIndexFile index = new FolderIndexFile(ScratchFolder.create(), ROOT);

    @Override
    public String name() {
        return "folder-index";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        index.write(List.of(
                new IndexedFile("train/cat/a.png", 1, 2, new PictureHeader(PictureFormat.PNG, 3, 4, 1, 5), ""),
                new IndexedFile("train/cat/b.png", 1, 2, PictureHeader.NONE, "It is empty.")));
        byte[] file = Files.readAllBytes(index.file());
        byte[] marked = new byte[file.length - Long.BYTES + 1];
        marked[0] = 's';
        System.arraycopy(file, 0, marked, 1, marked.length - 1);
        return List.of(file, marked);
    }

    @Override
    public void read(byte[] input) throws Exception {
        Files.createDirectories(index.file().getParent());
        Files.write(index.file(), input.length > 0 && input[0] == 's' ? checked(input) : input);
        index.read().forEach((path, file) -> {
            if (!path.equals(file.path()) || (file.usable() && file.header().format() == null)) {
                throw new AssertionError("a file that makes no sense: " + file);
            }
        });
    }

    private static byte[] checked(byte[] input) {
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(content.length + Long.BYTES)
                .put(content)
                .putLong(crc.getValue())
                .array();
    }

    /** It refuses nothing: what it cannot read counts as no index. */
    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }
}
