package dev.sdpoint.app.analysis;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.study.Bench;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.SdpModel;

/** Runs networks on the thread of a job, and adds up all its passes into one progress. One thread. */
final class JobBench implements Bench {
    private static final Texts TEXTS = Texts.of(JobBench.class);
    private final NetworkLoader loader;
    private final BackgroundJob.Progress progress;
    private final long total;
    private long before;

    /** @param total images of all passes together */
    JobBench(NetworkLoader loader, BackgroundJob.Progress progress, long total) {
        this.loader = loader;
        this.progress = progress;
        this.total = Math.max(1, total);
    }

    @Override
    public ExecutableNetwork load(SdpModel model) {
        return loader.load(model.network(), model.weights());
    }

    @Override
    public Watch watch(String title, int images) {
        report(0, images);
        return new Watch() {
            @Override
            public void report(double share) throws InterruptedException {
                if (progress.cancelled()) {
                    throw new InterruptedException(TEXTS.get("study.cancelled"));
                }
                JobBench.this.report(Math.round(share * images), images);
            }

            @Override
            public void close() {
                before += images;
            }
        };
    }

    private void report(long done, int images) {
        progress.update(Math.min(total, before + done), total, TEXTS.get("study.progress", done, images));
    }
}
