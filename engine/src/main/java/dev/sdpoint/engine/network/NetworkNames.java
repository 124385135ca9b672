package dev.sdpoint.engine.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads architecture names as people type them. */
public final class NetworkNames {
    private static final Size SMALL = new Size(10, 32);
    private static final Size IMAGE_NET = new Size(1000, 224);
    private static final int SMALL_RESNEXT = 50;

    private static final List<Form> FORMS = List.of(
            new Form(
                    "wrn-(\\d{1,4})-(\\d{1,3})",
                    n -> SMALL,
                    (n, size) -> new WideResNet(n[0], n[1], size.classes(), size.side())),
            new Form(
                    "densenet-bc-(\\d{1,4})-(\\d{1,3})",
                    n -> SMALL,
                    (n, size) -> new DenseNet(n[0], n[1], size.classes(), size.side())),
            new Form(
                    "preresnet-(\\d{1,4})",
                    n -> IMAGE_NET,
                    (n, size) -> new ResNet(n[0], true, size.classes(), size.side())),
            new Form(
                    "resnet-(\\d{1,4})",
                    n -> IMAGE_NET,
                    (n, size) -> new ResNet(n[0], false, size.classes(), size.side())),
            new Form(
                    "resnext-(\\d{1,4})-(\\d{1,3})x(\\d{1,3})d",
                    n -> n[0] < SMALL_RESNEXT ? SMALL : IMAGE_NET,
                    (n, size) -> new ResNeXt(n[0], n[1], n[2], size.classes(), size.side())),
            new Form("vgg-(\\d{1,4})", n -> SMALL, (n, size) -> new VggNet(n[0], size.classes(), size.side())));

    private static final Pattern EXITS = Pattern.compile("(.+)\\+exits-(\\d)");

    /** A name or two of each family, as examples. */
    public static final List<String> EXAMPLES = List.of(
            "wrn-16-2",
            "wrn-28-10",
            "densenet-bc-100-12",
            "preresnet-101",
            "resnet-50",
            "resnext-101-32x4d",
            "resnext-29-8x64d",
            "vgg-16");

    private NetworkNames() {}

    /**
     * The architecture of a name such as {@code wrn-28-10}, in given sizes.
     *
     * @throws IllegalArgumentException with a sentence for a person, if there is none or its sizes are impossible
     */
    public static NetworkSpec parse(String name, int classes, int side) {
        return parse(name, OptionalInt.of(classes), OptionalInt.of(side));
    }

    /**
     * The architecture of a name; what is not given is as in its paper: 1,000 classes and side 224 for the ImageNet layouts,
     * else 10 classes and side 32.
     *
     * @throws IllegalArgumentException with a sentence for a person, if there is none or its sizes are impossible
     */
    public static NetworkSpec parse(String name, OptionalInt classes, OptionalInt side) {
        String typed = name.trim().toLowerCase(Locale.ROOT);
        Matcher exits = EXITS.matcher(typed);
        if (exits.matches()) {
            if (EXITS.matcher(exits.group(1)).matches()) { // here, because names of any length are typed
                throw new IllegalArgumentException(exits.group(1) + " has early exits already");
            }
            return new EarlyExits(parse(exits.group(1), classes, side), Integer.parseInt(exits.group(2)));
        }
        for (Form form : FORMS) {
            Optional<NetworkSpec> read = form.read(typed, classes, side);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new IllegalArgumentException(
                "no network is called \"" + name + "\". Known are Wide ResNets wrn-DEPTH-WIDTH, "
                        + "densenet-bc-DEPTH-GROWTH, preresnet-DEPTH, resnet-DEPTH, resnext-DEPTH-GROUPSxWIDTHd and vgg-DEPTH, for "
                        + "example " + String.join(", ", EXAMPLES));
    }

    /** Classes and side. */
    private record Size(int classes, int side) {}

    private interface Usual {
        Size of(int[] numbers);
    }

    private interface Maker {
        NetworkSpec make(int[] numbers, Size size);
    }

    /** A pattern of names, the usual sizes and what is made of its numbers. */
    private record Form(Pattern pattern, Usual usual, Maker maker) {
        Form(String pattern, Usual usual, Maker maker) {
            this(Pattern.compile(pattern), usual, maker);
        }

        Optional<NetworkSpec> read(String typed, OptionalInt classes, OptionalInt side) {
            Matcher found = pattern.matcher(typed);
            if (!found.matches()) {
                return Optional.empty();
            }
            int[] numbers = new int[found.groupCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(found.group(i + 1));
            }
            Size usually = usual.of(numbers);
            Size size = new Size(classes.orElse(usually.classes()), side.orElse(usually.side()));
            return Optional.of(maker.make(numbers, size));
        }
    }
}
