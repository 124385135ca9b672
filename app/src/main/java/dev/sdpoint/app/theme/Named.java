package dev.sdpoint.app.theme;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the entries of a list to choose from by their names; nothing is typed into it. */
public final class Named {
    private Named() {}

    /** @param name what an entry is called; an empty list says nothing */
    public static <T> StringConverter<T> by(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T entry) {
                return entry == null ? "" : name.apply(entry);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("entries are chosen, not typed");
            }
        };
    }
}
