package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.training.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which fields of a recipe have nothing to say beside the others, and why. */
final class UnusedFields {
    private static final Texts TEXTS = Texts.of(UnusedFields.class);

    private UnusedFields() {}

    /**
     * @param network the network without anything dropped, if it is right
     * @return a sentence for every field that changes nothing
     */
    static Map<RecipeField, String> of(RecipeEntries entries, Optional<NetworkSpec> network) {
        Map<RecipeField, String> unused = new EnumMap<>(RecipeField.class);
        String method = entries.text(RecipeField.METHOD);
        if (method.equals(Method.EARLY_EXITS.id())) {
            sampling(unused, TEXTS.get("unused.exits"));
        } else if (method.equals(Method.MULTISCALE.id())) {
            sampling(unused, TEXTS.get("unused.sides"));
        } else if (!method.equals(Method.SDPOINT.id())) {
            unused.put(RecipeField.DRAWING, TEXTS.get("unused.drawing"));
        }
        if (!entries.text(RecipeField.SCHEDULE).equals(ScheduleChoice.STEPS.id())) {
            unused.put(RecipeField.MILESTONES, TEXTS.get("unused.milestones"));
            unused.put(RecipeField.DROP, TEXTS.get("unused.milestones"));
        }
        if (!entries.text(RecipeField.AUGMENTATION).equals("crop")) {
            unused.put(RecipeField.PADDING, TEXTS.get("unused.padding"));
        }
        network.ifPresent(bare -> {
            refusal(bare, new Regularization(0.1, 1)).ifPresent(why -> unused.put(RecipeField.DROPOUT, why));
            refusal(bare, new Regularization(0, 0.5)).ifPresent(why -> unused.put(RecipeField.SURVIVAL, why));
        });
        return unused;
    }

    private static void sampling(Map<RecipeField, String> unused, String why) {
        unused.put(RecipeField.RATIOS, why);
        unused.put(RecipeField.POINTS, why);
        unused.put(RecipeField.DRAWING, why);
    }

    /** Whether the family has no place for it, as the engine says it. */
    private static Optional<String> refusal(NetworkSpec bare, Regularization wanted) {
        try {
            bare.with(wanted);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(RecipeReader.sentence(String.valueOf(e.getMessage())));
        }
    }
}
