package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.ImageFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of folders: how much it is, and how it goes. */
final class OwnFolderInteractorTest {
    private final FakePictures pictures = new FakePictures(1_234_000_000);
    private final OwnFolderModel model = new OwnFolderModel();
    private final LateTasks tasks = new LateTasks();
    private final OwnFolderInteractor interactor = new OwnFolderInteractor(model, tasks, pictures);

    private String said() {
        return model.keptProperty().get().sentence();
    }

    private boolean canEmpty() {
        return model.keptProperty().get().canEmpty();
    }

    @Test
    void tellsHowMuchIsKeptAndEmptiesIt() {
        interactor.refresh();
        assertThat(said()).isEmpty();
        tasks.finishAll();
        assertThat(said()).contains("1.2 GB").contains("4.0 GB");
        assertThat(canEmpty()).isTrue();
        interactor.empty();
        assertThat(canEmpty()).isFalse();
        interactor.empty();
        interactor.refresh();
        assertThat(tasks.waiting()).as("once").isEqualTo(1);
        tasks.finishAll();
        assertThat(said()).isEqualTo("1.2 GB of reduced pictures were deleted.");
        assertThat(canEmpty()).isFalse();
        interactor.refresh();
        tasks.finishAll();
        assertThat(said()).as("nothing is there").isEmpty();
    }

    @Test
    void aLookThatEndsLateDoesNotHideThatTheyAreDeleted() {
        interactor.refresh();
        tasks.finishAll();
        interactor.refresh();
        interactor.empty();
        tasks.finishOne();
        assertThat(canEmpty()).isFalse();
        tasks.finishAll();
        assertThat(said()).endsWith("were deleted.");
    }

    @Test
    void saysWhyTheyCannotBeDeletedAndLetsTryAgain() {
        pictures.refuse("the disk is gone");
        interactor.empty();
        tasks.finishAll();
        assertThat(said()).contains("the disk is gone");
        assertThat(canEmpty()).isTrue();
        pictures.refuse("");
        interactor.empty();
        tasks.finishAll();
        assertThat(said()).endsWith("were deleted.");
    }

    @Test
    void countsAndDeletesWhatAFolderLeft(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("home");
        KeptPictures real = KeptPictures.in(home);
        assertThat(real.bytes()).isZero();
        DataSet data = ImageFolder.open(PictureFolder.of(folder.resolve("mine"), 10), FolderOptions.keptIn(home));
        int images = data.training().size();
        for (int i = 0; i < images; i++) {
            data.training().pixels(i);
        }
        long room = real.bytes();
        assertThat(room).isBetween(images * 32L * 32 * 3, real.limit());
        assertThat(real.empty()).isEqualTo(room);
        assertThat(real.bytes()).isZero();
        assertThat(data.training().pixels(0)).as("what is open goes on").isNotEmpty();
    }
}
