package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.SerialWorker;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.inference.LoadedNetwork;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.sdpoint.Instance;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;

/**
 * Wires what a person does beyond looking at the sorted list: selecting many images, exporting them, comparing models, and asking the network
 * about one image. It
 * owns one thread, which alone runs the network, until {@link #close()}. JavaFX thread only.
 */
final class GalleryParts {
    private static final Texts TEXTS = Texts.of(GalleryParts.class);

    private final GalleryModel model;
    private final GalleryInteractor interactor;
    private final PickModel picks = new PickModel();
    private final PickInteractor picking;
    private final ExportModel exportState = new ExportModel();
    private final ExportMenus menus = new ExportMenus(exportState);
    private final GalleryExports exports;
    private final CompareParts compare;
    private final DetailModel computed = new DetailModel();
    private final DetailInteractor asking;
    private final LoadedNetwork network;
    private final SerialWorker worker = new SerialWorker("gallery-inference");

    GalleryParts(
            GalleryModel model,
            GalleryInteractor interactor,
            Workspace workspace,
            TaskRunner tasks,
            NetworkLoader loader,
            OtherSweeps sweeps) {
        this.model = model;
        this.interactor = interactor;
        picking = new PickInteractor(model, picks, interactor::select);
        exports = new GalleryExports(model, picks, exportState, workspace, tasks);
        compare = new CompareParts(model, workspace, tasks, sweeps, exports, interactor::setFilter);
        network = new LoadedNetwork(loader);
        asking = new DetailInteractor(model, computed, workspace, tasks, worker, network);
    }

    /** Begins to follow the gallery. */
    void start() {
        asking.start();
        compare.start();
    }

    /** The place came on screen or left it. */
    void setActive(boolean onScreen) {
        asking.setActive(onScreen);
        if (onScreen) {
            compare.lookForChoices();
        }
    }

    /** Dialogs belong to the window that the view is in. */
    void ownedBy(Parent view) {
        exports.ownedBy(() -> view.getScene() == null ? null : view.getScene().getWindow());
    }

    /** For tests, which answer dialogs themselves. */
    GalleryExports exports() {
        return exports;
    }

    /** The comparison with another model. */
    CompareParts compare() {
        return compare;
    }

    /** Closes the network, and ends what is computed or written. */
    void close() {
        asking.setActive(false);
        exports.cancel();
        compare.close();
        worker.close(network::release);
    }

    /** The scrolling pictures. */
    ImageList list() {
        return new ImageList(model, interactor, picks, picking, this::exportGroup);
    }

    private void exportGroup(Grouping.Group group, Node button) {
        menus.open(button, "gallery-export-group", format -> exports.group(group, format));
    }

    /** What can be done with the selected images. */
    PickBar pickBar() {
        return new PickBar(model, picks, exportState, menus, new PickBar.Actions() {
            @Override
            public void export(ExportFormat format) {
                exports.selection(format);
            }

            @Override
            public void selectGroup() {
                picking.selectGroup();
            }

            @Override
            public void clear() {
                picking.clear();
            }

            @Override
            public void cancelExport() {
                exports.cancel();
            }
        });
    }

    /** Exports all that the filter shows. */
    MenuButton exportShown() {
        MenuButton button = menus.button(
                TEXTS.get("export.shown"), "gallery-export-shown", TEXTS.get("export.shown.tip"), exports::shown);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        return button;
    }

    /** The story of the selected image. */
    DetailPane detail() {
        DetailPane.Actions actions = new DetailPane.Actions() {
            @Override
            public void choose(Instance instance) {
                interactor.chooseInstance(instance);
            }

            @Override
            public void openInBudget() {
                interactor.openInBudget();
            }

            @Override
            public void step(boolean forward) {
                int before = model.selectedProperty().get();
                interactor.move(forward ? RowLayout.Move.RIGHT : RowLayout.Move.LEFT, 1);
                picking.moved(before, false);
            }
        };
        return new DetailPane(actions, computed, new MapsPane(computed, asking), interactor.thumbnails());
    }
}
