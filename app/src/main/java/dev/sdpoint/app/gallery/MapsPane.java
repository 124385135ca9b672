package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Named;
import dev.sdpoint.engine.inference.BlockMap;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The feature maps of the selected image at full resolution and downsampled, side by side, and where they part. */
final class MapsPane extends VBox {
    private static final Texts TEXTS = Texts.of(MapsPane.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final int CHANNELS = 3;

    private final DetailModel state;
    private final HBox heads = new HBox(MapCanvas.PITCH - (double) MapCanvas.TILE);
    private final MapCanvas tiles = new MapCanvas();
    private final BlockStrip blocks;
    private final Label told = new Label();
    private final Label which = new Label();
    private final Label sentence = new Label();
    private final VBox content;
    private final VBox problem;
    private final HBox waiting;

    MapsPane(DetailModel state, DetailInteractor interactor) {
        super(8);
        this.state = state;
        setId("gallery-maps");
        getStyleClass().add("maps");
        blocks = new BlockStrip(interactor::chooseBlock, this::tell);
        sentence.setId("gallery-map-sentence");
        told.setId("gallery-map-told");
        for (Label words : new Label[] {sentence, told, which}) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        told.getStyleClass().add("muted");
        which.getStyleClass().add("muted");
        sentence.getStyleClass().add("map-sentence");
        content = new VBox(8, which, heads, tiles, differences(), blocks, told, sentence);
        content.getStyleClass().add("maps-content");
        problem = problem(interactor);
        waiting = waiting();
        StackPane stack = new StackPane(content, waiting);
        getChildren().addAll(head(interactor), stack, problem);
        state.mapsProperty().subscribe(this::refresh);
        state.blockProperty().subscribe(this::refresh);
        state.waitingProperty().subscribe(this::refresh);
        state.problemProperty().subscribe(this::refresh);
        state.pointsProperty().subscribe(points -> show(this, !points.isEmpty()));
    }

    private HBox head(DetailInteractor interactor) {
        Label title = new Label(TEXTS.get("maps.title"));
        title.getStyleClass().add("section");
        ComboBox<Integer> point = new ComboBox<>();
        point.setId("gallery-map-point");
        point.setAccessibleText(TEXTS.get("maps.point.spoken"));
        point.setTooltip(new Tooltip(TEXTS.get("maps.point.tip")));
        point.setConverter(Named.by(value -> TEXTS.get("maps.point", value)));
        state.pointsProperty().subscribe(points -> {
            point.getItems().setAll(points);
            point.setValue(state.pointProperty().get());
        });
        state.pointProperty().subscribe(now -> point.setValue(now.intValue()));
        point.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                interactor.choosePoint(now);
            }
        });
        point.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, title, gap, point);
        row.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private HBox differences() {
        Label title = new Label(TEXTS.get("maps.differences"));
        title.getStyleClass().add("section");
        title.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, title);
        row.setAlignment(Pos.BASELINE_LEFT);
        Label line = new Label(TEXTS.get("maps.differences.line"));
        line.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox keys = new HBox(8);
        keys.setAlignment(Pos.BASELINE_LEFT);
        state.mapsProperty().subscribe(maps -> {
            keys.getChildren().clear();
            List<String> columns = maps.map(MapStory::columns).orElse(List.of());
            for (int i = 1; i < columns.size(); i++) {
                keys.getChildren().add(key(columns.get(i), i - 1));
            }
        });
        row.getChildren().addAll(gap, keys, line);
        return row;
    }

    private static Label key(String ratio, int number) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("difference-bar", "difference-" + number);
        swatch.setMinSize(8, 8);
        swatch.setMaxSize(8, 8);
        Label label = new Label(ratio, swatch);
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox problem(DetailInteractor interactor) {
        Label words = new Label();
        words.setId("gallery-detail-problem");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button again = new Button(TEXTS.get("maps.again"));
        again.setId("gallery-detail-again");
        again.setOnAction(event -> interactor.askAgain());
        VBox box = new VBox(8, words, again);
        box.getStyleClass().add("flag");
        return box;
    }

    private static HBox waiting() {
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(24, 24);
        Label text = new Label(TEXTS.get("maps.waiting"));
        text.getStyleClass().add("muted");
        HBox box = new HBox(12, busy, text);
        box.setAlignment(Pos.CENTER);
        box.setMinHeight(48);
        return box;
    }

    private void refresh() {
        Optional<MapStory> maps = state.mapsProperty().get();
        boolean failed = !state.problemProperty().get().isEmpty();
        show(content, maps.isPresent() && !failed);
        show(waiting, maps.isEmpty() && state.waitingProperty().get());
        show(problem, failed);
        ((Label) problem.getChildren().get(0)).setText(state.problemProperty().get());
        content.pseudoClassStateChanged(STALE, state.waitingProperty().get());
        maps.ifPresent(this::draw);
    }

    private void draw(MapStory story) {
        int block = story.blocks().contains(state.blockProperty().get())
                ? state.blockProperty().get()
                : story.point();
        List<BlockMap> maps = story.maps(block);
        List<Integer> channels = story.channels(block, CHANNELS);
        tiles.show(maps, channels, story.columns());
        heads.getChildren().clear();
        for (int i = 0; i < maps.size(); i++) {
            int side = maps.get(i).side();
            Label head = new Label(story.columns().get(i) + " · " + side + "×" + side);
            head.getStyleClass().add("map-head");
            head.setMinWidth(MapCanvas.TILE);
            head.setMaxWidth(MapCanvas.TILE);
            heads.getChildren().add(head);
        }
        which.setText(TEXTS.get(
                "maps.which",
                story.blockName(block),
                channels.size(),
                Integer.toString(maps.get(0).channels())));
        blocks.show(story, block);
        sentence.setText((story.firstLarge().isPresent() ? "▲ " : "") + story.sentence());
    }

    private void tell(String words) {
        told.setText(words);
        show(told, !words.isBlank());
    }

    private static void show(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }
}
