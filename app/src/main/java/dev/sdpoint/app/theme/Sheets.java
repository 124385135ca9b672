package dev.sdpoint.app.theme;

import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Style sheets of parts of a window. JavaFX forgets a sheet when the last part that uses it leaves the scene, reads it anew when the part comes
 * back, and keeps what it made of the old one for as long as the window lasts: 17 kB for each visit of a place (docs/performance.md). So each
 * window has a keeper, which uses all sheets and never leaves. JavaFX thread only.
 */
public final class Sheets {
    private static final ObservableList<String> USED = FXCollections.observableArrayList();

    private Sheets() {}

    /**
     * Gives a part its sheet.
     *
     * @param owner a class of the package that the sheet lies in
     * @param name such as {@code gallery.css}
     */
    public static void add(Parent part, Class<?> owner, String name) {
        String sheet = Objects.requireNonNull(owner.getResource(name), name).toExternalForm();
        part.getStylesheets().add(sheet);
        use(sheet);
    }

    static void use(String sheet) {
        if (!USED.contains(sheet)) {
            USED.add(sheet);
        }
    }

    /** A node for a window, which takes no room and shows nothing. */
    public static Node keeper() {
        return new Keeper();
    }

    /** JavaFX asks a parent for its sheets when it styles what is in it. */
    private static final class Keeper extends Pane {
        private final ListChangeListener<String> follow;

        Keeper() {
            super(new Region());
            setManaged(false);
            setMouseTransparent(true);
            getStylesheets().setAll(USED);
            follow = change -> getStylesheets().setAll(USED);
            USED.addListener(new WeakListChangeListener<>(follow));
        }
    }
}
