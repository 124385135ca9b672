package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the workspace's current place on screen, building it on its first visit. JavaFX thread only. */
final class Navigator {
    private static final Logger LOG = LoggerFactory.getLogger(Navigator.class);

    private final Workspace workspace;
    private final List<PlaceFactory> factories;
    private final Map<PlaceId, Place> built = new EnumMap<>(PlaceId.class);
    private @Nullable Place shown;
    private @Nullable Screen screen;

    /** Where places are seen. */
    interface Screen {
        /** Whether a place can come on screen now. If not, the screen calls {@link #arrive} when it can. */
        boolean isReadyFor(PlaceId id);

        /** Puts a place on screen. */
        void show(Place place);
    }

    /** @param factories the places there are, in the order of the sidebar */
    Navigator(Workspace workspace, List<PlaceFactory> factories) {
        this.workspace = workspace;
        this.factories = List.copyOf(factories);
    }

    /** The places there are. */
    List<PlaceFactory> factories() {
        return factories;
    }

    /** Follows the workspace from now on. */
    void follow(Screen onScreen) {
        screen = onScreen;
        PlaceId wanted = workspace.currentPlaceProperty().get();
        if (factory(wanted).isEmpty() && !factories.isEmpty()) {
            workspace.currentPlaceProperty().set(factories.get(0).id());
        }
        workspace.currentPlaceProperty().addListener((property, before, now) -> go(now, onScreen));
        go(workspace.currentPlaceProperty().get(), onScreen);
    }

    /** The screen is ready for a place that it was not ready for; it comes if it is still the one that is wanted. */
    void arrive(PlaceId id) {
        if (screen != null && shown == null && workspace.currentPlaceProperty().get() == id) {
            show(id, screen);
        }
    }

    /**
     * A place, whether it is on screen or not; made on the first call.
     *
     * @throws IllegalArgumentException if there is no such place
     */
    Place build(PlaceId id) {
        PlaceFactory factory = factory(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no place " + id + " in this window."));
        return built.computeIfAbsent(id, key -> factory.make().get());
    }

    /** Brings back what was taken away last in the place that is on screen. */
    void undo() {
        if (shown != null) {
            shown.undo();
        }
    }

    /** Ends all places that were built; each of them even if another fails. */
    void close() {
        hideShown();
        for (Place place : built.values()) {
            try {
                place.close();
            } catch (RuntimeException e) {
                LOG.error("The place {} did not close well.", place.id(), e);
            }
        }
        built.clear();
    }

    private void go(PlaceId id, Screen onScreen) {
        if (factory(id).isEmpty() || (shown != null && shown.id() == id)) {
            return;
        }
        hideShown();
        if (onScreen.isReadyFor(id)) {
            show(id, onScreen);
        }
    }

    private void show(PlaceId id, Screen onScreen) {
        Place place = build(id);
        onScreen.show(place);
        shown = place;
        place.shown();
    }

    private void hideShown() {
        if (shown != null) {
            shown.hidden();
            shown = null;
        }
    }

    private Optional<PlaceFactory> factory(PlaceId id) {
        return factories.stream().filter(f -> f.id() == id).findFirst();
    }
}
