package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Locale;

/** What became of an image between two models: whether the other one needs less or more FLOPs to get it right, or gets it right at all. */
enum Move {
    CHEAPER("▼"),
    DEARER("▲"),
    SAME("="),
    WON("+"),
    LOST("−");

    private static final Texts TEXTS = Texts.of(Move.class);

    private final String sign;

    Move(String sign) {
        this.sign = sign;
    }

    /** Such as "cheaper"; what 12 images became. */
    String title() {
        return switch (this) {
            case CHEAPER -> TEXTS.get("move.cheaper");
            case DEARER -> TEXTS.get("move.dearer");
            case SAME -> TEXTS.get("move.same");
            case WON -> TEXTS.get("move.won");
            case LOST -> TEXTS.get("move.lost");
        };
    }

    /** One character, so that colours are not all that tells moves apart. */
    String sign() {
        return sign;
    }

    /** A sentence without its stop. */
    String hint() {
        return switch (this) {
            case CHEAPER -> TEXTS.get("move.cheaper.hint");
            case DEARER -> TEXTS.get("move.dearer.hint");
            case SAME -> TEXTS.get("move.same.hint");
            case WON -> TEXTS.get("move.won.hint");
            case LOST -> TEXTS.get("move.lost.hint");
        };
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
