package dev.sdpoint.engine.library;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds models that are the same trained network, whatever their files are called. */
public final class Duplicates {
    private Duplicates() {}

    /**
     * For each model that an earlier one in the list equals by content, that earlier one.
     *
     * @param models in the order in which the first of equals counts as the original; distinct
     * @param content of a model; empty if it is unknown, and then it equals none
     */
    public static <T> Map<T, T> of(List<T> models, Function<T, Optional<String>> content) {
        Map<String, T> firsts = new HashMap<>();
        Map<T, T> duplicates = new LinkedHashMap<>();
        for (T model : models) {
            content.apply(model).ifPresent(digest -> {
                T first = firsts.putIfAbsent(digest, model);
                if (first != null) {
                    duplicates.put(model, first);
                }
            });
        }
        return duplicates;
    }
}
