package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.GalleryFilter.Verdict;
import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Callback;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The controls of the filter; what is set stands out. */
final class FilterBar extends FlowPane {
    private static final Texts TEXTS = Texts.of(FilterBar.class);
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Consumer<GalleryFilter> wanted;
    private final TextField search = new TextField();
    private final ComboBox<Integer> trueClass;
    private final ComboBox<Integer> predicted;
    private final ComboBox<Verdict> verdict;
    private final ToggleButton nonMonotone = new ToggleButton(TEXTS.get("non-monotone"));
    private final CostRangeControl range;
    private GalleryFilter filter = GalleryFilter.NONE;
    private List<String> names = List.of();
    private boolean showing;

    /**
     * @param wanted gets every filter a person asks for
     */
    FilterBar(Consumer<GalleryFilter> wanted) {
        super(8, 8);
        this.wanted = wanted;
        getStyleClass().add("filters");
        setAlignment(Pos.CENTER_LEFT);
        search.setId("gallery-search");
        search.setPromptText(TEXTS.get("filter.search"));
        search.setPrefWidth(188);
        search.setAccessibleText(TEXTS.get("filter.search.spoken"));
        search.textProperty().addListener((p, before, now) -> ask(filter.withSearch(now)));
        trueClass = combo("gallery-class", this::className, c -> TEXTS.get("filter.class", className(c)));
        trueClass.getItems().setAll(GalleryFilter.ANY);
        trueClass.valueProperty().addListener((p, before, now) -> ask(filter.withTrueClass(orAny(now))));
        trueClass.setTooltip(new Tooltip(TEXTS.get("filter.class.tip")));
        predicted = combo("gallery-predicted", this::className, c -> TEXTS.get("filter.predicted", className(c)));
        predicted.getItems().setAll(GalleryFilter.ANY);
        predicted.valueProperty().addListener((p, before, now) -> ask(filter.withPredictedClass(orAny(now))));
        predicted.setTooltip(new Tooltip(TEXTS.get("filter.predicted.tip")));
        verdict = combo("gallery-verdict", Verdict::title, Verdict::title);
        verdict.getItems().setAll(Verdict.values());
        verdict.valueProperty()
                .addListener((p, before, now) -> ask(filter.withVerdict(now == null ? Verdict.ANY : now)));
        verdict.setTooltip(new Tooltip(TEXTS.get("filter.verdict.tip")));
        nonMonotone.setId("gallery-non-monotone");
        nonMonotone.getStyleClass().add("chip");
        nonMonotone.setTooltip(new Tooltip(TEXTS.get("filter.non-monotone.tip")));
        nonMonotone.selectedProperty().addListener((p, before, now) -> ask(filter.withNonMonotoneOnly(now)));
        range = new CostRangeControl(now -> ask(filter.withRange(now)));
        getChildren().addAll(search, trueClass, predicted, verdict, nonMonotone, range);
        show(filter, Optional.empty());
    }

    /** Shows a filter, and the choices that a source offers. */
    void show(GalleryFilter now, Optional<GallerySource> source) {
        showing = true;
        filter = now;
        source.ifPresent(this::offer);
        setDisable(source.isEmpty());
        if (!search.getText().equals(now.search())) {
            search.setText(now.search());
        }
        trueClass.setValue(now.trueClass());
        predicted.setValue(now.predictedClass());
        verdict.setValue(now.verdict());
        nonMonotone.setSelected(now.nonMonotoneOnly());
        range.show(now.range(), source);
        trueClass.pseudoClassStateChanged(ACTIVE, now.trueClass() >= 0);
        predicted.pseudoClassStateChanged(ACTIVE, now.predictedClass() >= 0);
        verdict.pseudoClassStateChanged(ACTIVE, now.verdict() != Verdict.ANY);
        showing = false;
    }

    /** Puts the cursor into the search field. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void offer(GallerySource source) {
        if (!names.equals(source.classNames())) {
            names = source.classNames();
            List<Integer> classes =
                    IntStream.range(GalleryFilter.ANY, names.size()).boxed().toList();
            for (ComboBox<Integer> combo : List.of(trueClass, predicted)) {
                combo.setValue(null);
                combo.getItems().setAll(classes);
            }
        }
    }

    private void ask(GalleryFilter changed) {
        if (!showing) {
            wanted.accept(changed);
        }
    }

    private static int orAny(@Nullable Integer value) {
        return value == null ? GalleryFilter.ANY : value;
    }

    private String className(int index) {
        return index < 0 ? TEXTS.get("filter.any") : index < names.size() ? names.get(index) : "";
    }

    /**
     * A chip with a list.
     *
     * @param item what an entry of the list says
     * @param chip what the chip says of the chosen entry
     */
    static <T> ComboBox<T> combo(String id, Function<T, String> item, Function<T, String> chip) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.getStyleClass().add("chip");
        combo.setVisibleRowCount(12);
        Callback<ListView<T>, ListCell<T>> cells = view -> cell(item);
        combo.setCellFactory(cells);
        combo.setButtonCell(cell(chip));
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : item.apply(value);
            }

            @Override
            public T fromString(String text) {
                return combo.getItems().stream()
                        .filter(i -> item.apply(i).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text + " is not in the list"));
            }
        });
        return combo;
    }

    private static <T> ListCell<T> cell(Function<T, String> text) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? null : text.apply(value));
            }
        };
    }
}
