package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how the run stands outside of its place: in the window's title and on its icon while it trains, at most once a per cent, and in
 * a note when it has finished or failed. JavaFX thread only.
 */
final class RunHerald {
    private static final Texts TEXTS = Texts.of(RunHerald.class);
    private static final Logger LOG = LoggerFactory.getLogger(RunHerald.class);
    private static final double ALL = 100;

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Consumer<List<Image>> icons;
    private final Consumer<RunNews> note;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXTS.get("program"));
    private List<Image> plain = List.of();
    private TaskRunner.Cancellation drawing = () -> {};

    /**
     * @param icons puts icons on the window
     * @param note tells of a run that has finished or failed
     */
    RunHerald(Workspace workspace, TaskRunner tasks, Consumer<List<Image>> icons, Consumer<RunNews> note) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.icons = icons;
        this.note = note;
        workspace.runProperty().addListener((property, before, now) -> now.ifPresent(this::tell));
    }

    /** For the window. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The icons of a window in which nothing trains; they are on it after this call. */
    void plainIcons(List<Image> images) {
        plain = List.copyOf(images);
        icons.accept(plain);
        workspace.runProperty().get().ifPresent(this::draw);
    }

    private void tell(RunNews news) {
        title.set(title(news));
        draw(news);
        if (news.phase() == RunNews.Phase.FINISHED || news.phase() == RunNews.Phase.FAILED) {
            note.accept(news);
        }
    }

    private void draw(RunNews news) {
        drawing.cancel();
        if (news.phase() != RunNews.Phase.TRAINING) {
            icons.accept(plain);
            return;
        }
        List<Image> base = plain;
        drawing = tasks.run(
                () -> base.stream()
                        .map(icon -> ProgressIcon.of(icon, news.percent() / ALL))
                        .toList(),
                icons,
                problem -> LOG.warn("The icon does not show the progress.", problem));
    }

    /** What a window is called while a run stands so. */
    static String title(RunNews news) {
        String program = TEXTS.get("program");
        return news.phase() == RunNews.Phase.TRAINING
                ? String.format(Locale.ROOT, "%d %% · %s · %s", news.percent(), news.title(), program)
                : program;
    }

    /** Whether a person sees the run anyway. */
    static boolean inSight(Workspace workspace, boolean focused) {
        return focused && workspace.currentPlaceProperty().get() == PlaceId.TRAIN;
    }
}
