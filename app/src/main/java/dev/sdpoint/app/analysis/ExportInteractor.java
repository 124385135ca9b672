package dev.sdpoint.app.analysis;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.app.study.StudyFormat;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.model.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes answers elsewhere: figures and tables as files. JavaFX thread only. */
final class ExportInteractor {
    private static final Texts TEXTS = Texts.of(ExportInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(ExportInteractor.class);

    private final TaskRunner tasks;
    private final StringProperty notice = new SimpleStringProperty("");
    private final BooleanProperty problem = new SimpleBooleanProperty();

    ExportInteractor(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** What became of the last export; blank before, and after it was read. */
    StringProperty noticeProperty() {
        return notice;
    }

    /** Whether the notice is of a failure. */
    BooleanProperty problemProperty() {
        return problem;
    }

    /** Writes the figure of an answer, or its table if the file's name ends with {@code .csv}. */
    void write(StudyResult answer, Path file) {
        tasks.run(
                () -> {
                    writeNow(answer, file);
                    return file;
                },
                written -> say(TEXTS.get("export.written", written), false),
                this::fail);
    }

    /** Draws the figure as in a PNG. */
    void picture(StudyResult answer, Consumer<BufferedImage> drawn) {
        tasks.run(
                () -> FigureFiles.png(answer.figure()),
                picture -> {
                    drawn.accept(picture);
                    say(TEXTS.get("export.copied"), false);
                },
                this::fail);
    }

    private void fail(Exception why) {
        LOG.warn("An export failed.", why);
        say(Sentence.of(why), true);
    }

    private void say(String sentence, boolean failed) {
        problem.set(failed);
        notice.set(sentence);
    }

    private static void writeNow(StudyResult answer, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            WholeFile.write(file, answer.written(StudyFormat.CSV));
        } else {
            FigureFiles.write(file, answer.figure());
        }
    }
}
