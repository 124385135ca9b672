package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.gallery.CompareModel.Stage;
import dev.sdpoint.app.workspace.Workspace;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Wires the comparison with another model. JavaFX thread only. */
final class CompareParts {
    private final GalleryModel gallery;
    private final GalleryExports exports;
    private final CompareModel model = new CompareModel();
    private final CompareInteractor interactor;
    private final BooleanBinding table;

    /** @param filter shows what passes a filter */
    CompareParts(
            GalleryModel gallery,
            Workspace workspace,
            TaskRunner tasks,
            OtherSweeps sweeps,
            GalleryExports exports,
            Consumer<GalleryFilter> filter) {
        this.gallery = gallery;
        this.exports = exports;
        interactor = new CompareInteractor(gallery, model, workspace, tasks, LongJobs.inBackground(), sweeps, filter);
        table = Bindings.createBooleanBinding(
                () -> model.stageProperty().get() == Stage.READY
                        && model.tableShownProperty().get()
                        && model.movesProperty().get().isPresent(),
                model.stageProperty(),
                model.tableShownProperty(),
                model.movesProperty());
    }

    /** Begins to follow the gallery. */
    void start() {
        interactor.start();
    }

    /** Looks anew for what there is to compare with. */
    void lookForChoices() {
        interactor.lookForChoices();
    }

    /** Ends what is under way. */
    void close() {
        interactor.end();
    }

    /** Whether the table of groups is on show. */
    BooleanBinding tableShown() {
        return table;
    }

    /** Offers the other models. */
    CompareMenu menu() {
        CompareMenu menu = new CompareMenu(
                model,
                interactor::lookForChoices,
                interactor::compareWith,
                () -> exports.otherModel().ifPresent(file -> interactor.compareWith(new OtherModel.OfFile(file))));
        menu.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> gallery.sourceProperty()
                                .get()
                                .filter(GallerySource::complete)
                                .isEmpty(),
                        gallery.sourceProperty()));
        return menu;
    }

    /** Totals of the comparison, or how far it is. */
    CompareBar bar() {
        CompareBar bar = new CompareBar(model, new CompareBar.Actions() {
            @Override
            public void toggle(Move move) {
                interactor.toggleMove(move);
            }

            @Override
            public void export() {
                model.movesProperty()
                        .get()
                        .ifPresent(moves -> exports.moved(
                                moves,
                                model.openNameProperty().get(),
                                model.nameProperty().get()));
            }

            @Override
            public void end() {
                interactor.end();
            }
        });
        gallery.filterProperty().subscribe(bar::mark);
        return bar;
    }

    /** Groups by groups. */
    MovesTable table() {
        MovesTable cells = new MovesTable(interactor::toggleCell);
        model.movesProperty()
                .subscribe(moves -> cells.show(
                        moves,
                        model.openNameProperty().get(),
                        model.nameProperty().get()));
        gallery.filterProperty().subscribe(cells::mark);
        cells.visibleProperty().bind(table);
        cells.managedProperty().bind(table);
        return cells;
    }
}
