package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.DataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of a folder, listed and read one at a time. */
class FolderPicturesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        picture("b.png", 0xFF0000, 40, 20);
        picture("A.PNG", 0x00FF00, 8, 8);
        picture("in/c.png", 0x0000FF, 8, 8);
        picture(".hidden.png", 0, 8, 8);
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Files.createDirectories(folder.resolve("folder.png"));
    }

    private void picture(String name, int rgb, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @Test
    void listsByNameWhateverTheCase() throws DataException {
        assertThat(FolderPictures.list(folder, false).files())
                .containsExactly(folder.resolve("A.PNG"), folder.resolve("b.png"));
    }

    @Test
    void listsFoldersInItWhenAsked() throws DataException {
        assertThat(FolderPictures.list(folder, true).files())
                .containsExactly(folder.resolve("A.PNG"), folder.resolve("b.png"), folder.resolve("in/c.png"));
    }

    @Test
    void readsOneAsTheModelSeesIt() throws DataException {
        Picture.Own picture = FolderPictures.list(folder, false).read(1, 16);

        assertThat(picture.title()).isEqualTo("b.png");
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(20);
        assertThat(picture.seen().width()).isEqualTo(16);
        assertThat(picture.seen().height()).isEqualTo(16);
        assertThat(picture.seen().pixels()).startsWith((byte) 255, (byte) 0, (byte) 0);
    }

    @Test
    void aBrokenOneIsInNobodysWay() throws Exception {
        Files.write(folder.resolve("a0.jpg"), new byte[0]);
        FolderPictures pictures = FolderPictures.list(folder, false);

        assertThat(pictures.size()).isEqualTo(3);
        assertThatThrownBy(() -> pictures.read(1, 16))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is empty (0 bytes)");
        assertThat(pictures.read(2, 16).title()).isEqualTo("b.png");
    }

    @Test
    void saysWhatIsWrongWithAFolder() {
        assertThatThrownBy(() -> FolderPictures.list(folder.resolve("none"), true))
                .hasMessageContaining("There is no folder");
        assertThatThrownBy(() -> FolderPictures.list(folder.resolve("folder.png"), false))
                .hasMessageContaining("holds no pictures");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> FolderPictures.list(folder, true)).hasMessageContaining("was stopped");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
