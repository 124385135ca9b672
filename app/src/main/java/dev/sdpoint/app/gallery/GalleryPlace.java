package dev.sdpoint.app.gallery;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Parent;

/** The validation images by difficulty: grouped by the least cost that gets each of them right. JavaFX thread only. */
public final class GalleryPlace implements Place {
    private final GalleryModel model = new GalleryModel();
    private final GalleryInteractor interactor;
    private final GalleryParts parts;
    private final GalleryViewBuilder builder;
    private Optional<Parent> view = Optional.empty();

    /**
     * @param workspace model, data set, answers and selection, which the place follows and changes
     * @param tasks runs passes over all images off the JavaFX thread
     * @param loader makes the network that is asked about the selected image and shows its feature maps
     * @param batches makes those of models that are compared, for all images
     * @param archive the recorded runs, whose models can be compared with
     * @param sample reads the sample model; not called on the JavaFX thread
     */
    public GalleryPlace(
            Workspace workspace,
            TaskRunner tasks,
            NetworkLoader loader,
            NetworkLoader batches,
            RunArchive archive,
            Callable<OpenModel> sample) {
        interactor = new GalleryInteractor(model, workspace, tasks);
        OtherSweeps others = new OtherSweeps(archive, batches, sample);
        parts = new GalleryParts(model, interactor, workspace, tasks, loader, others);
        builder = new GalleryViewBuilder(model, interactor, parts);
        interactor.start();
        parts.start();
    }

    /** What a person does beyond looking; for tests, which cannot reach the desktop's dialogs. */
    GalleryParts parts() {
        return parts;
    }

    /** Writes the contact sheet of what is shown as PNG, without asking; where the desktop cannot be asked. */
    public void writeContactSheet(Path file) {
        parts.exports().shown(ExportFormat.SHEET_PNG, file);
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
        parts.ownedBy(built);
        return built;
    }

    @Override
    public void shown() {
        parts.setActive(true);
    }

    @Override
    public void hidden() {
        parts.setActive(false);
    }

    @Override
    public void close() {
        parts.close();
    }
}
