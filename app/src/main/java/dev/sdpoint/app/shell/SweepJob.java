package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sweeps as a job that the status bar shows. */
final class SweepJob implements Sweeping {
    private final NetworkLoader loader;
    private @Nullable BackgroundJob<Outcomes> running;

    SweepJob(NetworkLoader loader) {
        this.loader = loader;
    }

    @Override
    public void start(SdpModel model, LabeledImages images, Consumer<Outcomes> success, Consumer<Throwable> failure) {
        cancel();
        String title = "Sweeping " + model.space().size() + " instances";
        BackgroundJob<Outcomes> job = new BackgroundJob<>(title, progress -> sweep(model, images, progress));
        job.setOnSucceeded(event -> success.accept(job.getValue()));
        job.setOnFailed(event -> failure.accept(job.getException()));
        running = job.start();
    }

    @Override
    public void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private Outcomes sweep(SdpModel model, LabeledImages images, BackgroundJob.Progress progress)
            throws InterruptedException {
        int[] all = IntStream.range(0, images.size()).toArray();
        BatchMaker maker = new BatchMaker(images, model.normalization(), new Augmentation.None());
        try (ExecutableNetwork network = loader.load(model.network(), model.weights())) {
            return new Evaluator(model.space(), model.bank())
                    .evaluate(network, maker, all, false, share -> {
                        long done = Math.round(share * images.size());
                        progress.update(done, images.size(), String.format("%,d of %,d images", done, images.size()));
                        if (progress.cancelled()) {
                            throw new InterruptedException("the sweep was cancelled");
                        }
                    })
                    .outcomes();
        }
    }
}
