package dev.sdpoint.app.train;

import java.util.ArrayList;
import java.util.List;

/** Reads numbers as people type them. Methods throw IllegalArgumentException with the beginning of a sentence. */
final class RecipeNumbers {
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
            String hint = text.contains(",") ? "; write the decimals after a point" : "";
            throw new IllegalArgumentException(
                    text.isEmpty() ? "a number is missing" : "“" + text + "” is not a number" + hint, e);
        }
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
                    text.isEmpty() ? "a whole number is missing" : "“" + text + "” is not a whole number", e);
        }
    }

    static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text.isEmpty() ? "a whole number is missing; any will do" : "“" + text + "” is not a whole number",
                    e);
        }
    }

    static int atLeast(int least, int value, String what, String hint) {
        if (value < least) {
            throw new IllegalArgumentException(value + " " + what + " are too few: at least " + least + "; " + hint);
        }
        return value;
    }
}
