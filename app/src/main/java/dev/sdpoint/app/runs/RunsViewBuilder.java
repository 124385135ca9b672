package dev.sdpoint.app.runs;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.NoticeBar;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.Piece;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list's nodes and their bindings to the model. */
final class RunsViewBuilder {
    private static final Texts TEXTS = Texts.of(RunsViewBuilder.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double WIDE = 1000;
    private static final double DETAIL_WIDTH = 304;
    private static final double DETAIL_HEIGHT = 222;
    private static final double GAP = 16;

    private final RunsModel model;
    private final RunsInteractor interactor;
    private final TransferInteractor transfer;
    private final ChartTokens tokens = new ChartTokens();
    private final Piece<RunsToolbar> toolbar = new Piece<>(this::toolbar);
    private final Piece<RunsTable> table = new Piece<>(this::table);
    private final Piece<RunDetail> detail = new Piece<>(this::detail);

    RunsViewBuilder(RunsModel model, RunsInteractor interactor, TransferInteractor transfer) {
        this.model = model;
        this.interactor = interactor;
        this.transfer = transfer;
    }

    /** What takes longest of {@link #build()}. */
    List<Piece<?>> pieces() {
        return List.of(toolbar, table, detail);
    }

    /** The list, to be focused when the page comes on screen. */
    RunsTable list() {
        return table.get();
    }

    /** Keeps what a person typed and did not leave. */
    void keepTyped() {
        detail.get().keepTags();
        detail.get().keepNote();
    }

    /** Builds the view once. */
    Parent build() {
        RunsEmpty empty = new RunsEmpty(model, transfer::importFiles);
        RunsTable list = table.get();
        StackPane lines = new StackPane(list, empty);
        lines.getStyleClass().addAll("card", "flush");
        Runnable refresh = () -> {
            empty.refresh();
            list.setVisible(!empty.isVisible());
        };
        model.found().addListener((ListChangeListener<RunRow>) change -> refresh.run());
        model.stageProperty().subscribe(refresh);
        model.problemProperty().subscribe(refresh);
        refresh.run();
        lines.setMinSize(0, 0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        VBox.setVgrow(lines, Priority.ALWAYS);
        StackPane body = new StackPane();
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.widthProperty().addListener((value, before, now) -> arrange(body, lines, now.doubleValue()));
        arrange(body, lines, WIDE);
        toolbar.get().leaveTo(list::take);
        VBox root = new VBox(8, toolbar.get(), notice(), body, footer(), tokens);
        root.setId("runs");
        root.getStyleClass().add("runs");
        Sheets.add(root, RunsViewBuilder.class, "runs.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                toolbar.get().find();
                event.consume();
            }
        });
        return root;
    }

    /** The selected run stands beside the lines where there is room, else below them. */
    private void arrange(StackPane body, Region lines, double width) {
        Orientation orientation = width >= WIDE ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        RunDetail pane = detail.get();
        boolean beside = orientation == Orientation.VERTICAL;
        Pane place = body.getChildren().isEmpty()
                ? new StackPane()
                : (Pane) body.getChildren().get(0);
        if (beside ? place instanceof HBox : place instanceof VBox) {
            return;
        }
        place.getChildren().clear();
        pane.arrange(orientation);
        pane.setMinSize(beside ? DETAIL_WIDTH : 0, beside ? 0 : DETAIL_HEIGHT);
        pane.setPrefSize(DETAIL_WIDTH, DETAIL_HEIGHT);
        pane.setMaxSize(beside ? DETAIL_WIDTH : Double.MAX_VALUE, beside ? Double.MAX_VALUE : DETAIL_HEIGHT);
        body.getChildren().setAll(beside ? new HBox(GAP, lines, pane) : new VBox(GAP, lines, pane));
    }

    private RunsToolbar toolbar() {
        return new RunsToolbar(model, interactor, transfer);
    }

    private RunsTable table() {
        RunsTable list = new RunsTable(model, interactor, tokens);
        list.setContextMenu(menu(list));
        return list;
    }

    private ContextMenu menu(RunsTable list) {
        return new ContextMenu(
                item(TEXTS.get("menu.compare"), interactor::compare),
                item(TEXTS.get("menu.rename"), list::editName),
                item(TEXTS.get("menu.use-recipe"), interactor::duplicate),
                item(TEXTS.get("menu.export-file"), transfer::exportFiles),
                item(TEXTS.get("menu.export-tensorboard"), transfer::exportToTensorBoard),
                item(TEXTS.get("menu.delete"), interactor::delete));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private RunDetail detail() {
        RunDetail pane = new RunDetail(model, interactor, tokens);
        Runnable refresh = () -> pane.show(List.copyOf(model.selected()));
        model.selected().addListener((ListChangeListener<RunRow>) change -> refresh.run());
        model.rows().addListener((ListChangeListener<RunRow>) change -> refresh.run());
        pane.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        pane.managedProperty().bind(pane.visibleProperty());
        return pane;
    }

    private Node notice() {
        NoticeBar bar = new NoticeBar("runs", TEXTS.get("notice.undo.help"), interactor::undo, interactor::hideNotice);
        model.noticeProperty()
                .subscribe(notice -> notice.ifPresentOrElse(
                        said -> bar.show(
                                said.sentence(), said.kind() == Notice.Kind.UNDO, said.kind() == Notice.Kind.PROBLEM),
                        bar::hide));
        return bar.view();
    }

    private Node footer() {
        Label count = new Label();
        count.setId("runs-count");
        count.getStyleClass().addAll("muted", "small", "figure");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count,
                        model.rows(),
                        model.found(),
                        model.selected(),
                        model.deletedShownProperty(),
                        model.busyProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Hyperlink deleted = new Hyperlink();
        deleted.setId("runs-deleted");
        deleted.getStyleClass().add("small");
        deleted.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.deletedShownProperty().get()
                                ? TEXTS.get("deleted.hide")
                                : TEXTS.get(
                                        "deleted.show",
                                        model.deletedCountProperty().get()),
                        model.deletedShownProperty(),
                        model.deletedCountProperty()));
        deleted.visibleProperty()
                .bind(model.deletedCountProperty().greaterThan(0).or(model.deletedShownProperty()));
        deleted.setOnAction(event -> {
            deleted.setVisited(false);
            model.deletedShownProperty().set(!model.deletedShownProperty().get());
        });
        HBox footer = new HBox(8, count, space, deleted);
        footer.getStyleClass().add("runs-footer");
        return footer;
    }

    private String count() {
        int all = model.rows().size();
        int found = model.found().size();
        int selected = model.selected().size();
        boolean deleted = model.deletedShownProperty().get();
        String what =
                deleted ? TEXTS.get("count.deleted", RunWords.runs(all), RunArchive.UNDO.toDays()) : RunWords.runs(all);
        return (found == all ? what : TEXTS.get("count.found", found, what))
                + (selected > 1 ? " · " + TEXTS.get("count.selected", selected) : "")
                + (model.busyProperty().get() ? " · " + TEXTS.get("count.working") : "");
    }
}
