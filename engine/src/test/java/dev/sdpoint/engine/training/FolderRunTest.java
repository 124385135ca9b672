package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a fake network on a folder of pictures: 21 for training, three epochs of five iterations. */
class FolderRunTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private FolderOptions options = FolderOptions.DEFAULT;

    @BeforeEach
    void makePictures() throws IOException {
        folder = temporary.resolve("pictures");
        Random random = new Random(4);
        for (String part : List.of("train", "val")) {
            for (String name : List.of("a", "b", "c")) {
                Path inside = Files.createDirectories(folder.resolve(part).resolve(name));
                for (int i = 0; i < 7; i++) {
                    BufferedImage picture = new BufferedImage(24 + i, 20, BufferedImage.TYPE_3BYTE_BGR);
                    for (int p = 0; p < picture.getWidth() * 20; p++) {
                        picture.setRGB(p % picture.getWidth(), p / picture.getWidth(), random.nextInt());
                    }
                    ImageIO.write(picture, "png", inside.resolve(i + ".png").toFile());
                }
            }
        }
    }

    private Runs.Run run(Path checkpoint) throws Exception {
        Runs.Run run = new Runs.Run(checkpoint);
        run.data = open();
        Recipe usual = Runs.recipe();
        run.recipe = new Recipe(
                usual.network(),
                usual.method(),
                usual.sampling(),
                usual.optimization(),
                new DataUse(new Augmentation.ResizedCrop(), 4, 2, 4),
                usual.seed());
        return run;
    }

    private DataSet open() throws Exception {
        return DataSets.open(folder, options.withSide(OptionalInt.of(16)));
    }

    @FaultTest
    void aRunWhoseFolderVanishesEndsWithASentenceAndGoesOnToTheSameWeights(FaultSeed seed) throws Exception {
        int vanishes = Runs.PER_EPOCH + seed.random().nextInt(Runs.PER_EPOCH);
        Runs.Run whole = run(temporary.resolve("whole.checkpoint"));
        whole.start();

        Path away = temporary.resolve("away");
        Path checkpoint = temporary.resolve("run.checkpoint");
        Runs.Run first = run(checkpoint);
        first.network.onStep = step -> {
            if (step == vanishes) {
                move(folder, away);
            }
            return 1;
        };
        assertThatThrownBy(first::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("since a picture of the data could not be read")
                .hasMessageContaining("The folder " + folder + " is not there any more.")
                .hasMessageContaining("Connect its disk or put it back.");
        assertThat(first.events.get(first.events.size() - 1)).isInstanceOf(TrainingEvent.Failed.class);
        assertThat(checkpoint).exists();

        move(away, folder);
        Runs.Run second = run(checkpoint);
        assertThat(second.start()).isInstanceOf(TrainingResult.Completed.class);
        // Batches that were prepared by then still count, so it is the checkpoint of the first epoch or of the second.
        assertThat(second.events.get(0))
                .isInstanceOfSatisfying(
                        TrainingEvent.Started.class,
                        started -> assertThat(started.iteration()).isIn((long) Runs.PER_EPOCH, 2L * Runs.PER_EPOCH));
        assertThat(second.network.checksum()).isEqualTo(whole.network.checksum());
    }

    /** Files that are cut short look sound when the folder is opened. */
    @Test
    void allDamagedPicturesAreToldBeforeTheFirstIterationAndLeftOutAfterwards() throws Exception {
        for (String name : List.of("train/a/1.png", "val/a/2.png", "val/b/3.png")) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));
        }
        options = FolderOptions.keptIn(temporary.resolve("home"));
        Runs.Run first = run(temporary.resolve("run.checkpoint"));
        assertThatThrownBy(first::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("without this picture and 2 more that cannot be read");
        assertThat(first.network.instances).isEmpty();

        Runs.Run second = run(temporary.resolve("run.checkpoint"));
        assertThat(second.data.training().size()).isEqualTo(20);
        assertThat(second.data.validation().size()).isEqualTo(19);
        assertThat(second.start()).isInstanceOf(TrainingResult.Completed.class);
    }

    @Test
    void aModelKnowsItsAnswersOnTheSameFolderOpenedAgain() throws Exception {
        TrainingResult result = run(temporary.resolve("run.checkpoint")).start();
        var model = ((TrainingResult.Completed) result).model();
        assertThat(model.classNames()).containsExactly("a", "b", "c");
        assertThat(model.outcomes().forImages(open().validation())).isPresent();
        assertThat(model.outcomes().forImages(open().training())).isEmpty();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
