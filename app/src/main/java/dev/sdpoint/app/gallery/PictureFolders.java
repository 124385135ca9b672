package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.UnreadableImageException;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;

/**
 * Writes images as PNG files, a folder for each group from cheap to dear. All is written into a folder beside the wanted one, which gets
 * its name at the end: nobody sees half of it, and after a failure or when cancelled nothing is left. What a killed process left is removed by the
 * next export to the same place. A picture that cannot be read is left out. Each is for one export.
 */
final class PictureFolders {
    private static final Texts TEXTS = Texts.of(PictureFolders.class);

    private final GallerySource source;
    private final ExportScope scope;
    private final ReadPictures pictures;

    PictureFolders(GallerySource source, ExportScope scope) {
        this.source = source;
        this.scope = scope;
        pictures = new ReadPictures(source.images());
    }

    /**
     * Writes all. For a background thread.
     *
     * @param target folder that is made
     * @param replace whether one that is there already makes room; it does so after the new one is complete
     * @return the folder, and what is missing in it
     * @throws UnreadableImageException if not a single picture can be read
     * @throws FileAlreadyExistsException if it is there and is not to be replaced
     * @throws CancellationException if cancelled
     */
    ReadPictures.Written write(Path target, boolean replace, BackgroundJob.Progress progress) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(TEXTS.get("folders.root", target));
        }
        requireFree(target, replace);
        Files.createDirectories(parent);
        try (DraftFolder draft = DraftFolder.in(parent)) {
            fill(draft.path(), progress);
            pictures.requireSome();
            draft.become(target, replace); // somebody may have made it meanwhile
        }
        return pictures.written(target);
    }

    private static void requireFree(Path target, boolean replace) throws FileAlreadyExistsException {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    private void fill(Path draft, BackgroundJob.Progress progress) throws IOException {
        int total = scope.size();
        int done = 0;
        List<Grouping.Group> groups = scope.groups();
        for (int number = 0; number < groups.size(); number++) {
            Grouping.Group group = groups.get(number);
            Path folder = Files.createDirectory(draft.resolve(name(number + 1, group)));
            for (int image : group.images()) {
                if (progress.cancelled() || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                Optional<byte[]> rgb = pictures.pixels(image);
                if (rgb.isPresent()) {
                    write(rgb.get(), folder.resolve(SafeNames.picture(image, source.className(source.label(image)))));
                }
                done++;
                progress.update(done, total, Figures.imagesOf(done, total));
            }
        }
    }

    private String name(int number, Grouping.Group group) {
        if (group.never()) {
            return SafeNames.folder(number, "never", "right");
        }
        InstanceScore score = source.order().get(group.rank());
        return SafeNames.folder(
                number, Figures.gflops(score.flops()), score.instance().label());
    }

    private void write(byte[] rgb, Path file) throws IOException {
        if (!ImageIO.write(picture(rgb, source.images().side()), "png", file.toFile())) {
            throw new IOException(TEXTS.get("folders.no-writer"));
        }
    }

    private static BufferedImage picture(byte[] rgb, int side) {
        BufferedImage pixels = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int color = ((rgb[3 * i] & 0xFF) << 16) | ((rgb[3 * i + 1] & 0xFF) << 8) | (rgb[3 * i + 2] & 0xFF);
            pixels.setRGB(i % side, i / side, color);
        }
        return pixels;
    }

    /** A folder could neither be replaced nor put back; what was in it is elsewhere, whole. */
    static final class PutAside extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Path where;

        PutAside(Path where, IOException cause) {
            super(cause);
            this.where = where;
        }

        /** Where what was in the folder is now. */
        Path where() {
            return where;
        }
    }
}
