package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel SAMPLE = SyntheticModel.of(DATA);

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final List<RunId> asked = new ArrayList<>();
    private final ReferenceInteractor references =
            new ReferenceInteractor(model, workspace, new DirectTaskRunner(), runs -> {
                asked.addAll(runs);
                return runs.stream()
                        .map(run -> new Labelled("my run", SAMPLE.sweep()))
                        .toList();
            });

    @Test
    void showsTheOpenModelOnlyForTheSameClassesAndNotBesideItself() {
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SAMPLE)));
        assertThat(labels())
                .containsExactly("open model wrn-10-1 · 3 epochs · CIFAR-10, bundled subset · 2,000 images");
        model.resultProperty().set(Optional.of(SAMPLE));
        assertThat(labels()).isEmpty();
        model.resultProperty().set(Optional.empty());
        DataSet others = DataSet.of(
                "other",
                "Other",
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                DATA.training(),
                DATA.validation());
        workspace.dataProperty().set(Optional.of(others));
        assertThat(labels()).isEmpty();
    }

    @Test
    void addsTheComparedRunsUnderDistinctNames() {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SAMPLE)));
        RunId one = new RunId(UUID.randomUUID().toString());
        RunId two = new RunId(UUID.randomUUID().toString());
        workspace.comparedRuns().add(one);
        workspace.comparedRuns().add(two);
        assertThat(labels()).hasSize(3).endsWith("my run", "my run (2)");
        assertThat(asked).containsExactly(one, one, two);
        workspace.comparedRuns().clear();
        assertThat(labels()).hasSize(1);
    }

    @Test
    void hidingTheOpenModelIsTheSameWhereverItIsDone() {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SAMPLE)));
        String label = labels().get(0);
        model.referenceShownProperty().set(false);
        assertThat(model.hiddenReferences()).containsExactly(label);
        model.hiddenReferences().remove(label);
        assertThat(model.referenceShownProperty().get()).isTrue();
    }

    @Test
    void addsPublishedResultsAndTellsWhatCouldNotBeRead() throws Exception {
        Path table = Files.writeString(
                folder.resolve("papers.csv"), "label,cost,error,unit\nSACT,5.2,24,GFLOPs\nbroken,none,24,GFLOPs\n");
        references.addPublished(table);
        assertThat(model.costErrorProperty().get().literature()).hasSize(1);
        Notice notice = model.noticeProperty().get().orElseThrow();
        assertThat(notice.problem()).isTrue();
        assertThat(notice.sentence())
                .contains("Line 3 has the cost 'none', which is no number above 0 (1e-9 to 1e18).");
        references.addPublished(table);
        assertThat(model.costErrorProperty().get().literature())
                .as("added to those there")
                .hasSize(2);
        references.removePublished();
        assertThat(model.costErrorProperty().get().literature()).isEmpty();
        references.addPublished(folder.resolve("none.csv"));
        assertThat(model.noticeProperty().get().orElseThrow().problem()).isTrue();
    }

    @Test
    void evaluationsOfARunLeaveReferencesAndPublishedResultsInPlace() throws Exception {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SAMPLE)));
        references.addPublished(
                Files.writeString(folder.resolve("papers.csv"), "label,cost,error,unit\nSACT,5.2,24,GFLOPs\n"));
        Sweep sweep = SAMPLE.sweep();
        model.costErrorProperty().set(model.costErrorProperty().get().plus(new Labelled("epoch 1", sweep)));
        assertThat(labels()).hasSize(1);
        assertThat(model.costErrorProperty().get().cleared().literature()).hasSize(1);
    }

    private List<String> labels() {
        return model.costErrorProperty().get().references().stream()
                .map(Labelled::label)
                .toList();
    }
}
