package dev.sdpoint.engine.download;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The archive of a data set. An input that begins with {@code t} is a tar and gets packed; any other is a {@code .tar.gz} as it is. */
public final class ArchiveFuzz implements FuzzTarget {
    private static final byte[] CONTENT = "some bytes".getBytes(StandardCharsets.US_ASCII);
    private static final DataArchive ARCHIVE = new DataArchive(
            "tiny",
            "Tiny",
            "A file",
            "Nobody (2024). Bytes.",
            URI.create("http://localhost/tiny.tar.gz"),
            1,
            "0".repeat(32),
            SmallArchive.FOLDER,
            List.of(new ArchivedFile("first.bin", CONTENT.length, "0".repeat(32))),
            List.of("names.txt"));

    private final Path parent = ScratchFolder.create();

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        byte[] packed = SmallArchive.pack(tar -> {
            SmallArchive.file(tar, SmallArchive.FOLDER + "/first.bin", CONTENT);
            SmallArchive.file(tar, SmallArchive.FOLDER + "/names.txt", SmallArchive.NAMES);
            SmallArchive.file(tar, SmallArchive.FOLDER + "/" + "long".repeat(24) + ".txt", SmallArchive.NAMES);
        });
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write('t');
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            plain.transferTo(marked);
        }
        return List.of(packed, marked.toByteArray());
    }

    @Override
    public void read(byte[] input) throws Exception {
        byte[] packed = input.length > 0 && input[0] == 't' ? packed(input) : input;
        Path folder = Files.createDirectories(parent.resolve("inside"));
        try {
            new TarUnpacker(ARCHIVE, InstallWatcher.NONE, Disk.REAL).unpack(new ByteArrayInputStream(packed), folder);
        } finally {
            requireInside(folder);
            ScratchFolder.empty(folder);
        }
    }

    private static byte[] packed(byte[] input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(input, 1, input.length - 1);
        }
        return bytes.toByteArray();
    }

    private void requireInside(Path folder) throws IOException {
        try (Stream<Path> beside = Files.list(parent);
                Stream<Path> inside = Files.list(folder)) {
            List<Path> found = beside.toList();
            if (!found.equals(List.of(folder))
                    || !inside.allMatch(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))) {
                throw new AssertionError("files where none may be: " + Arrays.toString(found.toArray()));
            }
        }
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DownloadException.class;
    }

    @Override
    public int shortRun() {
        return 1_000;
    }
}
