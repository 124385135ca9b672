package dev.sdpoint.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Images that are decoded from the files of a folder when they are asked for. Every picture passes through the form in which it is
 * kept ({@link ImageNetCrops#kept}), cached or not, so the cache never decides a pixel.
 */
final class FolderPixels implements PixelSource {
    private final Path root;
    private final int side;
    private final IndexedFile[] files;
    private final Optional<PictureCache> cache;
    private final FaultBook faults;

    /**
     * @param root the folder that paths are relative to
     * @param files one for each image, all usable
     * @param cache keeps reduced pictures
     * @param faults hears of pictures that turn out to be damaged
     */
    FolderPixels(Path root, int side, IndexedFile[] files, Optional<PictureCache> cache, FaultBook faults) {
        this.root = root;
        this.side = side;
        this.files = files;
        this.cache = cache;
        this.faults = faults;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Span span(int image) {
        return new Span(ImageNetCrops.centre(whole(image), side).pixels(), 0);
    }

    @Override
    public RgbImage whole(int image) {
        IndexedFile file = files[image];
        if (cache.isEmpty()) {
            return decoded(file);
        }
        String key = key(file);
        return cache.get().get(key).orElseGet(() -> {
            RgbImage picture = decoded(file);
            cache.get().put(key, picture);
            return picture;
        });
    }

    private String key(IndexedFile file) {
        String key = String.join(
                "|",
                root.toString(),
                file.path(),
                String.valueOf(file.bytes()),
                String.valueOf(file.modified()),
                String.valueOf(file.header().ends()),
                String.valueOf(ImageNetCrops.keptSide(side)));
        // An older version kept TIFFs in CMYK with other colours.
        return file.header().format() == PictureFormat.TIFF ? key + "|2" : key;
    }

    @Override
    public PixelSource subset(int[] images) {
        IndexedFile[] chosen = new IndexedFile[images.length];
        for (int i = 0; i < images.length; i++) {
            chosen[i] = files[images[i]];
        }
        return new FolderPixels(root, side, chosen, cache, faults);
    }

    private RgbImage decoded(IndexedFile file) {
        Path path = root.resolve(file.path());
        requireUnchanged(file, path);
        try {
            return ImageNetCrops.kept(PictureReader.read(path), side);
        } catch (DataException e) {
            boolean ofTheFile = !(e.getCause() instanceof OutOfMemoryError) && isDamaged(file, path);
            requireUnchanged(file, path);
            if (ofTheFile) {
                faults.add(file.refused("It cannot be decoded: it is damaged or cut short. Copy it again."));
                throw UnreadableImageException.leftOut(String.valueOf(e.getMessage()), e);
            }
            throw new UnreadableImageException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Whether a file could be read to its end and is no picture all the same. A folder that vanishes for a moment, or a disk with an error,
     * must not make a sound picture one that is left out from then on.
     */
    private static boolean isDamaged(IndexedFile file, Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == file.bytes()) {
                RgbImage unused = PictureReader.read(bytes, path.toString());
            }
            return false;
        } catch (DataException e) {
            return !(e.getCause() instanceof OutOfMemoryError);
        } catch (IOException | OutOfMemoryError e) {
            return false; // the disk's fault, or the memory's
        }
    }

    private void requireUnchanged(IndexedFile file, Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (!file.sameAs(now.size(), now.lastModifiedTime().toMillis())) {
                throw new UnreadableImageException(
                        path + " was changed after its folder was opened as data. Open the folder again.");
            }
        } catch (IOException e) {
            throw new UnreadableImageException(
                    Files.isDirectory(root)
                            ? path + " is not there any more. Put it back, or open the folder again without it."
                            : "The folder " + root + " is not there any more. Connect its disk or put it back.",
                    e);
        }
    }
}
