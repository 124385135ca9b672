package dev.sdpoint.app.gallery;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.gallery.GalleryModel.Stage;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Piece;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gallery's nodes and their bindings to the model. */
final class GalleryViewBuilder {
    private static final Texts TEXTS = Texts.of(GalleryViewBuilder.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double DETAIL_WIDTH = 344;
    /** Of the height beside the details, at the most; the pictures need the rest. */
    private static final double TABLE_SHARE = 0.38;

    private final GalleryModel model;
    private final GalleryInteractor interactor;
    private final GalleryParts parts;
    private final Piece<HBox> title = new Piece<>(this::title);
    private final Piece<FilterBar> filters = new Piece<>(this::filters);
    private final Piece<StackPane> pictures = new Piece<>(this::pictures);
    private final Piece<Region> side = new Piece<>(this::side);

    /** @param parts selection of many, exports and what the network says */
    GalleryViewBuilder(GalleryModel model, GalleryInteractor interactor, GalleryParts parts) {
        this.model = model;
        this.interactor = interactor;
        this.parts = parts;
    }

    /** What takes longest of {@link #build()}. */
    List<Piece<?>> pieces() {
        return List.of(title, filters, pictures, side);
    }

    /** Builds the place once. */
    Parent build() {
        CompareParts compare = parts.compare();
        MovesTable table = compare.table();
        VBox left = new VBox(
                12,
                filters.get(),
                chips(),
                sorting(),
                compare.bar(),
                table,
                summary(compare.tableShown()),
                pictures.get(),
                parts.pickBar());
        table.maxHeightProperty().bind(left.heightProperty().multiply(TABLE_SHARE));
        VBox.setVgrow(pictures.get(), Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox content = new HBox(16, left, side.get());
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        VBox root = new VBox(12, title.get(), content);
        root.setId("gallery");
        root.getStyleClass().add("gallery");
        Sheets.add(root, GalleryViewBuilder.class, "gallery.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (FIND.match(e)) {
                filters.get().focusSearch();
                e.consume();
            }
        });
        return root;
    }

    private HBox title() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label subtitle = new Label();
        subtitle.getStyleClass().add("muted");
        subtitle.setId("gallery-count");
        model.layoutProperty().subscribe(layout -> subtitle.setText(subtitle(layout.grouping())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                12,
                title,
                subtitle,
                gap,
                orders(),
                criteria(),
                sizes(),
                parts.compare().menu(),
                parts.exportShown());
        line.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    private String subtitle(Grouping grouping) {
        if (grouping.groups().isEmpty()) {
            return TEXTS.get("subtitle.none");
        }
        String shown = grouping.shown() == grouping.all()
                ? Figures.images(grouping.all())
                : Figures.imagesOf(grouping.shown(), grouping.all());
        return TEXTS.get(
                grouping.withoutImages() == 0 ? "subtitle" : "subtitle.without",
                shown,
                grouping.groups().size(),
                grouping.withoutImages());
    }

    private HBox criteria() {
        ToggleButton one = segment(Criterion.TOP_1.title(), TEXTS.get("criterion.top-1.tip"));
        ToggleButton five = segment(Criterion.TOP_5.title(), TEXTS.get("criterion.top-5.tip"));
        one.setId("gallery-top-1");
        five.setId("gallery-top-5");
        five.disableProperty().bind(model.topFiveUsefulProperty().not());
        ToggleGroup group = grouped(one, five);
        group.selectedToggleProperty()
                .addListener(
                        (p, before, now) -> interactor.setCriterion(now == five ? Criterion.TOP_5 : Criterion.TOP_1));
        model.criterionProperty().subscribe(c -> group.selectToggle(c == Criterion.TOP_1 ? one : five));
        return joined(one, five);
    }

    private ComboBox<ImageOrder> orders() {
        ComboBox<ImageOrder> orders =
                FilterBar.combo("gallery-order", ImageOrder::title, order -> TEXTS.get("order.chosen", order.title()));
        orders.getItems().setAll(ImageOrder.values());
        orders.setAccessibleText(TEXTS.get("order.spoken"));
        Tooltip hint = new Tooltip();
        orders.setTooltip(hint);
        orders.valueProperty().addListener((p, before, now) -> interactor.setOrder(now));
        model.orderProperty().subscribe(order -> {
            orders.setValue(order);
            hint.setText(TEXTS.get("order.tip", order.hint()));
        });
        orders.setMinWidth(Region.USE_PREF_SIZE);
        return orders;
    }

    private HBox sizes() {
        Map<ThumbSize, ToggleButton> buttons = new EnumMap<>(ThumbSize.class);
        for (ThumbSize size : ThumbSize.values()) {
            ToggleButton button = segment(size.name(), size.title());
            button.setId("gallery-size-" + size.name());
            button.setAccessibleText(size.title());
            button.setOnAction(e -> interactor.setSize(size));
            buttons.put(size, button);
        }
        ToggleButton[] inOrder = buttons.values().toArray(new ToggleButton[0]);
        ToggleGroup group = grouped(inOrder);
        model.sizeProperty().subscribe(size -> group.selectToggle(buttons.get(size)));
        return joined(inOrder);
    }

    private static ToggleButton segment(String text, String hint) {
        ToggleButton button = new ToggleButton(text);
        button.setTooltip(new Tooltip(hint));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A group in which one button always stays selected. */
    private static ToggleGroup grouped(ToggleButton... buttons) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(buttons);
        group.selectedToggleProperty().addListener((p, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            }
        });
        return group;
    }

