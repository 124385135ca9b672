package dev.sdpoint.app.train;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Recipes to begin with. */
enum RecipePreset {
    QUICK_LOOK(Group.HERE, "Quick look", "wrn-16-1", "12 epochs: minutes on two cores with the bundled images"),
    STANDARD(Group.HERE, "All of CIFAR-10", "wrn-16-2", "30 epochs of one cycle, as the bundled model was trained"),
    WIDE_RES_NET(Group.CIFAR, "Wide ResNet 28-10", "wrn-28-10", "200 epochs, ×0.2 at 30, 60 and 80 %"),
    WIDE_RES_NET_40(Group.CIFAR, "Wide ResNet 40-4", "wrn-40-4", "200 epochs, ×0.2 at 30, 60 and 80 %"),
    DENSE_NET(Group.CIFAR, "DenseNet-BC 100-12", "densenet-bc-100-12", "300 epochs, ×0.1 at 50 and 75 %"),
    RESNEXT_29(Group.CIFAR, "ResNeXt-29 8×64d", "resnext-29-8x64d", "300 epochs, ×0.1 at 50 and 75 %"),
    PRE_RES_NET(Group.IMAGE_NET, "PreResNet-101", "preresnet-101", "115 epochs, ×0.1 at 40, 75 and 105"),
    RESNEXT_101(Group.IMAGE_NET, "ResNeXt-101 32×4d", "resnext-101-32x4d", "115 epochs, ×0.1 at 40, 75 and 105");

    private static final long SEED = 7;

    private final Group group;
    private final String title;
    private final String network;
    private final String help;

    RecipePreset(Group group, String title, String network, String help) {
        this.group = group;
        this.title = title;
        this.network = network;
        this.help = help;
    }

    /** What presets are for. */
    enum Group {
        HERE("On this machine"),
        CIFAR("The papers' recipes on CIFAR"),
        IMAGE_NET("The paper's recipe on ImageNet");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    Group group() {
        return group;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** Name of the menu item. */
    String id() {
        return "preset-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The recipe. */
    RecipeEntries entries() {
        return switch (this) {
            case QUICK_LOOK -> new RecipeEntries(Map.of(RecipeField.NETWORK, network));
            case STANDARD ->
                RecipeEntries.of(Recipe.standard(NetworkNames.parse(network, 10, 32), Method.SDPOINT, 30, SEED));
            default ->
                RecipeEntries.of(Recipe.paper(
                        NetworkNames.parse(network, OptionalInt.empty(), OptionalInt.empty()), Method.SDPOINT, SEED));
        };
    }
}
