package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.RowLayout.Move;
import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The scrolling pictures: one list of rows of a fixed height, and above it the title of the group that is on top. Keeps the
 * selected image in sight. What a key or click means is decided by the interactor.
 */
final class ImageList extends StackPane {
    private static final Texts TEXTS = Texts.of(ImageList.class);
    private static final double SCROLL_BAR = 20;

    private final GalleryModel model;
    private final GalleryInteractor interactor;
    private final BiConsumer<Grouping.Group, Node> exported;
    private final PickModel picks;
    private final PickInteractor picking;
    private final ListView<RowLayout.Row> list = new ListView<>();
    private final RowsInSight sight = new RowsInSight(list, ThumbSize.ROW);
    private final List<ImageRowCell> cells = new ArrayList<>();
    private final ReadOnlyDoubleWrapper contentWidth = new ReadOnlyDoubleWrapper(0);
    private final GroupHeader sticky;
    private final JumpBar jumps;
    private final Tooltip hint = new Tooltip();
    private final Runnable afterLayout = this::layoutDone;
    private RowLayout layout = RowLayout.EMPTY;
    private @Nullable GallerySource shown;
    private boolean revealWanted;

    /**
     * @param picks which images are selected together
     * @param exported gets the group that a person wants as a file, and the button
     */
    ImageList(
            GalleryModel model,
            GalleryInteractor interactor,
            PickModel picks,
            PickInteractor picking,
            BiConsumer<Grouping.Group, Node> exported) {
        this.model = model;
        this.interactor = interactor;
        this.exported = exported;
        this.picks = picks;
        this.picking = picking;
        getStyleClass().add("image-list");
        list.setId("gallery-list");
        list.setFixedCellSize(ThumbSize.ROW);
        list.setCellFactory(view -> {
            ImageRowCell cell = new ImageRowCell(this);
            cells.add(cell);
            return cell;
        });
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        // Otherwise a hint on show would take the Esc that is meant for the selection.
        hint.setHideOnEscape(false);
        thumbnails().onArrival(() -> cells.forEach(ImageRowCell::repaint));
        sticky = newHeader();
        sticky.setId("gallery-sticky");
        sticky.getStyleClass().add("sticky");
        sticky.setMaxHeight(ThumbSize.ROW);
        sticky.setMinHeight(ThumbSize.ROW);
        sticky.maxWidthProperty().bind(contentWidth);
        sticky.setVisible(false);
        StackPane.setAlignment(sticky, Pos.TOP_LEFT);
        jumps = new JumpBar(this::jump);
        Region frame = new Region();
        frame.getStyleClass().add("focus-frame");
        frame.setMouseTransparent(true);
        frame.visibleProperty().bind(list.focusedProperty());
        StackPane pictures = new StackPane(list, sticky, frame);
        HBox.setHgrow(pictures, Priority.ALWAYS);
        getChildren().add(new HBox(4, pictures, jumps));
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(pictures.widthProperty());
        inside.heightProperty().bind(pictures.heightProperty());
        pictures.setClip(inside);
        VBox.setVgrow(this, Priority.ALWAYS);
        contentWidth.bind(list.widthProperty().subtract(SCROLL_BAR));
        contentWidth.addListener((property, before, now) -> interactor.setWidth(now.doubleValue()));
        model.layoutProperty().addListener((property, before, now) -> show(now));
        model.selectedProperty().addListener((property, before, now) -> selectionMoved());
        picks.picksProperty().addListener((property, before, now) -> cells.forEach(ImageRowCell::updateRing));
        model.detailProperty().addListener((property, before, now) -> describe(now));
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
            }
        });
    }

    ReadOnlyDoubleProperty contentWidthProperty() {
        return contentWidth.getReadOnlyProperty();
    }

    GroupHeader newHeader() {
        return new GroupHeader(interactor::chooseGroup, exported);
    }

    Optional<GallerySource> source() {
        return model.sourceProperty().get();
    }

    Thumbnails thumbnails() {
        return interactor.thumbnails();
    }

    /** Rows on screen, and those that were made for it and are kept. */
    int cellsMade() {
        return cells.size();
    }

    /** The layout whose rows are in the list. */
    RowLayout shownLayout() {
        return layout;
    }

    ThumbSize size() {
        return model.sizeProperty().get();
    }

    int selected() {
        return model.selectedProperty().get();
    }

    /** The images that are selected together. */
    Picks picks() {
        return picks.picksProperty().get();
    }

    /** A thumbnail, or the free space beside it, was pressed. */
    void pressed(RowLayout.@Nullable Row row, int column, MouseEvent press) {
        list.requestFocus();
        if (row == null) {
            return;
        }
        layout.imageAt(row, column).ifPresent(image -> {
            picking.pressed(image, press.isShiftDown(), press.isShortcutDown());
            if (press.getClickCount() == 2 && !press.isShiftDown() && !press.isShortcutDown()) {
                interactor.openInBudget();
            }
        });
    }

    /** The mouse is over an image, or over none. */
    void hovered(OptionalInt image) {
        Optional<GallerySource> source = source();
        if (image.isPresent() && source.isPresent()) {
            int number = image.getAsInt();
            hint.setText(
                    "#" + number + " · " + source.get().className(source.get().label(number)));
            list.setTooltip(hint);
        } else {
            list.setTooltip(null);
        }
    }

    private void show(RowLayout now) {
        OptionalInt anchor = topImage();
        boolean sameImages = now.grouping().equals(layout.grouping());
        boolean grown = source().isPresent() && shown != null && source().get().continues(shown);
        shown = source().orElse(null);
        boolean inSight = cells.stream().anyMatch(ImageRowCell::showsRing);
        layout = now;
        jumps.show(source(), now.grouping());
        list.getItems().setAll(now.rows());
        if ((sameImages || grown) && anchor.isPresent()) {
            // Only the width or the size changed, or more images came: what was on top stays there.
            now.rowOf(anchor.getAsInt()).ifPresent(sight::scrollBelowTitle);
        } else {
            list.scrollTo(0);
        }
        revealWanted = grown ? inSight : !sameImages || inSight;
    }

    /** Brings the title of a group to the top. */
    private void jump(int group) {
        int row = layout.headerRow(group);
        list.scrollTo(row);
        jumps.mark(group);
    }

    private OptionalInt topImage() {
        for (int row = sight.first().orElse(-1); row >= 0 && row < layout.rows().size(); row++) {
            OptionalInt image = layout.imageAt(layout.rows().get(row), 0);
            if (image.isPresent()) {
                return image;
            }
        }
        return OptionalInt.empty();
    }

    private void selectionMoved() {
        cells.forEach(ImageRowCell::updateRing);
        reveal();
    }

    private void describe(Optional<ImageDetail> detail) {
        list.setAccessibleText(detail.map(ImageDetail::words).orElse(TEXTS.get("list.spoken")));
    }

    private void keyPressed(KeyEvent event) {
        if (PickKeys.pressed(event, picks, picking)) {
            event.consume();
        }
        if (event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean range = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> move(Move.LEFT, range);
            case RIGHT -> move(Move.RIGHT, range);
            case UP -> move(Move.UP, range);
            case DOWN -> move(Move.DOWN, range);
            case PAGE_UP -> move(Move.PAGE_UP, range);
            case PAGE_DOWN -> move(Move.PAGE_DOWN, range);
            case HOME -> move(Move.HOME, range);
            case END -> move(Move.END, range);
            case ENTER -> interactor.openInBudget();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(Move move, boolean range) {
        int before = selected();
        interactor.move(move, Math.max(1, sight.whole() / layout.slices() - 1));
        picking.moved(before, range);
        reveal();
    }

    private void reveal() {
        layout.rowOf(selected()).ifPresent(row -> sight.reveal(row, layout.slices()));
    }

    private void layoutDone() {
        if (revealWanted && sight.first().isPresent()) {
            revealWanted = false;
            reveal();
        }
        OptionalInt first = sight.first();
        Optional<GallerySource> source = source();
        boolean known = first.isPresent()
                && source.isPresent()
                && first.getAsInt() < layout.rows().size();
        if (known) {
            RowLayout.Row row = layout.rows().get(Math.max(0, first.getAsInt()));
            Grouping.Group group = layout.group(row);
            sticky.setTranslateY(layout.titleShift(row.group(), sight.offset(), ThumbSize.ROW));
            if (!sticky.group().equals(Optional.of(group))) {
                sticky.show(source.get(), layout.grouping(), group);
            }
            jumps.mark(row.group());
        }
        sticky.setVisible(known);
    }
}
