package dev.sdpoint.app.shell;

import dev.sdpoint.app.chart.CostErrorChart;
import dev.sdpoint.app.concurrent.Slices;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Builds the places that nobody has visited yet, unseen and in slices while nobody uses the window. So a first visit keeps the JavaFX
 * thread no longer than a later one. A place that somebody waits for comes next, and without pauses. JavaFX thread only.
 */
final class Backstage {
    /** A list makes a cell for every row in sight; so a view is low at first and grows. */
    private static final double FIRST_SHARE = 0.25;

    private static final double STEP = 0.15;

    /** What takes longest the first time after text fields, simple things before those that are made of them. */
    private static final List<Supplier<Region>> SAMPLES = List.of(
            ListView::new,
            ComboBox::new,
            Backstage::editable,
            MenuButton::new,
            CheckBox::new,
            Backstage::table,
            CostErrorChart::new);

    private final Navigator navigator;
    private final Region screen;
    private final StackPane wings = new StackPane();
    private final Slices slices = new Slices();
    private final Map<PlaceId, Folding> folded = new EnumMap<>(PlaceId.class);
    private final Consumer<PlaceId> arrival;
    private final Deque<PlaceId> unbuilt = new ArrayDeque<>();
    private @Nullable PlaceId wanted;
    private @Nullable PlaceId underWay;
    private boolean opened;

    /**
     * @param screen where places are shown; those that wait get its size
     * @param arrival hears when a place that was {@linkplain #hurry hurried} is ready
     */
    Backstage(Navigator navigator, Region screen, Consumer<PlaceId> arrival) {
        this.navigator = navigator;
        this.screen = screen;
        this.arrival = arrival;
        navigator.factories().forEach(factory -> unbuilt.add(factory.id()));
        slices.onFailure(this::giveUp);
        wings.setManaged(false);
        wings.setVisible(false);
    }

    /**
     * Where places are prepared; never seen. Belongs beside the screen: what JavaFX finds out about the styles of a node holds for all
     * nodes with the same ancestors, and so for the place when it moves to the screen.
     */
    Node wings() {
        return wings;
    }

    /** Begins, and gives way whenever the scene hears of mouse or keyboard. Harmless the second time. */
    void open(Scene scene) {
        if (opened) {
            return;
        }
        opened = true;
        scene.addEventFilter(InputEvent.ANY, event -> slices.giveWay());
        slices.giveWay();
        Piece<TextField> field = new Piece<>(TextField::new);
        // The style sheets would make its skin at the same time as all the rest.
        slices.add(List.<Runnable>of(
                field, () -> field.get().setSkin(new TextFieldSkin(field.get())), () -> tryOut(field.get())));
        for (Supplier<Region> sample : SAMPLES) {
            Piece<Region> specimen = new Piece<>(sample);
            slices.add(List.<Runnable>of(specimen, () -> tryOut(specimen.get())));
        }
        slices.add(List.of(this::next));
    }

    /** Whether a place can go on screen without keeping the thread for long. */
    boolean isReady(PlaceId id) {
        return !unbuilt.contains(id) && id != underWay;
    }

    /** Somebody waits for a place that is not ready: it comes next. */
    void hurry(PlaceId id) {
        wanted = id;
        slices.setUrgent(true);
        if (unbuilt.remove(id)) {
            unbuilt.addFirst(id);
        }
    }

    /** Makes a place whole, however far it is; it goes on screen. */
    void release(Place place) {
        unbuilt.remove(place.id());
        Folding folding = folded.remove(place.id());
        if (folding != null) {
            folding.unfoldAll();
        }
    }

    /** Whether it has built all places. */
    boolean done() {
        return opened && slices.done();
    }

    /** Ends, or never begins; what is half built stays so. */
    void close() {
        opened = true;
        slices.stop();
    }

    private void tryOut(Region sample) {
        wings.getChildren().setAll(sample);
        sample.applyCss();
        wings.layout();
        wings.getChildren().clear();
    }

    private void next() {
        PlaceId id = unbuilt.poll();
        underWay = id;
        if (id != null) {
            Place place = navigator.build(id);
            List<Runnable> next = new ArrayList<>(place.pieces());
            next.add(place::view);
            next.add(() -> enter(place));
            next.add(this::next);
            slices.addNext(next);
        }
    }

    /** Takes a place that is built, styles and lays it out piece by piece, and puts it aside; nothing if it is on screen. */
    private void enter(Place place) {
        Parent view = place.view();
        if (view.getScene() != null) {
            return;
        }
        Folding folding = new Folding(view);
        folded.put(place.id(), folding);
        grow(FIRST_SHARE);
        wings.getChildren().setAll(view);
        view.applyCss();
        wings.layout();
        List<Runnable> next = new ArrayList<>(Collections.nCopies(folding.missing(), () -> {
            folding.unfold();
            wings.layout();
        }));
        for (double share = FIRST_SHARE; share < 1; share += STEP) {
            double larger = Math.min(1, share + STEP);
            next.add(() -> grow(larger));
        }
        next.add(() -> leave(place));
        slices.addNext(next);
    }

    private void grow(double share) {
        wings.resizeRelocate(0, 0, screen.getWidth(), Math.rint(share * screen.getHeight()));
        wings.layout();
    }

    private void leave(Place place) {
        release(place);
        wings.getChildren().clear();
        underWay = null;
        if (place.id() == wanted) {
            arrive(place.id());
        }
    }

    private void arrive(PlaceId id) {
        wanted = null;
        slices.setUrgent(false);
        arrival.accept(id);
    }

    /** Something failed: from now on places are made whole when they are visited, and the problem is heard of then. */
    private void giveUp() {
        unbuilt.clear();
        underWay = null;
        if (wanted != null) {
            arrive(wanted);
        }
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("line"));
        table.getColumns().add(new TableColumn<>("column"));
        return table;
    }

    private static ComboBox<String> editable() {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        return box;
    }
}
