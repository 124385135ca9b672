package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private DataSet data = SyntheticModel.data();
    private byte[] rgb = {};

    @BeforeEach
    void open() throws Exception {
        folder = PictureFolder.of(temporary.resolve("shapes"), 30);
        data = DataSets.open(folder, FolderOptions.DEFAULT);
        rgb = new byte[data.validation().bytesPerImage()];
    }

    private byte[] grey() {
        byte[] grey = new byte[rgb.length];
        Arrays.fill(grey, (byte) 0x80);
        return grey;
    }

    @Test
    void copiesImagesInMemoryAtOnce() {
        LabeledImages memory = SyntheticModel.data().validation();
        byte[] pixels = new byte[memory.bytesPerImage()];
        new Thumbnails(new LateTasks()).copy(memory, 5, pixels);
        assertThat(pixels).isEqualTo(memory.pixels(5));
    }

    @Test
    void decodesNothingBeforeTheBackgroundDoes() throws Exception {
        byte[] wanted = data.validation().pixels(2);
        LateTasks waiting = new LateTasks();
        Thumbnails thumbnails = new Thumbnails(waiting);
        thumbnails.follow(data.validation());
        int[] arrivals = new int[1];
        thumbnails.onArrival(() -> arrivals[0]++);
        Files.move(folder, temporary.resolve("away")); // whoever decodes now fails
        thumbnails.copy(data.validation(), 2, rgb);
        assertThat(rgb).isEqualTo(grey());
        Files.move(temporary.resolve("away"), folder);
        waiting.finishOne();
        assertThat(arrivals[0]).isEqualTo(1);
        Files.move(folder, temporary.resolve("away"));
        thumbnails.copy(data.validation(), 2, rgb);
        assertThat(rgb).isEqualTo(wanted);
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void readsTheNewestWishFirst() {
        LateTasks waiting = new LateTasks();
        Thumbnails thumbnails = new Thumbnails(waiting);
        thumbnails.follow(data.validation());
        int count = data.validation().size();
        assertThat(count).isGreaterThan(4);
        thumbnails.copy(data.validation(), 0, rgb); // goes under way alone
        for (int i = 1; i < count; i++) {
            thumbnails.copy(data.validation(), i, rgb);
        }
        waiting.finishOne();
        waiting.finishOne();
        thumbnails.copy(data.validation(), count - 1, rgb);
        assertThat(rgb).isEqualTo(data.validation().pixels(count - 1));
    }

    @Test
    void anotherDataSetBringsItsOwnPictures() throws Exception {
        Thumbnails thumbnails = new Thumbnails(new DirectTaskRunner());
        thumbnails.follow(data.validation());
        thumbnails.copy(data.validation(), 1, rgb);
        assertThat(rgb).isEqualTo(data.validation().pixels(1));
        thumbnails.follow(data.training());
        thumbnails.copy(data.training(), 1, rgb);
        assertThat(rgb).isEqualTo(data.training().pixels(1));
    }

    @Test
    void whoStillAsksForAnEarlierDataSetTakesNothingFromThePresentOne() {
        LateTasks waiting = new LateTasks();
        Thumbnails thumbnails = new Thumbnails(waiting);
        thumbnails.follow(data.training());
        thumbnails.follow(data.validation());
        thumbnails.onArrival(() -> thumbnails.copy(data.training(), 1, rgb));
        thumbnails.copy(data.validation(), 2, rgb);
        thumbnails.copy(data.training(), 1, rgb);
        assertThat(rgb).isEqualTo(grey());
        waiting.finishOne();
        assertThat(waiting.waiting()).as("nothing more is read").isZero();
        thumbnails.copy(data.validation(), 2, rgb);
        assertThat(rgb).isEqualTo(data.validation().pixels(2));
    }

    @Test
    void theSameDataSetAgainKeepsWhatWasRead() {
        LateTasks waiting = new LateTasks();
        Thumbnails thumbnails = new Thumbnails(waiting);
        thumbnails.follow(data.validation());
        thumbnails.copy(data.validation(), 2, rgb);
        waiting.finishOne();
        thumbnails.follow(data.validation());
        thumbnails.copy(data.validation(), 2, rgb);
        assertThat(rgb).isEqualTo(data.validation().pixels(2));
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void whatCannotBeReadStaysGreyAndIsNotAskedForAgain() throws Exception {
        Files.move(folder, temporary.resolve("away"));
        LateTasks waiting = new LateTasks();
        Thumbnails thumbnails = new Thumbnails(waiting);
        thumbnails.follow(data.validation());
        thumbnails.copy(data.validation(), 1, rgb);
        waiting.finishOne();
        thumbnails.copy(data.validation(), 1, rgb);
        assertThat(rgb).isEqualTo(grey());
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void theGalleryGroupsTheImagesOfAFolder() {
        SdpModel model = SyntheticModel.of(data);
        Workspace workspace = new Workspace();
        GalleryModel state = new GalleryModel();
        new GalleryInteractor(state, workspace, new DirectTaskRunner()).start();
        workspace.modelProperty().set(Optional.of(new OpenModel("shapes", model)));
        workspace.dataProperty().set(Optional.of(data));
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
        int images = state.layoutProperty().get().grouping().groups().stream()
                .mapToInt(Grouping.Group::size)
                .sum();
        assertThat(images).isEqualTo(data.validation().size());
    }
}
