package dev.sdpoint.app.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was taken away where a person is and can be brought back, the newest first, since the program began. Whoever takes something away
 * puts it here, and takes it out when it is back or gone for good: until then each try brings it back anew. One thread.
 */
public final class UndoStack {
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Object taken, Runnable bringBack) {}

    /**
     * Something was taken away; it is the newest now.
     *
     * @param taken what it is, by which it is taken out of the stack again
     * @param bringBack begins to bring it back
     */
    public void push(Object taken, Runnable bringBack) {
        boolean unused = drop(taken);
        entries.push(new Entry(taken, bringBack));
    }

    /**
     * It is back, or gone for good.
     *
     * @return whether it was here
     */
    public boolean drop(Object taken) {
        return entries.removeIf(entry -> entry.taken().equals(taken));
    }

    /** Brings back what was taken away last; nothing if there is nothing. */
    public void undo() {
        undo(Object.class);
    }

    /** Brings back what was taken away last of one kind. */
    public void undo(Class<?> kind) {
        entries.stream()
                .filter(entry -> kind.isInstance(entry.taken()))
                .findFirst()
                .ifPresent(entry -> entry.bringBack().run());
    }

    /** What of one kind can be brought back, the newest first. */
    public <T> List<T> all(Class<T> kind) {
        return entries.stream()
                .map(Entry::taken)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
