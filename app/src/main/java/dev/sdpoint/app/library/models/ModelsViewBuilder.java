package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.NoticeBar;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.engine.library.DeletedModel;
import dev.sdpoint.engine.library.FoundModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The nodes of the models and their bindings; decides nothing. */
final class ModelsViewBuilder {
    private static final Texts TEXTS = Texts.of(ModelsViewBuilder.class);
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final double ROW = 52;
    private static final int MOST_ROWS = 4;
    private static final int LEAST_ROWS = 2;
    private static final double LEAST_CARD = 160;
    private static final int MOST_DELETED = 20;

    private final ModelsModel model;
    private final ModelsInteractor interactor;
    private final ModelFileChoice files;
    private final Piece<ListView<ModelRow>> list;
    private final Piece<ModelCardView> card;
    private boolean following;

    ModelsViewBuilder(ModelsModel model, ModelsInteractor interactor, ModelFileChoice files) {
        this.model = model;
        this.interactor = interactor;
        this.files = files;
        list = new Piece<>(this::list);
        card = new Piece<>(() -> new ModelCardView(model, interactor, files));
    }

    /** What takes longest of {@link #build()}. */
    List<Piece<?>> pieces() {
        return List.of(list, card);
    }

    /** Builds the view once. */
    Parent build() {
        ScrollPane scroll = ScrollPanes.column(card.get(), "library-scroll");
        scroll.setId("model-scroll");
        scroll.setPrefHeight(
                LEAST_CARD); // takes what the list leaves, which would share a shortage with all that the card has
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox root = new VBox(12, toolbar(), notice(), list.get(), scroll);
        root.setId("models");
        root.getStyleClass().add("models");
        root.setMinSize(0, 0);
        Sheets.add(root, ModelsViewBuilder.class, "models.css");
        drops(root);
        return root;
    }

    private Node toolbar() {
        Button take = new Button(TEXTS.get("import"), new FontIcon(Material2AL.ADD));
        take.setId("models-import");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setTooltip(new Tooltip(TEXTS.get("import.tip")));
        take.setOnAction(event -> interactor.importFiles(files.filesToImport()));
        take.disableProperty().bind(model.busyProperty());
        MenuButton deleted = new MenuButton();
        deleted.setId("models-deleted");
        deleted.setMinWidth(Region.USE_PREF_SIZE);
        deleted.setTooltip(new Tooltip(TEXTS.get("restore.menu.tip")));
        deleted.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> TEXTS.get("restore.menu", model.deleted().size()), model.deleted()));
        deleted.visibleProperty().bind(Bindings.isNotEmpty(model.deleted()));
        deleted.managedProperty().bind(deleted.visibleProperty());
        model.deleted().addListener((ListChangeListener<DeletedModel>) change -> deleted.getItems()
                .setAll(model.deleted().stream()
                        .limit(MOST_DELETED)
                        .map(this::restoring)
                        .toList()));
        return new HBox(8, take, deleted);
    }

    private MenuItem restoring(DeletedModel deleted) {
        MenuItem item = new MenuItem(TEXTS.get("restore.item", deleted.name(), ModelWords.when(deleted.at())));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> interactor.restore(deleted));
        return item;
    }

    /** For all rows, but for no more than so many and for one at the least. */
    private DoubleBinding heightOfRows(int most) {
        return Bindings.createDoubleBinding(
                () -> 2 + ROW * Math.max(1, Math.min(most, model.rows().size())), model.rows());
    }

    private ListView<ModelRow> list() {
        ListView<ModelRow> view = new ListView<>(model.rows());
        view.setId("models-list");
        view.setAccessibleText(TEXTS.get("list.spoken"));
        view.setFixedCellSize(ROW);
        view.setCellFactory(unused -> new ModelListCell(model.openProperty()));
        view.prefHeightProperty().bind(heightOfRows(MOST_ROWS));
        view.minHeightProperty().bind(heightOfRows(LEAST_ROWS));
        Label placeholder = new Label();
        placeholder.setId("models-placeholder");
        placeholder.getStyleClass().add("muted");
        placeholder.setWrapText(true);
        view.setPlaceholder(placeholder);
        model.stageProperty()
                .subscribe(stage -> placeholder.setText(
                        switch (stage) {
                            case LOOKING -> TEXTS.get("list.looking");
                            case READY -> TEXTS.get("list.empty");
                            case FAILED -> TEXTS.get("list.failed");
                        }));
        view.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                interactor.select(now);
            }
        });
        model.selectedProperty().subscribe(selected -> follow(view, selected));
        // the list forgets its selection when its rows are exchanged
        model.rows().addListener((ListChangeListener<ModelRow>)
                change -> follow(view, model.selectedProperty().get().filter(model.rows()::contains)));
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.selectedProperty().get().ifPresent(interactor::delete);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                model.selectedProperty()
                        .get()
                        .filter(row -> row.summary().isPresent())
                        .ifPresent(interactor::open);
                event.consume();
            }
        });
        return view;
    }

    private void follow(ListView<ModelRow> view, Optional<ModelRow> selected) {
        following = true;
        try {
            selected.ifPresentOrElse(
                    row -> view.getSelectionModel().select(row),
                    () -> view.getSelectionModel().clearSelection());
            selected.map(view.getItems()::indexOf).ifPresent(row -> reveal(view, row));
        } finally {
            following = false;
        }
    }

    /** Scrolls to a row that is out of sight; one that was clicked stays under the pointer. */
    private static void reveal(ListView<ModelRow> view, int row) {
        boolean inSight = view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= row
                && row <= flow.getLastVisibleCell().getIndex();
        if (!inSight) {
            view.scrollTo(row);
        }
    }

    private Node notice() {
        Button again = new Button(TEXTS.get("list.again"));
        again.setId("models-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> {
            interactor.hideNotice();
            interactor.refresh();
        });
        NoticeBar bar = new NoticeBar("models", TEXTS.get("undo.tip"), interactor::undo, interactor::hideNotice, again);
        model.noticeProperty()
                .subscribe(notice -> notice.ifPresentOrElse(
                        said -> bar.show(
                                said.sentence(), said.kind() == Notice.Kind.UNDO, said.kind() == Notice.Kind.PROBLEM),
                        bar::hide));
        model.stageProperty().subscribe(stage -> show(again, stage == ModelsModel.Stage.FAILED));
        return bar.view();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Model files that are dropped here come into the library; everywhere else in the window they are only opened. */
    private void drops(Node root) {
        root.setOnDragOver(event -> {
            if (!modelFiles(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                root.pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        root.setOnDragExited(event -> root.pseudoClassStateChanged(DROP, false));
        root.setOnDragDropped(event -> {
            root.pseudoClassStateChanged(DROP, false);
            List<Path> dropped = modelFiles(event.getDragboard());
            if (!dropped.isEmpty()) {
                interactor.importFiles(dropped);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> modelFiles(Dragboard board) {
        return board.hasFiles() ? modelFiles(board.getFiles()) : List.of();
    }

    /** The files if all of them are models; none otherwise. */
    static List<Path> modelFiles(List<File> files) {
        return files.stream().allMatch(file -> FoundModel.isModel(file.getName()) && !file.isDirectory())
                ? files.stream().map(File::toPath).toList()
                : List.of();
    }
}
