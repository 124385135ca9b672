package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSourcesTest {
    @Test
    void takesDroppedPicturesAndLeavesModelsAndFoldersToTheWindow(@TempDir Path folder) {
        assertThat(PictureSources.mayBePicture(List.of(new File("cat.jpg")))).isTrue();
        assertThat(PictureSources.mayBePicture(List.of(new File("letter.txt")))).isTrue();
        assertThat(PictureSources.mayBePicture(List.of(new File("Model.SDP")))).isFalse();
        assertThat(PictureSources.mayBePicture(List.of(folder.toFile()))).isFalse();
        assertThat(PictureSources.mayBePicture(List.of())).isFalse();
        assertThat(PictureSources.mayBePicture(List.of(new File("a.sdprun"), new File("b.sdprun"))))
                .isFalse();
        assertThat(PictureSources.mayBePicture(List.of(new File("a.txt"), new File("b.png"))))
                .isTrue();
    }

    @Test
    void theDialogOffersWhatAFolderIsSearchedFor() {
        assertThat(PictureNames.patterns()).contains("*.jpg", "*.JPG", "*.webp", "*.jfif");
        for (String pattern : PictureNames.patterns()) {
            assertThat(PictureNames.fits(Path.of(pattern.replace("*", "picture"))))
                    .as(pattern)
                    .isTrue();
        }
        assertThat(PictureNames.fits(Path.of("letter.txt"))).isFalse();
        assertThat(PictureNames.fits(Path.of(".hidden.png"))).isFalse();
        assertThat(PictureNames.fits(Path.of("png"))).as("no ending at all").isFalse();
    }
}
