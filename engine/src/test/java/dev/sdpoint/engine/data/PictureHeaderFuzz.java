package dev.sdpoint.engine.data;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The header of a picture in a folder that is indexed. */
public final class PictureHeaderFuzz implements FuzzTarget {
    private final Path file = ScratchFolder.create().resolve("picture");

    @Override
    public String name() {
        return "picture-header";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        return PictureSeeds.all();
    }

    @Override
    public void read(byte[] input) throws Exception {
        Files.write(file, input);
        PictureHeader header = PictureHeader.read(file);
        if (header.format() == null
                || header.shorterSide() < 1
                || header.orientation() < 1
                || header.orientation() > 8) {
            throw new AssertionError("a header that makes no sense: " + header);
        }
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }
}
