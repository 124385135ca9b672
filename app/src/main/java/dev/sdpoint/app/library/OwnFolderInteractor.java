package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.download.Sizes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how much is kept of folders and deletes it, always off the JavaFX thread; its own methods are for that thread. */
final class OwnFolderInteractor {
    private static final Texts TEXTS = Texts.of(OwnFolderInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(OwnFolderInteractor.class);

    private final OwnFolderModel model;
    private final TaskRunner tasks;
    private final KeptPictures pictures;
    private boolean looks;
    private boolean empties;

    OwnFolderInteractor(OwnFolderModel model, TaskRunner tasks, KeptPictures pictures) {
        this.model = model;
        this.tasks = tasks;
        this.pictures = pictures;
    }

    /** Looks how much there is, unless something runs already. */
    void refresh() {
        if (looks || empties) {
            return;
        }
        looks = true;
        tasks.run(
                pictures::bytes,
                bytes -> {
                    looks = false;
                    if (!empties) {
                        model.show(bytes == 0 ? OwnFolderModel.Kept.NOTHING : kept(bytes));
                    }
                },
                problem -> {
                    looks = false;
                    LOG.warn("The room that kept pictures take cannot be told.", problem);
                });
    }

    private OwnFolderModel.Kept kept(long bytes) {
        return new OwnFolderModel.Kept(TEXTS.get("own.kept", Sizes.of(bytes), Sizes.of(pictures.limit())), true);
    }

    /** Deletes it. */
    void empty() {
        if (empties) {
            return;
        }
        empties = true;
        model.show(new OwnFolderModel.Kept(TEXTS.get("own.emptying"), false));
        tasks.run(
                pictures::empty,
                freed -> {
                    empties = false;
                    model.show(new OwnFolderModel.Kept(TEXTS.get("own.emptied", Sizes.of(freed)), false));
                },
                problem -> {
                    empties = false;
                    LOG.error("The kept pictures cannot be deleted.", problem);
                    model.show(new OwnFolderModel.Kept(Sentence.of(problem), true));
                });
    }
}
