package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/**
 * A place of the sidebar that is built when it is first visited.
 *
 * @param id which place
 * @param icon in the sidebar
 * @param make builds it; called once, on the JavaFX thread
 */
record PlaceFactory(PlaceId id, Ikon icon, Supplier<Place> make) {}
