package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.stage.FileChooser;

/** The validation images by difficulty: grouped by the least cost that gets each of them right. JavaFX thread only. */
public final class GalleryPlace implements Place {
    private final GalleryModel model = new GalleryModel();
    private final GalleryInteractor interactor;
    private final GalleryViewBuilder builder;
    private Optional<Parent> view = Optional.empty();

    /**
     * @param workspace model, data set, answers and selection, which the place follows and changes
     * @param tasks runs passes over all images off the JavaFX thread
     */
    public GalleryPlace(Workspace workspace, TaskRunner tasks) {
        interactor = new GalleryInteractor(model, workspace, tasks);
        builder = new GalleryViewBuilder(model, interactor, this::export);
        interactor.start();
    }

    @Override
    public PlaceId id() {
        return PlaceId.GALLERY;
    }

    @Override
    public List<Piece<?>> pieces() {
        return builder.pieces();
    }

    @Override
    public Parent view() {
        Parent built = view.orElseGet(builder::build);
        view = Optional.of(built);
        return built;
    }

    private void export(Grouping.Group group) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export group as CSV");
        chooser.setInitialFileName("group.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Comma-separated values", "*.csv"));
        File file = chooser.showSaveDialog(
                view.map(Parent::getScene).map(scene -> scene.getWindow()).orElse(null));
        if (file != null) {
            interactor.export(group, file.toPath());
        }
    }
}
