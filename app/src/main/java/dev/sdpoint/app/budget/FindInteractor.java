package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.PictureIndex.Suggestion;
import dev.sdpoint.app.workspace.Workspace;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Finds images of the open data set by number and by class. JavaFX thread. */
final class FindInteractor implements FindActions {
    private final BudgetModel state;
    private final Workspace workspace;
    private final PictureActions pictures;

    FindInteractor(BudgetModel state, Workspace workspace, PictureActions pictures) {
        this.state = state;
        this.workspace = workspace;
        this.pictures = pictures;
    }

    /** The data set is another now, or none. */
    void dataChanged() {
        dismiss();
        state.imageIndexProperty().set(workspace.dataProperty().get().map(PictureIndex::of));
    }

    @Override
    public void find(String text) {
        state.imageIndexProperty()
                .get()
                .ifPresent(index -> show(index.find(text, shownIndex()), () -> index.whyNothing(text)));
    }

    @Override
    public void find(Suggestion meaning) {
        state.imageIndexProperty()
                .get()
                .ifPresent(index -> show(index.find(meaning, shownIndex()), () -> index.whyNothing(meaning.text())));
    }

    private int shownIndex() {
        return state.pictureProperty().get().orElse(null) instanceof Picture.Validation shown ? shown.index() : -1;
    }

    private void show(OptionalInt found, Supplier<String> whyNothing) {
        state.findProblemProperty().set(found.isPresent() ? "" : whyNothing.get());
        found.ifPresent(pictures::showImage);
    }

    @Override
    public void dismiss() {
        state.findProblemProperty().set("");
    }
}
