package dev.sdpoint.app.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where a reader came from by links, and goes back to. */
final class Trail {
    private static final int LONGEST = 100;

    private final Deque<Spot> before = new ArrayDeque<>();
    private final Deque<Spot> after = new ArrayDeque<>();

    /** The reader jumps away from here. */
    void leave(Spot here) {
        if (!here.equals(before.peek())) {
            before.push(here);
        }
        if (before.size() > LONGEST) {
            before.removeLast();
        }
        after.clear();
    }

    /** The spot before the last jump. */
    Optional<Spot> back(Spot here) {
        return move(before, after, here);
    }

    /** The spot that the reader last went back from. */
    Optional<Spot> forward(Spot here) {
        return move(after, before, here);
    }

    boolean hasBack() {
        return !before.isEmpty();
    }

    boolean hasForward() {
        return !after.isEmpty();
    }

    private static Optional<Spot> move(Deque<Spot> from, Deque<Spot> to, Spot here) {
        Optional<Spot> spot = Optional.ofNullable(from.poll());
        if (spot.isPresent()) {
            to.push(here);
        }
        return spot;
    }
}
