package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies one model file; what is checked is the copy, so that a source that changes meanwhile does no harm. */
final class ModelCopy {
    private static final int PIECE = 1 << 18;

    private ModelCopy() {}

    static void copy(Path source, Path target, CopyProgress progress) throws ModelFileException, InterruptedException {
        if (Files.isDirectory(target)) {
            throw new ModelFileException("Could not write " + target + ": it is a folder. Choose a file name in it.");
        }
        ModelSummary unused = ModelFiles.look(source); // what is no model at all costs nothing
        try (Draft draft = Draft.of(target)) {
            pour(source, draft.out(), progress);
            draft.force();
            ModelFiles.Whole whole = ModelFiles.readWhole(draft.in(), source.toString());
            if (whole.version() == ModelFiles.VERSION) {
                draft.finish();
            } else {
                ModelFiles.write(target, whole.model());
            }
        } catch (IOException e) {
            throw SealedZip.unwritable(target, e);
        }
    }

    private static void pour(Path source, OutputStream out, CopyProgress progress)
            throws IOException, ModelFileException, InterruptedException {
        try (InputStream in = SealedZip.open(source)) {
            long total = Files.size(source);
            byte[] piece = new byte[PIECE];
            long done = 0;
            for (int n = read(in, piece, source); n >= 0; n = read(in, piece, source)) {
                out.write(piece, 0, n);
                done += n;
                progress.copied(Math.min(done, total), total);
            }
        }
    }

    private static int read(InputStream in, byte[] piece, Path source) throws ModelFileException {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw SealedZipReader.unreadable(source.toString(), e);
        }
    }
}
