package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sweeps as a job that the status bar shows. */
final class SweepJob implements Sweeping {
    private static final Texts TEXTS = Texts.of(SweepJob.class);
    private static final long TELL_NANOS = 700_000_000L;

    private final NetworkLoader loader;
    private final TaskRunner tasks;
    private @Nullable BackgroundJob<Outcomes> running;

    /** @param tasks brings answers to the JavaFX thread */
    SweepJob(NetworkLoader loader, TaskRunner tasks) {
        this.loader = loader;
        this.tasks = tasks;
    }

    @Override
    public void start(SdpModel model, LabeledImages images, Optional<Outcomes> known, Listener listener) {
        cancel();
        String title = TEXTS.get("sweep.running", model.space().size());
        BackgroundJob<Outcomes> job = new BackgroundJob<>(
                title,
                progress -> sweep(
                        model,
                        images,
                        known,
                        progress,
                        soFar -> tasks.onFxThread(() -> {
                            if (!progress.cancelled()) {
                                listener.grew(soFar);
                            }
                        })));
        job.setOnSucceeded(event -> listener.done(job.getValue()));
        job.setOnFailed(event -> listener.failed(job.getException()));
        job.setOnCancelled(event -> listener.stopped());
        running = job.start();
    }

    @Override
    public void cancel() {
        BackgroundJob<Outcomes> job = running;
        if (job != null) {
            running = null;
            job.drop();
        }
    }

    private Outcomes sweep(
            SdpModel model,
            LabeledImages images,
            Optional<Outcomes> known,
            BackgroundJob.Progress progress,
            Consumer<Outcomes> grown)
            throws InterruptedException {
        int from = known.map(Outcomes::images).orElse(0);
        int[] open = IntStream.range(from, images.size()).toArray();
        BatchMaker maker = new BatchMaker(images, model.normalization(), new Augmentation.None());
        UnaryOperator<Outcomes> behindTheKnown =
                more -> known.map(first -> first.followedBy(more)).orElse(more);
        AtomicLong told = new AtomicLong(System.nanoTime());
        try (ExecutableNetwork network = loader.load(model.network(), model.weights())) {
            Outcomes more = new Evaluator(model.space(), model.bank())
                    .evaluate(
                            network,
                            maker,
                            open,
                            false,
                            share -> {
                                long done = from + Math.round(share * open.length);
                                progress.update(done, images.size(), TEXTS.get("sweep.progress", done, images.size()));
                                if (progress.cancelled()) {
                                    throw new InterruptedException(TEXTS.get("sweep.cancelled"));
                                }
                            },
                            (done, soFar) -> {
                                if (done < open.length && System.nanoTime() - told.get() > TELL_NANOS) {
                                    grown.accept(behindTheKnown.apply(soFar.get()));
                                    told.set(System.nanoTime());
                                }
                            })
                    .outcomes();
            return behindTheKnown.apply(more);
        }
    }
}
