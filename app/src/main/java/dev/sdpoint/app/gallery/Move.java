package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Locale;

/** What became of an image between two models: whether the other one needs less or more FLOPs to get it right, or gets it right at all. */
enum Move {
    CHEAPER("cheaper", "▼", "The other model gets them right for fewer FLOPs"),
    DEARER("dearer", "▲", "The other model needs more FLOPs to get them right"),
    SAME("the same", "=", "Both models need the same FLOPs, or neither gets them right"),
    WON("won", "+", "Only the other model gets them right"),
    LOST("lost", "−", "The other model never gets them right any more");

    private final String title;
    private final String sign;
    private final String hint;

    Move(String title, String sign, String hint) {
        this.title = title;
        this.sign = sign;
        this.hint = hint;
    }

    /** Such as "cheaper"; what 12 images became. */
    String title() {
        return title;
    }

    /** One character, so that colours are not all that tells moves apart. */
    String sign() {
        return sign;
    }

    /** A sentence without its stop. */
    String hint() {
        return hint;
    }

    /** Part of names of nodes and styles. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The move between two groups.
     *
     * @param from rank in {@code before}, or {@link MinimumCost#NEVER}
     * @param to rank in {@code after}, or {@link MinimumCost#NEVER}
     */
    static Move between(MinimumCost before, int from, MinimumCost after, int to) {
        boolean was = from != MinimumCost.NEVER;
        boolean is = to != MinimumCost.NEVER;
        if (!was || !is) {
            return was ? LOST : is ? WON : SAME;
        }
        InstanceScore first = before.order().get(from);
        InstanceScore second = after.order().get(to);
        int difference = Long.compare(second.flops(), first.flops());
        return difference == 0 ? SAME : difference < 0 ? CHEAPER : DEARER;
    }
}
