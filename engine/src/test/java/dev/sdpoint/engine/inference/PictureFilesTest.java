package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir
    private Path folder;

    private Path picture(String name, int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path broken(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "no picture");
    }

    @Test
    void goesRoundAndFitsEachPicture() throws IOException {
        List<Path> files = List.of(picture("a.png", 40, 20, 0xff0000), picture("b.png", 8, 8, 0x0000ff));
        PictureFiles stream = new PictureFiles(files, 8);
        for (int i = 0; i < 6; i++) {
            assertThat(stream.hasNext()).isTrue();
            StreamImage image = stream.next();
            assertThat(image.picture().width()).isEqualTo(8);
            assertThat(image.picture().height()).isEqualTo(8);
            assertThat(image.picture().pixel(4, 4, 0)).isEqualTo(i % 2 == 0 ? 255 : 0);
            assertThat(image.label()).isEqualTo(StreamImage.UNKNOWN);
            assertThat(image.decodeMillis()).isGreaterThan(0);
        }
        assertThat(stream.leftOut()).isZero();
    }

    @Test
    void leavesOutWhatIsNoPictureAndCountsItOnce() throws IOException {
        List<Path> files = List.of(broken("0.png"), picture("1.png", 4, 4, 0x00ff00), folder.resolve("gone.png"));
        PictureFiles stream = new PictureFiles(files, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(stream.next().picture().pixel(0, 0, 1)).isEqualTo(255);
        }
        assertThat(stream.leftOut()).isEqualTo(2);
    }

    @Test
    void saysSoIfNothingIsAPicture() throws IOException {
        PictureFiles stream = new PictureFiles(List.of(broken("0.png"), broken("1.png")), 4);
        assertThatThrownBy(stream::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("None of the 2 files could be read as a picture.");
        assertThat(stream.hasNext()).isFalse();
        assertThat(new PictureFiles(List.of(), 4).hasNext()).isFalse();
    }

    @Test
    void manyFilesTakeNoTimeOfEachFrame() throws IOException {
        List<Path> files = new ArrayList<>(List.of(picture("a.png", 4, 4, 0x00ff00)));
        for (int i = 0; i < 100_000; i++) {
            files.add(folder.resolve(i + ".png"));
        }
        PictureFiles stream = new PictureFiles(files, 4);
        // With a set of all files for each, these take minutes.
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 10_000; i++) {
                assertThat(stream.hasNext()).isTrue();
            }
        });
    }

    @Test
    void aFileThatIsNamedTwiceComesOnce() throws IOException {
        Path red = picture("a.png", 4, 4, 0xff0000);
        PictureFiles stream = new PictureFiles(List.of(red, red, picture("b.png", 4, 4, 0x0000ff)), 4);
        assertThat(stream.next().picture().pixel(0, 0, 0)).isEqualTo(255);
        assertThat(stream.next().picture().pixel(0, 0, 0)).isZero();
        assertThat(stream.next().picture().pixel(0, 0, 0)).isEqualTo(255);
    }

    @Test
    void decodingCountsForTheFrameButNotForTheNetwork() throws Exception {
        PictureFiles stream = new PictureFiles(List.of(picture("a.png", 400, 400, 0xff0000)), 4);
        StreamRunner runner = new StreamRunner(
                (picture, instance) -> new Prediction(instance, List.of(1f), 0.001),
                new StreamTarget.MillisPerImage(1),
                new SimulatedMachine(0.1, 0, 1).surveyed(),
                new StreamRunner.Pace(0, 1));
        double[] decoded = new double[1];
        runner.run(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return stream.hasNext();
                    }

                    @Override
                    public StreamImage next() {
                        StreamImage image = stream.next();
                        decoded[0] = image.decodeMillis();
                        return image;
                    }
                },
                new FixedInstance(SimulatedMachine.OFFERS.get(0)),
                frame -> {
                    assertThat(frame.reading().latencyMillis()).isEqualTo(0.001);
                    assertThat(frame.reading().frameMillis()).isGreaterThanOrEqualTo(decoded[0]);
                    assertThat(frame.recentAccuracy()).isNaN();
                    return frame.number() < 3;
                });
        assertThat(decoded[0]).isGreaterThan(0);
    }
}
