package dev.sdpoint.engine.training;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a recipe, as it stands in a run's folder and in the files of runs and models. */
public final class RecipeFuzz implements FuzzTarget {
    private static final String STEPS = Runs.recipe()
            .text()
            .replaceFirst("schedule: .*", "schedule: warm-up 0.1, x0.1 at [0.5, 0.75]")
            .replaceFirst("augmentation: .*", "augmentation: none")
            .replaceFirst("network: .*", "network: resnext-29-8x64d");

    @Override
    public String name() {
        return "recipe";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(bytes(Runs.recipe().text()), bytes(STEPS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void read(byte[] input) {
        Recipe recipe = Recipe.ofText(new String(input, StandardCharsets.UTF_8));
        if (!Recipe.ofText(recipe.text()).equals(recipe)) {
            throw new AssertionError("another recipe comes back: " + recipe.text());
        }
        recipe.space().size();
        recipe.sampler().draw(1);
        recipe.network().plan();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return IllegalArgumentException.class;
    }

    @Override
    public boolean refusesInSentences() {
        return false;
    }

    /** The plan of a deep network is long. */
    @Override
    public long mostBytes() {
        return 256L << 20;
    }
}
