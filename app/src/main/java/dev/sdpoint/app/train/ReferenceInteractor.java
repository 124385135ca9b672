package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.LiteraturePoint;
import dev.sdpoint.app.chart.LiteratureReader;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.SetChangeListener;

/**
 * Puts what others reached beneath the run's curve: the open model, the recorded runs that are compared, and published results. JavaFX
 * thread only.
 */
final class ReferenceInteractor {
    private static final Texts TEXTS = Texts.of(ReferenceInteractor.class);
    private static final int MOST_PROBLEMS = 3;

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final RecordedCurves recorded;
    private List<Labelled> compared = List.of();
    private Optional<String> openLabel = Optional.empty();

    ReferenceInteractor(TrainModel model, Workspace workspace, TaskRunner tasks, RecordedCurves recorded) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.recorded = recorded;
        workspace.modelProperty().addListener((value, before, after) -> show());
        workspace.dataProperty().addListener((value, before, after) -> show());
        model.resultProperty().addListener((value, before, after) -> show());
        model.referenceShownProperty().addListener((value, before, after) -> hideOrShowOpenModel());
        model.hiddenReferences().addListener((SetChangeListener<String>) change -> openLabel.ifPresent(label ->
                model.referenceShownProperty().set(!model.hiddenReferences().contains(label))));
        workspace.comparedRuns().addListener((SetChangeListener<RunId>) change -> readCompared());
        readCompared();
        show();
    }

    /** Adds the published results of a person's own table. */
    void addPublished(Path file) {
        tasks.run(
                () -> LiteratureReader.read(file),
                reading -> {
                    List<LiteraturePoint> all =
                            new ArrayList<>(model.costErrorProperty().get().literature());
                    all.addAll(reading.points());
                    model.costErrorProperty()
                            .set(model.costErrorProperty().get().withLiterature(all));
                    model.noticeProperty().set(Optional.of(told(reading)));
                },
                problem -> say(Notice.problem(TEXTS.get("published.failed", Sentence.of(problem)))));
    }

    /** Takes all published results off the chart. */
    void removePublished() {
        model.costErrorProperty().set(model.costErrorProperty().get().withLiterature(List.of()));
    }

    private static Notice told(LiteratureReader.Reading reading) {
        int points = reading.points().size();
        String shown = TEXTS.get("published.shown", points, String.valueOf(points));
        if (reading.problems().isEmpty()) {
            return Notice.hint(shown);
        }
        List<String> some = reading.problems()
                .subList(0, Math.min(MOST_PROBLEMS, reading.problems().size()));
        int more = reading.problems().size() - some.size();
        String problems = String.join(" ", some);
        return Notice.problem(
                more > 0
                        ? TEXTS.get("published.left-out.more", shown, problems, more)
                        : TEXTS.get("published.left-out", shown, problems));
    }

    private void readCompared() {
        Set<RunId> wanted = new HashSet<>(workspace.comparedRuns());
        if (wanted.isEmpty()) {
            compared = List.of();
            show();
            return;
        }
        List<RunId> order = List.copyOf(workspace.comparedRuns());
        tasks.run(
                () -> recorded.of(order),
                curves -> {
                    // Others may have been chosen meanwhile; their answer comes later.
                    if (wanted.equals(new HashSet<>(workspace.comparedRuns()))) {
                        compared = curves;
                        show();
                    }
                },
                problem -> say(Notice.problem(TEXTS.get("compared.failed", Sentence.of(problem)))));
    }

    private void show() {
        Optional<Labelled> open = openModel();
        openLabel = open.map(Labelled::label);
        List<Labelled> references = new ArrayList<>(open.stream().toList());
        Set<String> labels = new HashSet<>(openLabel.stream().toList());
        for (Labelled run : compared) {
            String label = run.label();
            for (int i = 2; !labels.add(label); i++) {
                label = run.label() + " (" + i + ")";
            }
            references.add(new Labelled(label, run.sweep()));
        }
        hideOrShowOpenModel();
        model.costErrorProperty().set(model.costErrorProperty().get().withReferences(references));
    }

    private void hideOrShowOpenModel() {
        boolean shown = model.referenceShownProperty().get();
        openLabel.ifPresent(label -> {
            if (shown) {
                model.hiddenReferences().remove(label);
            } else {
                model.hiddenReferences().add(label);
            }
        });
    }

    /** The open model is a fair reference if it tells the same classes apart and is not the one just trained. */
    private Optional<Labelled> openModel() {
        return workspace
                .modelProperty()
                .get()
                .map(OpenModel::model)
                .filter(open ->
                        model.resultProperty().get().filter(open::equals).isEmpty())
                .filter(open -> workspace
                        .dataProperty()
                        .get()
                        .map(data -> data.classNames().equals(open.classNames()))
                        .orElse(true))
                .map(open -> new Labelled(describe(open), open.sweep()));
    }

    private static String describe(SdpModel open) {
        return TEXTS.get(
                "reference.open-model",
                open.network().name(),
                open.record().epochs(),
                open.record().dataTitle(),
                open.sweep().images());
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }
}
