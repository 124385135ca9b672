package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.store.RecordedEvaluation;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what recorded runs reached. */
@FunctionalInterface
interface RecordedCurves {
    /** For places without recorded runs. */
    RecordedCurves NONE = runs -> List.of();

    /**
     * The newest evaluation of each run under the run's name; runs without one, or that are gone, are left out. Not on the JavaFX thread.
     *
     * @throws StoreException with a sentence for a person
     */
    List<Labelled> of(List<RunId> runs) throws StoreException;

    /** From the recorded runs. */
    static RecordedCurves from(RunArchive archive) {
        return runs -> {
            List<Labelled> curves = new ArrayList<>();
            Optional<RunStore> store = runs.isEmpty() ? Optional.empty() : archive.store();
            if (store.isEmpty()) {
                return curves;
            }
            for (RunId id : runs) {
                Optional<RunSummary> run = store.get().run(id);
                if (run.isPresent()) {
                    List<RecordedEvaluation> evaluations = store.get().evaluations(id);
                    if (!evaluations.isEmpty()) {
                        RecordedEvaluation newest = evaluations.get(evaluations.size() - 1);
                        curves.add(new Labelled(
                                run.get().label().name(), newest.told().sweep()));
                    }
                }
            }
            return curves;
        };
    }
}
