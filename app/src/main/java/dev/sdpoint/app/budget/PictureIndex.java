package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The validation images of a data set by number and by class: {@code 312} is an image, {@code cat} the next image of a class,
 * {@code cat 4} its fourth. Images are numbered from 0 as in the gallery and in files; those of a class are counted from 1. Immutable; any
 * thread.
 */
final class PictureIndex {
    private static final Texts TEXTS = Texts.of(PictureIndex.class);
    private static final Pattern NUMBER = Pattern.compile("#?\\s*(\\d{1,9})");
    private static final Pattern CLASS_AND_NUMBER = Pattern.compile("(.*\\S)\\s+#?\\s*(\\d{1,9})");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d),(?=\\d{3}(\\D|$))");
    private static final int NAMED = 5;

    /** Stands for the next image of a class, whichever that is. */
    static final int NEXT = -1;

    private final List<String> classNames;
    private final int[] labels;
    private final int[][] members;

    private PictureIndex(List<String> classNames, int[] labels, int[][] members) {
        this.classNames = classNames;
        this.labels = labels;
        this.members = members;
    }

    /**
     * A thing that what was typed can mean.
     *
     * @param text stands for it when typed
     * @param remark which image that is, or how many there are
     * @param label the class
     * @param image the index of the image; {@link #NEXT} for the next of the class
     */
    record Suggestion(String text, String remark, int label, int image) {
        @Override
        public String toString() {
            return text + " · " + remark;
        }
    }

    static PictureIndex of(DataSet data) {
        LabeledImages images = data.validation();
        int[] labels = IntStream.range(0, images.size()).map(images::label).toArray();
        int[] sizes = new int[data.classCount()];
        for (int label : labels) {
            sizes[label]++;
        }
        int[][] members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[sizes.length];
        for (int i = 0; i < labels.length; i++) {
            members[labels[i]][filled[labels[i]]++] = i;
        }
        return new PictureIndex(data.classNames(), labels, members);
    }

    /** What a text can mean, the likeliest first; nothing if it is blank. */
    List<Suggestion> suggest(String typed, int most) {
        return meanings(plain(typed)).limit(most).toList();
    }

    private Stream<Suggestion> meanings(String text) {
        if (text.isEmpty()) {
            return Stream.empty();
        }
        Stream<Suggestion> image =
                number(text).stream().filter(n -> n < labels.length).mapToObj(this::image);
        Stream<Suggestion> counted = counted(text).stream()
                .flatMap(which -> classes(which.name())
                        .filter(c -> which.has(members[c].length))
                        .map(c -> image(c, which.number())));
        return Stream.of(image, classes(text).map(this::all), counted).flatMap(s -> s);
    }

    private Suggestion image(int index) {
        String name = classNames.get(labels[index]);
        return new Suggestion(Integer.toString(index), TEXTS.get("find.image.class", name), labels[index], index);
    }

    private Suggestion all(int label) {
        int size = members[label].length;
        String remark = TEXTS.get("find.images", size, Figures.exact(size));
        return new Suggestion(classNames.get(label), remark, label, NEXT);
    }

    private Suggestion image(int label, int number) {
        int index = members[label][number - 1];
        String text = classNames.get(label) + " " + number;
        return new Suggestion(text, TEXTS.get("find.image", Integer.toString(index)), label, index);
    }

    /**
     * The image that a text most likely means.
     *
     * @param after where the search for the next of a class starts: the index of an image, −1 for the start
     * @return its index; empty if it means none
     */
    OptionalInt find(String typed, int after) {
        return meanings(plain(typed))
                .flatMapToInt(meaning -> find(meaning, after).stream())
                .findFirst();
    }

    /** The image that a suggestion means; empty if it is of a class without images. */
    OptionalInt find(Suggestion meaning, int after) {
        if (meaning.image() != NEXT) {
            return OptionalInt.of(meaning.image());
        }
        int[] those = members[meaning.label()];
        return those.length == 0 ? OptionalInt.empty() : OptionalInt.of(next(those, after));
    }

    /** Why a text for which {@link #find} is empty means no image, in a sentence with what to type instead. */
    String whyNothing(String typed) {
        String text = plain(typed);
        String last = Figures.exact(labels.length - 1L);
        if (text.isEmpty()) {
            return TEXTS.get("find.nothing.blank", last, classNames.get(0));
        }
        if (number(text).isPresent()) {
            return TEXTS.get("find.nothing.number", typed.strip(), last);
        }
        Optional<Counted> counted = counted(text);
        Optional<Integer> known =
                classes(counted.map(Counted::name).orElse(text)).findFirst();
        if (known.isPresent()) {
            String name = classNames.get(known.get());
            int size = members[known.get()].length;
            String number = counted.map(c -> Integer.toString(c.number())).orElse("");
            return size == 0
                    ? TEXTS.get("find.nothing.empty", name)
                    : TEXTS.get("find.nothing.member", name, number, Figures.exact(size));
        }
        String some = classNames.stream().limit(NAMED).collect(Collectors.joining(", "));
        return classNames.size() > NAMED
                ? TEXTS.get("find.nothing.class.many", typed.strip(), Figures.exact(classNames.size()), some)
                : TEXTS.get("find.nothing.class", typed.strip(), some);
    }

    private static int next(int[] members, int after) {
        int at = Arrays.binarySearch(members, after);
        int next = at >= 0 ? at + 1 : -at - 1;
        return members[next % members.length];
    }

    /** The classes that a text names: that one, those that begin with it, those with it inside; then in the data set's order. */
    private Stream<Integer> classes(String text) {
        List<Integer> found = new ArrayList<>();
        for (int c = 0; c < classNames.size(); c++) {
            if (plain(classNames.get(c)).contains(text)) {
                found.add(c);
            }
        }
        return found.stream().sorted(Comparator.comparingInt(c -> nearness(plain(classNames.get(c)), text)));
    }

    private static int nearness(String name, String text) {
        return name.equals(text) ? 0 : name.startsWith(text) ? 1 : 2;
    }

    private static OptionalInt number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static Optional<Counted> counted(String text) {
        Matcher matcher = CLASS_AND_NUMBER.matcher(text);
        return matcher.matches()
                ? Optional.of(new Counted(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** As people type it: no capitals, one kind of space, numbers without groups. */
    private static String plain(String text) {
        String spaced =
                text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\u00a0-]+", " ").strip();
        return GROUPS.matcher(spaced).replaceAll("");
    }

    /** One of a class, counted from 1. */
    private record Counted(String name, int number) {
        boolean has(int size) {
            return number >= 1 && number <= size;
        }
    }
}
