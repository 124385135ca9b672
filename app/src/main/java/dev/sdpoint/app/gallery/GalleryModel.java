package dev.sdpoint.app.gallery;

import dev.sdpoint.app.workspace.Sorting;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The gallery's observable state; no nodes. JavaFX thread only. */
final class GalleryModel {
    /** How far the gallery has come. */
    enum Stage {
        NO_MODEL,
        NO_DATA,
        NO_OUTCOMES,
        SORTING,
        FAILED,
        READY
    }

    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.NO_MODEL);
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty notice = new SimpleStringProperty("");
    private final ObjectProperty<Optional<GallerySource>> source = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Criterion> criterion = new SimpleObjectProperty<>(Criterion.TOP_1);
    private final BooleanProperty topFiveUseful = new SimpleBooleanProperty(true);
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.NONE);
    private final ObjectProperty<GalleryFilter> filter = new SimpleObjectProperty<>(GalleryFilter.NONE);
    private final ObjectProperty<ImageOrder> order = new SimpleObjectProperty<>(ImageOrder.INDEX);
    private final ObjectProperty<List<FilterChip>> chips = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Remedy>> remedy = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ThumbSize> size = new SimpleObjectProperty<>(ThumbSize.M);
    private final ObjectProperty<Optional<Summary>> summary = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<CostClassTable>> table = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<RowLayout> layout = new SimpleObjectProperty<>(RowLayout.EMPTY);
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Optional<ImageDetail>> detail = new SimpleObjectProperty<>(Optional.empty());

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** What went wrong, as a sentence and a remedy; for {@link Stage#FAILED}. */
    StringProperty problemProperty() {
        return problem;
    }

    /** What the last export did, or why it could not; blank before. */
    StringProperty noticeProperty() {
        return notice;
    }

    ObjectProperty<Optional<GallerySource>> sourceProperty() {
        return source;
    }

    ObjectProperty<Criterion> criterionProperty() {
        return criterion;
    }

    /** Whether the data set has more than five classes. */
    BooleanProperty topFiveUsefulProperty() {
        return topFiveUseful;
    }

    /** How far the answers are while they are not all known. */
    ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    ObjectProperty<GalleryFilter> filterProperty() {
        return filter;
    }

    /** How images stand within a group. */
    ObjectProperty<ImageOrder> orderProperty() {
        return order;
    }

    /** What the filter consists of. */
    ObjectProperty<List<FilterChip>> chipsProperty() {
        return chips;
    }

    /** What to take away when the filter shows nothing. */
    ObjectProperty<Optional<Remedy>> remedyProperty() {
        return remedy;
    }

    ObjectProperty<ThumbSize> sizeProperty() {
        return size;
    }

    /** Of all images under the criterion. */
    ObjectProperty<Optional<Summary>> summaryProperty() {
        return summary;
    }

    /** Of all images under the criterion. */
    ObjectProperty<Optional<CostClassTable>> tableProperty() {
        return table;
    }

    /** Groups and rows that are shown. */
    ObjectProperty<RowLayout> layoutProperty() {
        return layout;
    }

    /** The image that is looked at; -1 for none. It may be one that the filter hides. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The story of the selected image. */
    ObjectProperty<Optional<ImageDetail>> detailProperty() {
        return detail;
    }
}
