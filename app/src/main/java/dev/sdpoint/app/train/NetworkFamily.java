package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The families of architectures and the sizes that a person can give them. What is possible beyond these can be typed. */
enum NetworkFamily {
    WIDE_RES_NET(
            "wrn-%d-%d",
            new Size(Measure.DEPTH, steps(10, 100, 6), List.of(10, 16, 22, 28, 40)),
            new Size(Measure.WIDTH, steps(1, 64, 1), List.of(1, 2, 4, 8, 10))),
    DENSE_NET(
            "densenet-bc-%d-%d",
            new Size(Measure.DEPTH, steps(10, 250, 6), List.of(40, 100, 190, 250)),
            new Size(Measure.GROWTH, steps(1, 64, 1), List.of(12, 24, 40))),
    PRE_RES_NET("preresnet-%d", size(Measure.DEPTH, 18, 34, 50, 101, 152, 200)),
    RES_NET("resnet-%d", size(Measure.DEPTH, 18, 34, 50, 101, 152)),
    RESNEXT(
            "resnext-%d-%dx%dd",
            new Size(Measure.DEPTH, List.of(11, 20, 29, 38, 47, 50, 101, 152), List.of(29, 50, 101)),
            new Size(Measure.GROUPS, List.of(1, 2, 4, 8, 16, 32, 64), List.of(8, 32)),
            new Size(Measure.WIDTH, List.of(4, 8, 16, 32, 64), List.of(4, 64))),
    VGG("vgg-%d", size(Measure.DEPTH, 11, 13, 16, 19));

    /** What a size counts. */
    enum Measure {
        DEPTH,
        WIDTH,
        GROWTH,
        GROUPS;

        String title() {
            return switch (this) {
                case DEPTH -> TEXTS.get("family.size.depth");
                case WIDTH -> TEXTS.get("family.size.width");
                case GROWTH -> TEXTS.get("family.size.growth");
                case GROUPS -> TEXTS.get("family.size.groups");
            };
        }
    }

    /**
     * @param measure what is given
     * @param all to choose from
     * @param common ones, for suggestions
     */
    record Size(Measure measure, List<Integer> all, List<Integer> common) {
        Size {
            all = List.copyOf(all);
            common = List.copyOf(common);
        }
    }

    private static final Texts TEXTS = Texts.of(NetworkFamily.class);
    private static final int MOST_SUGGESTIONS = 12;

    private final String form;

    @SuppressWarnings("ImmutableEnumChecker") // the lists are copies that cannot be changed
    private final List<Size> sizes;

    NetworkFamily(String form, Size... sizes) {
        this.form = form;
        this.sizes = List.of(sizes);
    }

    String title() {
        return switch (this) {
            case WIDE_RES_NET -> TEXTS.get("family.wide-resnet");
            case DENSE_NET -> TEXTS.get("family.densenet");
            case PRE_RES_NET -> TEXTS.get("family.preresnet");
            case RES_NET -> TEXTS.get("family.resnet");
            case RESNEXT -> TEXTS.get("family.resnext");
            case VGG -> TEXTS.get("family.vgg");
        };
    }

    List<Size> sizes() {
        return sizes;
    }

    /** The name of one of this family. */
    String name(List<Integer> chosen) {
        return String.format(Locale.ROOT, form, chosen.toArray());
    }

    /** The sizes in a name of this family. */
    Optional<List<Integer>> sizesIn(String name) {
        Pattern pattern = Pattern.compile(form.replace("%d", "(\\d{1,4})"));
        Matcher found = pattern.matcher(name.strip().toLowerCase(Locale.ROOT));
        return found.matches()
                ? Optional.of(IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(i -> Integer.valueOf(found.group(i)))
                        .toList())
                : Optional.empty();
    }

    /** Well-known names that begin with or hold what is typed; none once the name of one is complete. */
    static List<String> suggestions(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<String> known = Arrays.stream(values())
                .flatMap(f -> f.names(List.of()).stream())
                .toList();
        if (known.contains(wanted)) {
            return List.of();
        }
        List<String> found = new ArrayList<>(
                known.stream().filter(name -> name.startsWith(wanted)).toList());
        known.stream()
                .filter(name -> !name.startsWith(wanted) && name.contains(wanted))
                .forEach(found::add);
        return found.subList(0, Math.min(MOST_SUGGESTIONS, found.size()));
    }

    private List<String> names(List<Integer> chosen) {
        if (chosen.size() == sizes.size()) {
            return List.of(name(chosen));
        }
        List<String> all = new ArrayList<>();
        for (int value : sizes.get(chosen.size()).common()) {
            List<Integer> more = new ArrayList<>(chosen);
            more.add(value);
            all.addAll(names(more));
        }
        return all;
    }

    private static Size size(Measure measure, Integer... all) {
        return new Size(measure, List.of(all), List.of(all));
    }

    private static List<Integer> steps(int first, int last, int step) {
        return IntStream.iterate(first, n -> n <= last, n -> n + step).boxed().toList();
    }
}
