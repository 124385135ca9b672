package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Picture files as an endless stream, one after the other and again from the first; each is read when its turn comes, so that memory holds one. Their
 * classes are not known. Files that are no pictures are left out. One thread uses it.
 */
public final class PictureFiles implements Iterator<StreamImage> {
    private final List<Path> files;
    private final int side;
    private final Set<Path> broken = new HashSet<>();
    private int at;

    /**
     * @param files in order; one that is named twice comes once
     * @param side of the network's images, to which pictures are cropped and resized, above 0
     */
    public PictureFiles(List<Path> files, int side) {
        this.files = files.stream().distinct().toList(); // once: every frame compares its size
        this.side = side;
    }

    /** Whether any file may still be a picture. */
    @Override
    public boolean hasNext() {
        return broken.size() < files.size();
    }

    /**
     * Reads the next picture, past those that are none. The image tells how long reading, decoding and fitting it took.
     *
     * @throws IllegalStateException if no file is a picture, with a sentence for a person
     */
    @Override
    public StreamImage next() {
        while (hasNext()) {
            Path file = files.get(at);
            at = (at + 1) % files.size();
            if (broken.contains(file)) {
                continue;
            }
            long start = System.nanoTime();
            try {
                RgbImage picture = PictureReader.fit(PictureReader.read(file), side);
                return new StreamImage(picture, StreamImage.UNKNOWN, (System.nanoTime() - start) / 1e6);
            } catch (DataException e) {
                broken.add(file); // its number is told; a stream goes on
            }
        }
        throw new IllegalStateException("None of the " + files.size() + " files could be read as a picture.");
    }

    /** How many files turned out to be no pictures so far. */
    public int leftOut() {
        return broken.size();
    }
}
