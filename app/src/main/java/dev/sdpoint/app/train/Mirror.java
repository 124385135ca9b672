package dev.sdpoint.app.train;

import java.util.Set;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Keeps two collections alike, whichever changes. */
final class Mirror {
    private Mirror() {}

    /** Takes the first set's content into the second, and each one's changes into the other from then on. */
    static <T> void sets(ObservableSet<T> first, ObservableSet<T> second) {
        second.retainAll(Set.copyOf(first));
        second.addAll(first);
        first.addListener((SetChangeListener<T>) change -> follow(change, second));
        second.addListener((SetChangeListener<T>) change -> follow(change, first));
    }

    private static <T> void follow(SetChangeListener.Change<? extends T> change, Set<T> other) {
        if (change.wasAdded()) {
            other.add(change.getElementAdded());
        } else {
            other.remove(change.getElementRemoved());
        }
    }
}
