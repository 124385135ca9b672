package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Method;
import java.util.EnumMap;
import java.util.Map;

/** Recipes to begin with. */
enum RecipePreset {
    /** A small network and a few epochs. */
    QUICK_LOOK("Quick look", "A small network, twelve epochs: minutes on two cores with the bundled images") {
        @Override
        RecipeEntries entries() {
            return recipe(ScheduleChoice.ONE_CYCLE, "wrn-16-1", "12", "64", "500", "8");
        }
    },
    /** The Wide ResNet recipe of the paper. */
    PAPER("Paper (WRN)", "WRN-28-10, 200 epochs: days on two cores, meant for all of CIFAR-10") {
        @Override
        RecipeEntries entries() {
            return recipe(ScheduleChoice.STEPS, "wrn-28-10", "200", "128", "1000", "16");
        }
    };

    private final String title;
    private final String help;

    RecipePreset(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** The recipe. */
    abstract RecipeEntries entries();

    static RecipeEntries recipe(
            ScheduleChoice schedule, String network, String epochs, String batch, String images, String batches) {
        Map<RecipeField, String> texts = new EnumMap<>(RecipeField.class);
        texts.put(RecipeField.NETWORK, network);
        texts.put(RecipeField.RATIOS, "0.5, 0.75");
        texts.put(RecipeField.EPOCHS, epochs);
        texts.put(RecipeField.BATCH, batch);
        texts.put(RecipeField.LEARNING_RATE, "0.1");
        texts.put(RecipeField.MOMENTUM, "0.9");
        texts.put(RecipeField.WEIGHT_DECAY, "5e-4");
        texts.put(RecipeField.EVALUATION_IMAGES, images);
        texts.put(RecipeField.CALIBRATION_BATCHES, batches);
        texts.put(RecipeField.SEED, "7");
        return new RecipeEntries(texts, Method.SDPOINT, schedule, true);
    }
}
