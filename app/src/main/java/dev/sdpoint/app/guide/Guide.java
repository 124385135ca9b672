package dev.sdpoint.app.guide;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The user guide, for a window of its own. JavaFX thread only. */
public final class Guide {
    private static final Texts TEXTS = Texts.of(Guide.class);

    private final GuideInteractor interactor;
    private final GuideView view;

    /**
     * The guide; it is read when it is opened for the first time.
     *
     * @param browser takes an address of the web that the reader chose
     */
    public Guide(TaskRunner tasks, Consumer<String> browser) {
        GuideModel model = new GuideModel();
        interactor = new GuideInteractor(model, tasks, GuideSource::read, browser);
        view = new GuideView(model, interactor);
    }

    /** What its window is called. */
    public static String title() {
        return TEXTS.get("title");
    }

    /** The nodes. */
    public Parent view() {
        return view.root();
    }

    /** Opens it at the section about a place, from which there is a way back to where the reader was. */
    public void open(PlaceId place) {
        interactor.open(place.title());
        view.focus();
    }

    /** Whether it is there, with its pictures in the colours of now. */
    public boolean drawn() {
        return view.drawn();
    }
}
