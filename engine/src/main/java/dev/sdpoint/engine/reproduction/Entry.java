package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.training.Recipe;

/**
 * One run of a comparison.
 *
 * @param id short name, also of its model file: lower-case letters, digits and hyphens, unique in a comparison
 * @param title name for people
 * @param role what it stands for among the others
 * @param family the network that it is compared for, such as {@code wrn-16-2}
 * @param recipe how it is trained
 */
public record Entry(String id, String title, Role role, String family, Recipe recipe) {
    /** What a run stands for. */
    public enum Role {
        /** The paper's method. */
        SDPOINT,
        /** The same network without it: one point. */
        PLAIN,
        /** The same with dropout: one point. */
        DROPOUT,
        /** A curve over early exits. */
        EARLY_EXITS,
        /** A curve over sides of the image. */
        MULTISCALE,
        /** A smaller network of fixed cost: one point. */
        SMALLER,
        /** SDPoint with fewer points or ratios. */
        ABLATION,
        /** SDPoint's weights with the one set of running statistics; nothing is trained for it. */
        UNIFORM;

        /** Whether full resolution alone counts. */
        public boolean onePoint() {
            return this == PLAIN || this == DROPOUT || this == SMALLER;
        }

        /** Whether the paper has it as a rival of its method at equal cost. */
        public boolean baseline() {
            return this != SDPOINT && this != ABLATION && this != UNIFORM;
        }
    }

    public Entry {
        if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is no id: it has lower-case letters, digits, dots and hyphens");
        }
    }

    /** Name of its model file. */
    public String fileName() {
        return id + ".sdp";
    }
}
