package dev.sdpoint.app.workspace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a place's view that is built once, when it is first asked for: by {@link Place#view()}, or before, when nobody waits.
 * JavaFX thread only.
 *
 * @param <T> the node
 */
public final class Piece<T> implements Runnable {
    private final Supplier<T> make;
    private @Nullable T made;

    /** @param make builds it */
    public Piece(Supplier<T> make) {
        this.make = make;
    }

    /** The piece; built on the first call, the same afterwards. */
    public T get() {
        T piece = made;
        if (piece == null) {
            piece = make.get();
            made = piece;
        }
        return piece;
    }

    /** Builds it, unless it is there. */
    @Override
    public void run() {
        get();
    }
}