    private static HBox joined(ToggleButton... buttons) {
        buttons[0].getStyleClass().add(Styles.LEFT_PILL);
        for (int i = 1; i < buttons.length - 1; i++) {
            buttons[i].getStyleClass().add(Styles.CENTER_PILL);
        }
        buttons[buttons.length - 1].getStyleClass().add(Styles.RIGHT_PILL);
        return new HBox(buttons);
    }

    private FilterBar filters() {
        FilterBar bar = new FilterBar(interactor::setFilter);
        model.sourceProperty()
                .subscribe(source -> bar.show(model.filterProperty().get(), source));
        model.filterProperty()
                .subscribe(filter -> bar.show(filter, model.sourceProperty().get()));
        return bar;
    }

    private FilterChips chips() {
        FilterChips chips = new FilterChips(interactor::setFilter);
        Runnable refresh = () -> chips.show(
                model.chipsProperty().get(), model.layoutProperty().get().grouping());
        model.chipsProperty().subscribe(refresh);
        model.layoutProperty().subscribe(refresh);
        return chips;
    }

    private SortingBar sorting() {
        SortingBar bar = new SortingBar();
        model.sortingProperty().subscribe(bar::show);
        return bar;
    }

    /** @param crowded whether something else needs the room */
    private SummaryBar summary(BooleanBinding crowded) {
        SummaryBar bar = new SummaryBar();
        bar.giveWayTo(crowded);
        model.summaryProperty().subscribe(bar::show);
        return bar;
    }

    private StackPane pictures() {
        ImageList list = parts.list();
        EmptyState empty = new EmptyState();
        Runnable refresh = () -> {
            boolean hidden = model.layoutProperty().get().rows().isEmpty();
            boolean shown = empty.show(
                    model.stageProperty().get(),
                    hidden,
                    model.problemProperty().get(),
                    model.remedyProperty().get(),
                    model.sortingProperty().get(),
                    interactor::goToTrain,
                    interactor::setFilter);
            list.setVisible(!shown);
        };
        model.stageProperty().subscribe(refresh);
        model.layoutProperty().subscribe(refresh);
        model.problemProperty().subscribe(refresh);
        model.remedyProperty().subscribe(refresh);
        model.sortingProperty().subscribe(refresh);
        refresh.run();
        Label notice = new Label();
        notice.getStyleClass().add("notice");
        notice.setId("gallery-notice");
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        StackPane.setAlignment(notice, Pos.BOTTOM_LEFT);
        return new StackPane(list, empty, notice);
    }

    private Region side() {
        DetailPane detail = parts.detail();
        interactor.thumbnails().onArrival(detail::repaint);
        model.detailProperty().subscribe(d -> detail.show(model.sourceProperty().get(), d));
        CostClassMap map = new CostClassMap(interactor::toggleCell);
        model.tableProperty().subscribe(table -> {
            map.show(model.sourceProperty().get(), table);
            map.mark(model.filterProperty().get());
        });
        model.filterProperty().subscribe(map::mark);
        ScrollPane scroll = ScrollPanes.of(new VBox(16, detail, map));
        scroll.getStyleClass().add("side");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(DETAIL_WIDTH);
        scroll.setPrefWidth(DETAIL_WIDTH);
        scroll.setMaxWidth(DETAIL_WIDTH);
        scroll.visibleProperty().bind(model.stageProperty().isEqualTo(Stage.READY));
        scroll.managedProperty().bind(scroll.visibleProperty());
        return scroll;
    }
}
