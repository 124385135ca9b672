package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Opens folders as a job that the status bar shows and can cancel. */
final class FolderJob implements FolderOpening {
    private static final Texts TEXTS = Texts.of(FolderJob.class);
    private final Path home;

    /** @param home the program's own folder, where indexes and reduced pictures are kept */
    FolderJob(Path home) {
        this.home = home;
    }

    @Override
    public Cancellation start(Path folder, OptionalInt side, Consumer<DataSet> success, Consumer<Throwable> failure) {
        String name = DataSets.title(folder);
        BackgroundJob<DataSet> job =
                new BackgroundJob<>(TEXTS.get("folder.opening", name), progress -> open(folder, side, progress));
        job.setOnSucceeded(event -> success.accept(job.getValue()));
        job.setOnFailed(event -> failure.accept(job.getException()));
        job.setOnCancelled(event -> failure.accept(new CancellationException(TEXTS.get("folder.cancelled", name))));
        return job.start()::drop;
    }

    private DataSet open(Path folder, OptionalInt side, BackgroundJob.Progress progress) throws DataException {
        FolderOptions options = FolderOptions.keptIn(home)
                .withSide(side)
                .withProgress((seen, total, skipped) -> progress.update(
                        seen,
                        Math.max(1, total),
                        total == 0 ? TEXTS.get("folder.looking") : TEXTS.get("folder.progress", seen, total, skipped)));
        return DataSets.open(folder, options);
    }
}
