package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Recipes to begin with. */
enum RecipePreset {
    QUICK_LOOK(Group.HERE, "wrn-16-1"),
    STANDARD(Group.HERE, "wrn-16-2"),
    WIDE_RES_NET(Group.CIFAR, "wrn-28-10"),
    WIDE_RES_NET_40(Group.CIFAR, "wrn-40-4"),
    DENSE_NET(Group.CIFAR, "densenet-bc-100-12"),
    RESNEXT_29(Group.CIFAR, "resnext-29-8x64d"),
    PRE_RES_NET(Group.IMAGE_NET, "preresnet-101"),
    RESNEXT_101(Group.IMAGE_NET, "resnext-101-32x4d");

    private static final Texts TEXTS = Texts.of(RecipePreset.class);
    private static final long SEED = 7;

    private final Group group;
    private final String network;

    RecipePreset(Group group, String network) {
        this.group = group;
        this.network = network;
    }

    /** What presets are for. */
    enum Group {
        HERE,
        CIFAR,
        IMAGE_NET;

        String title() {
            return switch (this) {
                case HERE -> TEXTS.get("preset.group.here");
                case CIFAR -> TEXTS.get("preset.group.cifar");
                case IMAGE_NET -> TEXTS.get("preset.group.imagenet");
            };
        }
    }

    Group group() {
        return group;
    }

    String title() {
        return switch (this) {
            case QUICK_LOOK -> TEXTS.get("preset.quick-look");
            case STANDARD -> TEXTS.get("preset.standard");
            case WIDE_RES_NET -> TEXTS.get("preset.wide-resnet-28-10");
            case WIDE_RES_NET_40 -> TEXTS.get("preset.wide-resnet-40-4");
            case DENSE_NET -> TEXTS.get("preset.densenet-100-12");
            case RESNEXT_29 -> TEXTS.get("preset.resnext-29");
            case PRE_RES_NET -> TEXTS.get("preset.preresnet-101");
            case RESNEXT_101 -> TEXTS.get("preset.resnext-101");
        };
    }

    String help() {
        return switch (this) {
            case QUICK_LOOK -> TEXTS.get("preset.quick-look.help");
            case STANDARD -> TEXTS.get("preset.standard.help");
            case WIDE_RES_NET, WIDE_RES_NET_40 -> TEXTS.get("preset.wide-resnet.help");
            case DENSE_NET, RESNEXT_29 -> TEXTS.get("preset.cifar-300.help");
            case PRE_RES_NET, RESNEXT_101 -> TEXTS.get("preset.imagenet.help");
        };
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
