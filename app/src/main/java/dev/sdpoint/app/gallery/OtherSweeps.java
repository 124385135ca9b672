package dev.sdpoint.app.gallery;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.archive.RunModels;
import dev.sdpoint.app.study.Bench;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Other models' answers on the images of the gallery: those that are recorded, or computed where none are. Every call waits for the disk
 * or computes, so none belongs on the JavaFX thread.
 */
final class OtherSweeps {

    private final RunModels runs;
    private final NetworkLoader loader;
    private final Callable<OpenModel> sample;

    /**
     * @param archive the recorded runs
     * @param loader makes networks
     * @param sample reads the model that comes with the program
     */
    OtherSweeps(RunArchive archive, NetworkLoader loader, Callable<OpenModel> sample) {
        runs = new RunModels(archive, loader);
        this.loader = loader;
        this.sample = sample;
    }

    /** What there is to compare with besides files: recorded runs with a checkpoint, the newest first, then the sample. */
    List<OtherModel> choices() throws StoreException {
        List<OtherModel> all = new ArrayList<>();
        runs.withCheckpoint().forEach(run -> all.add(new OtherModel.OfRun(run)));
        all.add(new OtherModel.OfSample(OtherModel.withoutEnding(SampleModels.name())));
        return all;
    }

    /**
     * A model's answers on the validation images of a data set.
     *
     * @param progress hears the share done, 0 … 1, and says whether to go on
     * @throws InterruptedException if the progress says no
     * @throws Exception with a sentence for a person, if the model cannot be read or does not go with the data
     */
    GallerySource of(OtherModel other, DataSet data, Progress progress) throws Exception {
        SdpModel model = model(other, data, progress);
        Subject.requireFit(model, data);
        Evaluator.Result answers = new Subject(other.name(), model, data.validation(), bench(progress)).answers();
        return new GallerySource(data, answers.sweep(), answers.outcomes());
    }

    private SdpModel model(OtherModel other, DataSet data, Progress progress) throws Exception {
        if (other instanceof OtherModel.OfRun run) {
            return runs.read(run.run().id(), run.name(), data, progress);
        }
        return other instanceof OtherModel.OfFile file
                ? ModelFiles.read(file.file())
                : sample.call().model();
    }

    private Bench bench(Progress progress) {
        return new Bench() {
            @Override
            public ExecutableNetwork load(SdpModel model) {
                return loader.load(model.network(), model.weights());
            }

            @Override
            public Watch watch(String title, int images) {
                return new Watch() {
                    @Override
                    public void report(double share) throws InterruptedException {
                        progress.report(share);
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }
}
