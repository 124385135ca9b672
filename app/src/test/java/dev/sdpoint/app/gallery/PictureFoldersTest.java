package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.SdpModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFoldersTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final GallerySource SOURCE = source();

    @TempDir
    private Path parent;

    private static GallerySource source() {
        SdpModel model = SyntheticModel.of(DATA);
        return new GallerySource(
                DATA,
                model.sweep(),
                model.outcomes().forImages(DATA.validation()).orElseThrow());
    }

    private static ExportScope scope() {
        Grouping all = Grouping.of(SOURCE, Criterion.TOP_1, GalleryFilter.NONE.withSearch("cat"), 0);
        return ExportScope.shown(all);
    }

    /** Cancelled after a number of pictures. */
    private static final class Steps implements BackgroundJob.Progress {
        private final long stopAt;
        private long done;
        private long total;

        Steps(long stopAt) {
            this.stopAt = stopAt;
        }

        @Override
        public boolean cancelled() {
            return done >= stopAt;
        }

        @Override
        public void update(long newDone, long newTotal, String message) {
            done = newDone;
            total = newTotal;
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyImageIsInTheFolderOfItsGroupPixelByPixel() throws IOException {
        ExportScope scope = scope();
        Steps steps = new Steps(Long.MAX_VALUE);
        Path target = parent.resolve("pictures");
        new PictureFolders(SOURCE, scope).write(target, false, steps);
        assertThat(names(parent)).containsExactly("pictures");
        List<String> folders = names(target);
        assertThat(folders).hasSize(scope.groups().size());
        assertThat(folders.get(0))
                .startsWith("01 ")
                .contains("GFLOPs after block")
                .doesNotContain("×");
        assertThat(folders.get(folders.size() - 1)).endsWith("never right");
        int found = 0;
        for (int g = 0; g < folders.size(); g++) {
            int[] images = scope.groups().get(g).images();
            List<String> files = names(target.resolve(folders.get(g)));
            assertThat(files).hasSize(images.length);
            for (int i = 0; i < images.length; i++) {
                assertThat(files.get(i)).isEqualTo("%05d cat.png".formatted(images[i]));
                assertPixels(target.resolve(folders.get(g)).resolve(files.get(i)), images[i]);
                found++;
            }
        }
        assertThat(found).isEqualTo(200).isEqualTo((int) steps.done).isEqualTo((int) steps.total);
    }

    private static void assertPixels(Path file, int image) throws IOException {
        BufferedImage read = ImageIO.read(file.toFile());
        LabeledImages images = DATA.validation();
        assertThat(read.getWidth()).isEqualTo(images.side());
        assertThat(read.getHeight()).isEqualTo(images.side());
        for (int y = 0; y < images.side(); y += 3) {
            for (int x = 0; x < images.side(); x++) {
                int rgb = images.pixel(image, y, x, 0) << 16
                        | images.pixel(image, y, x, 1) << 8
                        | images.pixel(image, y, x, 2);
                assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(rgb);
            }
        }
    }

    @Test
    void nothingIsLeftWhenCancelled() throws IOException {
        Path target = parent.resolve("pictures");
        assertThatThrownBy(() -> new PictureFolders(SOURCE, scope()).write(target, false, new Steps(7)))
                .isInstanceOf(CancellationException.class);
        assertThat(names(parent)).isEmpty();
    }

    @Test
    void whatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        Path target = Files.createDirectory(parent.resolve("pictures"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        PictureFolders folders = new PictureFolders(SOURCE, scope());
        assertThatThrownBy(() -> folders.write(target, false, new Steps(Long.MAX_VALUE)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> folders.write(target, true, new Steps(7))).isInstanceOf(CancellationException.class);
        assertThat(names(target)).containsExactly("mine.txt");
        folders.write(target, true, new Steps(Long.MAX_VALUE));
        assertThat(names(target)).doesNotContain("mine.txt").hasSizeGreaterThan(2);
        assertThat(names(parent)).containsExactly("pictures");
    }
}
