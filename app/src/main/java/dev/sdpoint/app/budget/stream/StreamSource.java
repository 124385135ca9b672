package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.inference.PictureFiles;
import dev.sdpoint.engine.inference.StreamImage;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Where the images of a stream come from. Each opening gives the same images again. */
sealed interface StreamSource {
    /** An endless stream of them. */
    Iterator<StreamImage> open();

    /** Files that turned out to be no pictures in the stream that was opened last. */
    default int leftOut() {
        return 0;
    }

    /** Images of a data set, drawn at random; their classes are known. */
    record Drawn(LabeledImages images) implements StreamSource {
        private static final long SEED = 1;

        @Override
        public Iterator<StreamImage> open() {
            return StreamImage.drawnFrom(images, SEED);
        }
    }

    /** Picture files in order; their classes are not known. */
    final class Files implements StreamSource {
        private final List<Path> files;
        private final int side;
        private volatile int leftOut;

        /** @param side of the network's images */
        Files(List<Path> files, int side) {
            this.files = List.copyOf(files);
            this.side = side;
        }

        @Override
        public Iterator<StreamImage> open() {
            PictureFiles opened = new PictureFiles(files, side);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return opened.hasNext();
                }

                @Override
                public StreamImage next() {
                    StreamImage next = opened.next();
                    leftOut = opened.leftOut();
                    return next;
                }
            };
        }

        @Override
        public int leftOut() {
            return leftOut;
        }
    }
}
