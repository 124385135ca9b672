package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.data.UnreadableImageException;
import dev.sdpoint.engine.model.SdpModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of a folder is deleted after the folder was opened, and then images are exported. */
class MissingPictureTest {
    @TempDir
    private Path temporary;

    private Path pictures = Path.of("set below");
    private GallerySource source = Small.source();

    @BeforeEach
    void open() throws Exception {
        pictures = PictureFolder.of(temporary.resolve("shapes"), 30);
        DataSet data = DataSets.open(pictures, FolderOptions.DEFAULT);
        SdpModel model = SyntheticModel.of(data);
        source = new GallerySource(
                data,
                model.sweep(),
                model.outcomes().forImages(data.validation()).orElseThrow());
    }

    private ExportScope all() {
        return ExportScope.shown(Grouping.of(source, Criterion.TOP_1, GalleryFilter.NONE, 0));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Deletes a file after the other until an image of the validation part is gone. */
    private int loseOne() throws IOException {
        for (Path file : files(pictures)) {
            Files.delete(file);
            for (int image = 0; image < source.size(); image++) {
                if (new ReadPictures(source.images()).pixels(image).isEmpty()) {
                    return image;
                }
            }
        }
        throw new AssertionError("no file is an image of the validation part");
    }

    private static final class Unwatched implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void update(long done, long total, String message) {
            assertThat(done).isLessThanOrEqualTo(total);
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }

    @Test
    void foldersHoldAllOthers() throws IOException {
        loseOne();
        Path target = temporary.resolve("pictures");
        ReadPictures.Written written = new PictureFolders(source, all()).write(target, false, new Unwatched());
        assertThat(files(target)).hasSize(source.size() - 1);
        assertThat(written.path()).isEqualTo(target);
        assertThat(written.unread()).isEqualTo(1);
        assertThat(written.why()).contains(pictures.getFileName().toString());
    }

    @Test
    void aGreySquareStandsForItInASheet() throws IOException {
        loseOne();
        ReadPictures reader = new ReadPictures(source.images());
        List<RgbImage> drawn =
                EasyToHard.sheet(source, reader, Criterion.TOP_1, all(), source.size(), "a model").rows().stream()
                        .flatMap(row -> row.images().stream())
                        .toList();
        assertThat(drawn).hasSize(source.size());
        assertThat(drawn.stream().filter(MissingPictureTest::grey)).hasSize(1);
        assertThat(reader.written(temporary).unread()).isEqualTo(1);
        reader.requireSome();
    }

    private static boolean grey(RgbImage image) {
        for (byte value : image.pixels()) {
            if (value != (byte) 0x80) {
                return false;
            }
        }
        return true;
    }

    @Test
    void nothingIsWrittenWhereAllAreGone() throws IOException {
        for (Path file : files(pictures)) {
            Files.delete(file);
        }
        Path target = temporary.resolve("pictures");
        PictureFolders folders = new PictureFolders(source, all());
        assertThatThrownBy(() -> folders.write(target, false, new Unwatched()))
                .isInstanceOf(UnreadableImageException.class);
        assertThat(target).doesNotExist();
    }
}
