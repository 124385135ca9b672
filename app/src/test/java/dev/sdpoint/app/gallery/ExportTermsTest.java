package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is chosen changes while the desktop is asked for a file. */
@ExtendWith(ApplicationExtension.class)
class ExportTermsTest {
    private static final DataSet DATA = SmallData.of(SyntheticModel.data(), 1, 20);
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final GalleryModel gallery = new GalleryModel();
    private final ExportModel state = new ExportModel();
    private final LateTasks looking = new LateTasks();
    private final GalleryExports exports = new GalleryExports(gallery, new PickModel(), state, workspace, looking);
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void open() {
        new GalleryInteractor(gallery, workspace, new DirectTaskRunner()).start();
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.outcomesProperty().set(MODEL.outcomes().forImages(DATA.validation()));
        exports.askBy(new FolderDialogs(folder) {
            @Override
            public Optional<Path> file(ExportFormat format, String suggestion) {
                meanwhile.run();
                return Optional.of(folder.resolve("table.csv"));
            }
        });
    }

    @Test
    void whatIsWrittenIsWhatWasChosenBeforeTheDialog(FxRobot robot) throws Exception {
        Instance cheapest = MODEL.sweep().byCost().get(0).instance();
        GallerySource source = gallery.sourceProperty().get().orElseThrow();
        String expected = GroupCsv.of(
                source,
                Criterion.TOP_1,
                gallery.layoutProperty().get().grouping().groups(),
                source.rank(cheapest));
        workspace.selectedInstanceProperty().set(cheapest);
        meanwhile = () -> {
            workspace.selectedInstanceProperty().set(Instance.FULL);
            gallery.criterionProperty().set(Criterion.TOP_5);
        };
        robot.interact(() -> exports.shown(ExportFormat.CSV));
        GalleryStage.until(() -> !state.runningProperty().get());
        assertThat(Files.readString(folder.resolve("table.csv"))).isEqualTo(expected);
    }

    @Test
    void oneIsWrittenAtATimeAlsoIfTheSecondBeginsWhileAFolderIsLookedFor(FxRobot robot) throws Exception {
        robot.interact(() -> {
            exports.shown(ExportFormat.FOLDERS);
            exports.shown(ExportFormat.CSV);
            String begun = exports.running().orElseThrow().getTitle();
            looking.finishAll();
            assertThat(exports.running().orElseThrow().getTitle()).isEqualTo(begun);
        });
        GalleryStage.until(() -> !state.runningProperty().get());
        assertThat(folder.resolve("table.csv")).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
