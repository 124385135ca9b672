package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads numbers as people type them. Methods throw IllegalArgumentException with the beginning of a sentence. */
final class RecipeNumbers {
    private static final Texts TEXTS = Texts.of(RecipeNumbers.class);

    private RecipeNumbers() {}

    /** A number, or a fraction of two. */
    static double number(String text) {
        int slash = text.indexOf('/');
        return slash > 0 ? plain(text.substring(0, slash)) / plain(text.substring(slash + 1)) : plain(text);
    }

    private static double plain(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
    }

    private static String wrong(String text) {
        if (text.isEmpty()) {
            return TEXTS.get("number.missing");
        }
        boolean comma = text.contains(",");
        return TEXTS.get(comma ? "number.wrong.comma" : "number.wrong", text);
    }

    /** Numbers between commas, semicolons or spaces. */
    static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                numbers.add(number(part));
            }
        }
        return numbers;
    }

    static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text.isEmpty() ? TEXTS.get("whole.missing") : TEXTS.get("whole.wrong", text), e);
        }
    }

    static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text.isEmpty() ? TEXTS.get("seed.missing") : TEXTS.get("whole.wrong", text), e);
        }
    }

    /** @param problem says what is wrong with a value, and what the least is */
    static int atLeast(int least, int value, BiFunction<Integer, Integer, String> problem) {
        if (value < least) {
            throw new IllegalArgumentException(problem.apply(value, least));
        }
        return value;
    }
}
