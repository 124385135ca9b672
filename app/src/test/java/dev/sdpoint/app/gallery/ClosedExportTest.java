package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window is closed while pictures are written. */
@ExtendWith(ApplicationExtension.class)
class ClosedExportTest {
    private Optional<GalleryStage> stage = Optional.empty();
    private Optional<BackgroundJob<?>> begun = Optional.empty();

    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        stage = Optional.of(new GalleryStage(primary));
    }

    @Test
    void endsTheExportAndLeavesNothingOfIt(FxRobot robot) throws Exception {
        GalleryPlace place = stage.orElseThrow().place;
        GalleryStage.until(() -> stage.orElseThrow().shows("#gallery-list"));
        ListChangeListener<BackgroundJob<?>> closing = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> {
                    begun = Optional.of(job);
                    Platform.runLater(place::close);
                });
            }
        };
        robot.interact(() -> {
            BackgroundJob.allRunning().addListener(closing);
            place.parts().exports().askBy(new FolderDialogs(folder));
            place.parts().exports().shown(ExportFormat.FOLDERS);
        });
        GalleryStage.until(() -> begun.isPresent());
        BackgroundJob<?> job = begun.orElseThrow();
        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();
        robot.interact(() -> BackgroundJob.allRunning().removeListener(closing));

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("neither the folder nor a part of it").isEmpty();
        }
        robot.interact(() -> assertThat(job.isCancelled()).isTrue());
    }
}
