package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.store.RunSummary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Another model that the open one can be compared with. */
sealed interface OtherModel {
    Texts TEXTS = Texts.of(OtherModel.class);

    /** Of the names of model files. */
    String ENDING = ".sdp";

    /** What a person calls it. */
    String name();

    /** For a list of models. */
    String label();

    /** Why it cannot be compared on these images, as a sentence and a remedy; empty if nothing is known against it. */
    default Optional<String> refusal(DataSet data) {
        return Optional.empty();
    }

    /** The name of a model file without its ending. */
    static String withoutEnding(String file) {
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** That of a recorded run's checkpoint as it is now. */
    record OfRun(RunSummary run) implements OtherModel {
        @Override
        public String name() {
            return run.label().name();
        }

        @Override
        public String label() {
            RunSummary.Progress progress = run.progress();
            String done = progress.iterations() > 0
                    ? TEXTS.get(
                            "other.trained",
                            String.format(
                                    Locale.ROOT,
                                    "%.0f\u00a0%%",
                                    Math.floor(100.0 * progress.iteration() / progress.iterations())))
                    : TEXTS.get("other.not-begun");
            return name() + " · " + run.origin().network() + " · " + done;
        }

        @Override
        public Optional<String> refusal(DataSet data) {
            RunSummary.Origin origin = run.origin();
            return origin.dataFingerprint().equals(data.fingerprint())
                    ? Optional.empty()
                    : Optional.of(TEXTS.get("compare.other-data", name(), origin.dataTitle(), data.title()));
        }
    }

    /** One of a file. */
    record OfFile(Path file) implements OtherModel {
        @Override
        public String name() {
            return withoutEnding(String.valueOf(file.getFileName()));
        }

        @Override
        public String label() {
            return name();
        }
    }

    /**
     * The one that comes with the program.
     *
     * @param name of its file without the ending
     */
    record OfSample(String name) implements OtherModel {
        @Override
        public String label() {
            return TEXTS.get("other.sample", name);
        }
    }
}
