package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of pictures through every command, as a script would call them. */
final class FolderCommandsTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderOfPicturesIsTrainedSweptClassifiedAndTold() throws Exception {
        Path folder = PictureFolder.of(temporary.resolve("shapes"), 20);
        Files.write(folder.resolve("disc/broken.jpg"), new byte[0]);
        Path model = temporary.resolve("shapes.sdp");
        Answer trained = Answer.to(
                "train",
                "--data",
                folder.toString(),
                "--network",
                "wrn-10-1",
                "--epochs",
                "1",
                "--seed",
                "1",
                "--batch",
                "8",
                "--augmentation",
                "resized",
                "--side",
                "32",
                "--out",
                model.toString());
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.err())
                .contains("80 % of the pictures are for training")
                .contains("1 file was left out: disc/broken.jpg. It is empty");

        SdpModel made = ModelFiles.read(model);
        assertThat(made.classNames()).containsExactly("disc", "square", "stripes");
        assertThat(made.record().settings()).containsEntry("augmentation", "resized crop, flip");
        DataSet data = DataSets.open(folder, FolderOptions.DEFAULT.withSide(OptionalInt.of(32)));
        assertThat(made.record().dataFingerprint()).isEqualTo(data.fingerprint());
        assertThat(made.outcomes().forImages(data.validation()))
                .hasValueSatisfying(outcomes -> assertThat(outcomes.images())
                        .isEqualTo(data.validation().size()));

        Answer swept = Answer.to("sweep", "--model", model.toString(), "--data", folder.toString(), "--format", "csv");
        assertThat(swept.exit()).as(swept.err()).isZero();
        assertThat(swept.rows()).hasSize(1 + made.space().size());

        Answer classified = Answer.to(
                "classify",
                "--model",
                model.toString(),
                "--budget",
                "1",
                folder.resolve("disc/0.png").toString());
        assertThat(classified.exit()).as(classified.err()).isZero();
        assertThat(classified.out()).contains("disc").contains("square").contains("stripes");

        Answer told = Answer.to("folder", "--folder", folder.toString());
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("3 classes, read at 32 × 32 pixels")
                .contains("Left out: disc/broken.jpg. It is empty");
        Answer cleared = Answer.to("folder", "--clear-cache");
        assertThat(cleared.exit()).isZero();
        assertThat(cleared.out()).matches("Freed [0-9.,]+ MB\\.\\s*");

        Files.delete(folder.resolve("disc/0.png"));
        Files.move(folder, temporary.resolve("away"));
        Answer gone = Answer.to("sweep", "--model", model.toString(), "--data", folder.toString());
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).contains("There is no folder " + folder);
    }

    @Test
    void wrongUseOfDataIsOneSentence() {
        assertThat(Answer.to("folder").exit()).isEqualTo(2);
        Answer side = Answer.to(
                "train",
                "--data",
                temporary.toString(),
                "--network",
                "wrn-10-1",
                "--epochs",
                "1",
                "--seed",
                "1",
                "--side",
                "4",
                "--out",
                temporary.resolve("m.sdp").toString());
        assertThat(side.exit()).isEqualTo(2);
        assertThat(side.err()).contains("side 4 is outside 8 to 512 pixels.");
    }
}
