package dev.sdpoint.measurement;

import java.util.ArrayList;
import java.util.List;

/**
 * What a measurement was told: names and numbers, mixed in any order.
 *
 * @param names what is no number, in the order given
 * @param numbers whole numbers, in the order given
 */
public record Arguments(List<String> names, List<Integer> numbers) {
    public Arguments {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    /** Sorts the arguments of a main method. */
    public static Arguments of(String... arguments) {
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.matches("[0-9]{1,9}")) {
                numbers.add(Integer.parseInt(argument));
            } else {
                names.add(argument);
            }
        }
        return new Arguments(names, numbers);
    }

    /** A number by its place among the numbers, or what it is otherwise. */
    public int number(int place, int otherwise) {
        return place < numbers.size() ? numbers.get(place) : otherwise;
    }

    /** The names, or others if there are none. */
    public List<String> namesOr(List<String> others) {
        return names.isEmpty() ? List.copyOf(others) : names;
    }
}
