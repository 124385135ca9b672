package dev.sdpoint.app.library.models;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.TakenModel;
import dev.sdpoint.engine.model.CopyProgress;
import dev.sdpoint.engine.model.ModelFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes several files in, one after the other. On a job's thread. */
final class ModelImport {
    private static final Texts TEXTS = Texts.of(ModelImport.class);

    private final ModelLibrary library;
    private final BackgroundJob.Progress progress;
    private final AtomicBoolean stopped;

    ModelImport(ModelLibrary library, BackgroundJob.Progress progress, AtomicBoolean stopped) {
        this.library = library;
        this.progress = progress;
        this.stopped = stopped;
    }

    /**
     * What came of it.
     *
     * @param taken those that are in the library now
     * @param problems of those that are not, a sentence each
     */
    record Result(List<TakenModel> taken, List<String> problems) {
        /** The file of the last model that is in the library now. */
        Optional<Path> last() {
            return taken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(taken.get(taken.size() - 1).model().file());
        }

        Notice notice() {
            long there = taken.stream().filter(TakenModel::wasThere).count();
            String words = words(taken.size() - there, there);
            if (problems.isEmpty()) {
                return Notice.hint(words);
            }
            String refused = problems.size() == 1
                    ? problems.get(0)
                    : TEXTS.get("imported.refused", problems.get(0), problems.size() - 1);
            return Notice.problem((words + " " + refused).strip());
        }

        private String words(long fresh, long there) {
            if (taken.size() == 1) {
                return TEXTS.get(
                        there == 1 ? "imported.there" : "imported",
                        taken.get(0).model().name());
            }
            return taken.isEmpty()
                    ? ""
                    : TEXTS.get(there == 0 ? "imported.several" : "imported.several.some-there", fresh, there);
        }
    }

    Result of(List<Path> files) throws InterruptedException {
        List<TakenModel> taken = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                taken.add(library.take(file, progress(progress, stopped, String.valueOf(file.getFileName()))));
            } catch (ModelFileException e) {
                problems.add(Sentence.of(e));
            }
        }
        return new Result(taken, problems);
    }

    /** Tells a job how far a copy is, and ends the copy when somebody has stopped it. */
    static CopyProgress progress(BackgroundJob.Progress progress, AtomicBoolean stopped, String name) {
        return (done, total) -> {
            if (stopped.get() || progress.cancelled()) {
                throw new InterruptedException("a person ended it");
            }
            progress.update(done, total, TEXTS.get(done < total ? "import.copying" : "import.checking", name));
        };
    }
}
